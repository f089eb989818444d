import { createRoot } from 'react-dom/client'
import { connectGlass } from '../glass/connect-glass.ts'
import { refuseDrops } from './refuse-drops.ts'
import { StaffApp } from './staff-app.tsx'
import './styles/staff.css'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
refuseDrops()
createRoot(root).render(<StaffApp glass={connectGlass('staff')} />)
