import { createRoot } from 'react-dom/client'
import { connectGlass } from '../glass/connect-glass.ts'
import { StaffApp } from './staff-app.tsx'
import './styles/staff.css'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<StaffApp glass={connectGlass('staff')} />)
