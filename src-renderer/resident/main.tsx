import { createRoot } from 'react-dom/client'
import { connectGlass } from '../glass/connect-glass.ts'
import '../styles/resident.css'
import { ResidentApp } from './resident-app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<ResidentApp glass={connectGlass('resident')} />)
