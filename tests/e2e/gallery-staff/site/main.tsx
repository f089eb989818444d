import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { StaffApp } from '../../../../src-renderer/staff/staff-app.tsx'
import '../../../../src-renderer/staff/styles/staff.css'
import { sceneOf } from '../fixtures/scenes.ts'
import { drawWith } from './draw-with.ts'
import { fakeStaffGlass } from './fake-staff-glass.ts'

z.config({ jitless: true })

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no root')
const root = createRoot(element)

drawWith('ten', (scene) => {
  root.render(scene === null ? null : <StaffApp glass={fakeStaffGlass(sceneOf(scene))} />)
})
