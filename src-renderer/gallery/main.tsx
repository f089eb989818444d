import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { ResidentApp } from '../resident/resident-app.tsx'
import { Cover } from '../resident/cover.tsx'
import { fakeGlass } from './fake-glass.ts'
import { snapshotOf } from './fixtures/snapshot.ts'
import '../styles/resident.css'
import { Shelf } from './shelf.tsx'

z.config({ jitless: true })

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
const query = new URLSearchParams(window.location.search)

const page = query.has('cover') ? (
  <Cover />
) : query.has('screen') || query.has('code') ? (
  <ResidentApp glass={fakeGlass(snapshotOf(query))} />
) : (
  <Shelf />
)
createRoot(root).render(page)
