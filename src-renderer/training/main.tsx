import { createRoot } from 'react-dom/client'
import { connectGlass } from '../glass/connect-glass.ts'
import { TrainingApp } from './training-app.tsx'
import './training.css'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<TrainingApp glass={connectGlass('training')} />)
