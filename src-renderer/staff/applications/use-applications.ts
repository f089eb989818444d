import { useCallback, useEffect, useState } from 'react'
import { emptyApplicationFacts, type ApplicationDetail, type ApplicationEvent, type ApplicationRow, type BatchDetail, type FailureCode, type StaffGlass, type StaffSnapshot } from '../../../src-preload/contract.ts'
import { useDraft } from '../drafts/use-draft.ts'
import type { Filter } from '../requests/waiting.ts'
import { useStaff, type SignedIn } from '../staff-context.ts'
import { applicationWhyNot, type ApplicationActionName, type ApplicationWhyNot } from './application-actions.ts'
import type { ApplicationQuestion } from './application-question.ts'
import type { ApplicationOutcome, ApplicationsDesk, ApplicationsPage, ListChoice } from './applications-context.ts'
import { collectiveWhyNot, isOnApplication, nextToPhotograph } from './collective-actions.ts'
import { listedApplications } from './list/listed-applications.ts'
import { randomId } from './random-id.ts'
import { applicationQuestion } from './start-application.ts'
import { useApplicationNews } from './use-application-news.ts'
import { useLoaded } from './use-loaded.ts'

interface Parts {
  readonly glass: StaffGlass
  readonly snapshot: StaffSnapshot
  readonly session: SignedIn
  readonly filter: Filter
  /** Whether the page for applications is the one that is shown. */
  readonly shown: boolean
  readonly ask: (question: ApplicationQuestion | null) => void
  /** Turns to the page for card cases, with this one open. */
  readonly openCase: (caseId: string) => void
}

interface Applications {
  readonly desk: ApplicationsDesk
  readonly moved: readonly ApplicationRow[]
  /** Before the page is left: what was typed is recorded. */
  readonly leave: () => void
}

const noFacts = emptyApplicationFacts('first')
const everything: ListChoice = { state: null, search: '' }
const versionOfDetail = ({ row }: ApplicationDetail): string => JSON.stringify(row)
const versionOfBatch = ({ batch }: BatchDetail): string => JSON.stringify(batch)

/** Everything the page for applications remembers between two snapshots; all of it goes when the session ends. */
export function useApplications({ glass, snapshot, session, filter, shown, ask, openCase }: Parts): Applications {
  const { send, words } = useStaff()
  const held = snapshot.applications
  const [page, setPage] = useState<ApplicationsPage>('applications')
  const [choice, setChoice] = useState<ListChoice>(everything)
  const [selectedIds, setSelectedIds] = useState<Readonly<Partial<Record<ApplicationsPage, string | null>>>>({})
  const [outcome, setOutcome] = useState<ApplicationOutcome | null>(null)
  const [busy, setBusy] = useState<ReadonlyMap<string, number>>(new Map())
  const selectedId = selectedIds[page] ?? null
  const selected = page === 'applications' ? (held.applications.find(({ applicationId }) => applicationId === selectedId) ?? null) : null
  const batchRow = page === 'batches' ? (held.batches.find(({ batchId }) => batchId === selectedId) ?? null) : null

  const askDetail = useCallback((id: string) => glass.applicationDetail(id), [glass])
  const askBatch = useCallback((id: string) => glass.applicationBatchDetail(id), [glass])
  const opened = useLoaded({ ask: askDetail, versionOf: versionOfDetail }, shown ? (selected?.applicationId ?? null) : null, JSON.stringify(selected))
  const batch = useLoaded({ ask: askBatch, versionOf: versionOfBatch }, shown ? (batchRow?.batchId ?? null) : null, JSON.stringify(batchRow))
  const { reload, latest } = opened
  const open = opened.loaded.state === 'open' ? opened.loaded.detail : null

  const record = useCallback(
    ({ id, version, facts }: { readonly id: string; readonly version: number; readonly facts: ApplicationDetail['facts'] }) => send({ type: 'applicationFacts', applicationId: id, version, facts }),
    [send],
  )
  const reloadVersion = useCallback(async (id: string) => (await reload(id))?.version ?? null, [reload])
  const { save, ...draft } = useDraft({
    held: open === null ? null : { id: open.row.applicationId, version: open.version, facts: open.facts },
    empty: noFacts,
    record,
    reload: reloadVersion,
  })
  const { news, moved, seen } = useApplicationNews(held.applications, shown && page === 'applications' ? selectedId : null)

  useEffect(() => {
    if (shown && page === 'applications' && selectedId !== null) seen(selectedId)
  }, [shown, page, selectedId, seen])

  const failed = (about: string, action: ApplicationActionName, code: FailureCode): void => {
    setOutcome({ kind: 'failed', about, action, code })
  }
  const attempt: ApplicationsDesk['attempt'] = async (about, event) => {
    setOutcome(null)
    setBusy((before) => new Map(before).set(about, Date.now()))
    const code = await send(event)
    await (page === 'batches' ? batch.reload(about) : page === 'applications' ? reload(about) : null)
    setBusy((before) => new Map([...before].filter(([other]) => other !== about)))
    return code
  }
  const perform = (action: ApplicationActionName, about: string, event: ApplicationEvent): void => {
    ask(null)
    void attempt(about, event).then((code) => {
      if (code !== null) failed(about, action, code)
    })
  }
  const about = selectedId ?? ''
  const stands = { role: session.role, halted: snapshot.halted, busy: busy.has(about) }
  const people = batch.loaded.state === 'open' ? batch.loaded.detail.people : null
  const packet = page === 'packets' ? held.packets.find(({ packetId }) => packetId === selectedId) : undefined
  const judge = (action: ApplicationActionName, detail: ApplicationDetail | null): ApplicationWhyNot | null => {
    if (!isOnApplication(action)) return collectiveWhyNot(action, { ...stands, held, batch: batchRow, people, packet: packet ?? null })
    return selected === null ? null : applicationWhyNot(action, { ...stands, row: detail?.row ?? selected, detail })
  }
  const run = (action: ApplicationActionName): void => {
    const question = applicationQuestion(action, { applicationId: selected?.applicationId ?? null, batchId: batchRow?.batchId ?? null, packetId: packet?.packetId ?? null, isUnfinished: packet?.state === 'writing', newId: randomId })
    if (question !== null) return ask(question)
    if (action === 'batchNext') {
      const next = people === null ? null : nextToPhotograph(people)
      if (next !== null) perform(action, about, { type: 'applicationAtResident', applicationId: next.applicationId })
      return
    }
    if (selected === null) return
    const { applicationId } = selected
    if (action === 'atResident') perform(action, applicationId, { type: 'applicationAtResident', applicationId })
    if (action === 'setPins') {
      void attempt(applicationId, { type: 'applicationSetPins', applicationId }).then((code) => {
        const pinCase = latest()?.pinCase
        if (code !== null) failed(applicationId, action, code)
        else if (pinCase != null) openCase(pinCase.caseId)
      })
    }
    if (action === 'receive') perform(action, applicationId, { type: 'applicationReceive', applicationId })
    if (action === 'printSlip') perform(action, applicationId, { type: 'applicationPrint', applicationId, paper: 'slip' })
  }
  const start = (action: ApplicationActionName): void => {
    if (selected === null && isOnApplication(action)) return
    void (async () => {
      // What is judged is what was typed, not what was recorded before.
      const code = selected === null ? null : await save()
      const why = code === null && action !== 'record' ? judge(action, latest()) : null
      if (code !== null) failed(about, 'record', code)
      else if (why !== null) setOutcome({ kind: 'cannot', about, action, why })
      else if (action === 'record') setOutcome(null)
      else run(action)
    })()
  }
  const leave = (): void => {
    void save()
  }
  const select = (on: ApplicationsPage, id: string | null): void => {
    leave()
    setSelectedIds((before) => ({ ...before, [on]: id }))
    setOutcome(null)
  }
  const wordsOf = (row: ApplicationRow): string => `${row.number} ${row.day} ${words.applications.kinds[row.kind]} ${words.applications.states[row.state]} ${words.applications.collections[row.collection]}`
  const desk: ApplicationsDesk = {
    glass,
    held,
    page,
    turnTo: (next) => {
      leave()
      setPage(next)
      setOutcome(null)
    },
    choice,
    choose: (over) => {
      setChoice((before) => ({ ...before, ...over }))
    },
    rows: listedApplications(held.applications, filter, choice, wordsOf),
    news,
    selectedId,
    selected,
    select: (id) => {
      select(page, id)
    },
    show: (applicationId) => {
      select('applications', applicationId)
      setPage('applications')
    },
    detail: opened.loaded,
    batch: batch.loaded,
    draft,
    outcome: outcome !== null && outcome.about === about ? outcome : null,
    clearOutcome: () => {
      setOutcome(null)
    },
    busySince: busy.get(about) ?? null,
    whyNot: (action) => judge(action, open),
    start,
    perform,
    attempt,
    ask,
  }
  return { desk, moved, leave }
}
