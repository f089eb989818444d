import { previewSchema, type Connection, type Preview, type Reply, type StaffEvent, type StaffGlass, type StaffSnapshot } from '../../../../src-preload/contract.ts'
import { badList, batchDetail, goodList, statistics } from '../fixtures/applications.ts'
import { found, looked } from '../fixtures/cases.ts'
import { sceneOf, type Scene } from '../fixtures/scenes.ts'
import { drawnFace } from './drawn-face.ts'

declare global {
  interface Window {
    staffGallery?: {
      /** What the page has told main. */
      readonly events: StaffEvent[]
      /** Requests whose detail or paper the page has asked for. */
      readonly opened: string[]
      /** Main says something new: the snapshot of another scene. */
      push(scene: string): void
      connect(connected: boolean): void
    }
  }
}

const notFound = { ok: false as const, failure: { code: 'APPLICATION-NOT-FOUND' as const } }

/** A main that shows a scene, writes down what it hears, and refuses what the scene refuses. */
export function fakeStaffGlass(first: Scene): StaffGlass & Connection {
  let scene = first
  const snapshots = new Set<(snapshot: StaffSnapshot) => void>()
  const connections = new Set<(connected: boolean) => void>()
  const events: StaffEvent[] = []
  const opened: string[] = []
  window.staffGallery = {
    events,
    opened,
    push: (name) => {
      scene = sceneOf(name)
      for (const listener of snapshots) listener(scene.snapshot)
    },
    connect: (connected) => {
      for (const listener of connections) listener(connected)
    },
  }
  return {
    side: 'staff',
    onSnapshot: (listener) => {
      snapshots.add(listener)
      listener(scene.snapshot)
      return () => snapshots.delete(listener)
    },
    onConnection: (listener) => {
      connections.add(listener)
      listener(true)
      return () => connections.delete(listener)
    },
    dispatch: async (event) => {
      if (event.type !== 'active') events.push(event)
      if (scene.neverAnswers.includes(event.type)) await new Promise(() => undefined)
      const code = scene.refusals[event.type]
      return code === undefined ? { ok: true, value: undefined } : { ok: false, failure: { code } }
    },
    requestDetail: (requestId) => {
      opened.push(`detail ${requestId}`)
      const detail = scene.details[requestId]
      return Promise.resolve(detail === undefined ? { ok: false, failure: { code: 'REQUEST-NOT-FOUND' } } : { ok: true, value: detail })
    },
    preview: async (requestId) => {
      opened.push(`preview ${requestId}`)
      const paper = scene.papers[requestId]
      if (paper === undefined) return { ok: false, failure: { code: 'RESIDENT-BLOCKED' } }
      return openFile(paper)
    },
    cardCaseDetail: (caseId) => {
      opened.push(`case ${caseId}`)
      const detail = scene.caseDetails[caseId]
      return Promise.resolve(detail === undefined ? { ok: false, failure: { code: 'CASE-NOT-FOUND' } } : { ok: true, value: detail })
    },
    cardCasePaper: (caseId, paper) => {
      opened.push(`${paper} ${caseId}`)
      return openFile(paper === 'applicationForm' ? { file: 'form.pdf', sheets: 1 } : { file: 'letter.pdf', sheets: scene.letterSheets })
    },
    residentSearch: (text) => {
      opened.push('search')
      return Promise.resolve({ ok: true, value: text === 'nobody' ? { hits: [], more: false } : found })
    },
    applicationDetail: (applicationId) => {
      opened.push(`application ${applicationId}`)
      const detail = scene.applicationDetails[applicationId]
      return Promise.resolve(detail === undefined ? notFound : { ok: true, value: detail })
    },
    applicationPhoto: (applicationId) => {
      opened.push(`photo ${applicationId}`)
      return Promise.resolve({ ok: true, value: { jpeg: drawnFace() } })
    },
    applicationPaper: (applicationId, paper) => {
      opened.push(`${paper} ${applicationId}`)
      return openFile({ file: 'application-form.pdf', sheets: 1 })
    },
    applicationStatistics: (on) => {
      opened.push(`statistics ${on}`)
      return Promise.resolve({ ok: true, value: { ...statistics, on } })
    },
    applicationBatchCheck: (csv) => Promise.resolve({ ok: true, value: atob(csv).startsWith('good') ? goodList : badList }),
    applicationBatchDetail: (batchId) => {
      opened.push(`batch ${batchId}`)
      return Promise.resolve({ ok: true, value: batchDetail })
    },
    applicationBatchSheet: async () => {
      const paper = await openFile({ file: 'application-handover.pdf', sheets: 1 })
      return paper.ok ? { ok: true, value: { ...paper.value, unprinted: ['S-014', 'S-031'] } } : paper
    },
    staffAccounts: () => Promise.resolve({ ok: true, value: scene.accounts }),
    cardLook: (face) => {
      opened.push(face === null ? 'look' : 'look by face')
      return Promise.resolve({ ok: true, value: looked })
    },
  }
}

async function openFile({ file, sheets }: { readonly file: string; readonly sheets: number }): Promise<Reply<Preview>> {
  const answer = await fetch(`/papers/${file}`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return { ok: true, value: previewSchema.parse({ pdfBase64: btoa(text), sheets }) }
}
