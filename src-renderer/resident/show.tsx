import { createRoot } from 'react-dom/client'
import type { Connection, ResidentGlass } from '../../src-preload/contract.ts'
import { ResidentApp } from './resident-app.tsx'

/** Draws the resident screen into the page. */
export function show(glass: ResidentGlass & Connection): void {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no root')
  createRoot(root).render(<ResidentApp glass={glass} />)
}
