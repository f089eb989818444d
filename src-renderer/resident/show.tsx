import { createRoot } from 'react-dom/client'
import type { Connection, ResidentGlass } from '../../src-preload/contract.ts'
import { afterFirstScreen } from '../glass/after-first-screen.ts'
import { ResidentApp } from './resident-app.tsx'
import { loadApplicationStep } from './screens/application/later-application-step.tsx'

const icon = new URL('../parts/icons/app-icon.svg', import.meta.url).href

/** Draws the resident screen into the page. */
export function show(glass: ResidentGlass & Connection): void {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no root')
  createRoot(root).render(<ResidentApp glass={glass} />)
  afterFirstScreen(() => {
    document.querySelector('link[rel=icon]')?.setAttribute('href', icon)
    // Where it fails, the screen that needs it asks again.
    loadApplicationStep().catch(() => undefined)
  })
}
