import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { TrainingApp } from '../../../../src-renderer/training/training-app.tsx'
import '../../../../src-renderer/training/training.css'
import { trainingScene } from '../fixtures/training.ts'
import { fakeTrainingGlass } from './fake-training-glass.ts'

z.config({ jitless: true })

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<TrainingApp glass={fakeTrainingGlass(trainingScene(new URLSearchParams(window.location.search).get('scene') ?? 'idle'))} />)
