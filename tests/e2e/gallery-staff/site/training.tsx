import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { TrainingApp } from '../../../../src-renderer/training/training-app.tsx'
import '../../../../src-renderer/training/training.css'
import { trainingScene } from '../fixtures/training.ts'
import { drawWith } from './draw-with.ts'
import { fakeTrainingGlass } from './fake-training-glass.ts'

z.config({ jitless: true })

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no root')
const root = createRoot(element)

drawWith('idle', (scene) => {
  root.render(scene === null ? null : <TrainingApp glass={fakeTrainingGlass(trainingScene(scene))} />)
})
