import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { StaffApp } from '../../../../src-renderer/staff/staff-app.tsx'
import '../../../../src-renderer/staff/styles/staff.css'
import { sceneOf } from '../fixtures/scenes.ts'
import { fakeStaffGlass } from './fake-staff-glass.ts'

z.config({ jitless: true })

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<StaffApp glass={fakeStaffGlass(sceneOf(new URLSearchParams(window.location.search).get('scene') ?? 'ten'))} />)
