import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { Cover } from '../resident/cover.tsx'
import { ResidentApp } from '../resident/resident-app.tsx'
import '../styles/resident.css'
import { plugIn } from './fake-camera.ts'
import { loadApplicationStep } from '../resident/screens/application/later-application-step.tsx'
import { fakeGlass } from './fake-glass.ts'
import { snapshotOf } from './fixtures/snapshot.ts'
import { Shelf } from './shelf.tsx'

declare global {
  interface Window {
    /** Shows another screen without loading the page anew. */
    galleryDraw?: (query: string) => void
  }
}

z.config({ jitless: true })

const element = document.getElementById('root')
if (element === null) throw new Error('the page has no root')
const root = createRoot(element)

function pageOf(query: URLSearchParams): ReactNode {
  plugIn(query.get('camera'))
  if (query.has('cover')) return <Cover />
  if (query.has('screen') || query.has('code')) return <ResidentApp key={query.toString()} glass={fakeGlass(snapshotOf(query))} />
  return <Shelf />
}

const draw = (query: string): void => {
  root.render(pageOf(new URLSearchParams(query)))
}
await loadApplicationStep()
window.galleryDraw = draw
draw(window.location.search)
