import { useState } from 'react'
import type { Connection, StaffGlass, StaffSnapshot } from '../../src-preload/contract.ts'
import { ApplicationsDeskColumn } from './applications/application-desk.tsx'
import { ApplicationsContext, applicationsPages } from './applications/applications-context.ts'
import { nextStep } from './applications/application-actions.ts'
import { listedIds } from './applications/list/listed-applications.ts'
import { ApplicationsColumn } from './applications/list/applications-column.tsx'
import { useApplications } from './applications/use-applications.ts'
import { CaseDesk } from './cases/case-desk.tsx'
import { CasesContext } from './cases/cases-context.ts'
import { CaseList } from './cases/list/case-list.tsx'
import { useCases } from './cases/use-cases.ts'
import { DeskContext, type DeskPage } from './desk-context.ts'
import { Questions } from './desk/questions.tsx'
import { RequestDesk } from './desk/request-desk.tsx'
import { Announcements } from './frame/announcements.tsx'
import { HaltBanner } from './frame/halt-banner.tsx'
import { Header } from './frame/header.tsx'
import { focusNextColumn } from './keys/columns.ts'
import { applicationCommandOf, isApplicationCommand, type ApplicationCommandName } from './keys/application-shortcuts.ts'
import { caseCommandOf, caseShortcuts, type CaseCommandName } from './keys/case-shortcuts.ts'
import { commandOf, isCommand, isFrameCommand, type CommandName } from './keys/shortcuts.ts'
import { useDeskKeys } from './keys/use-desk-keys.ts'
import { Paper } from './preview/paper.tsx'
import type { PaperKeys } from './preview/paper-view.tsx'
import { RequestList } from './requests/request-list.tsx'
import { findScanned } from './requests/scan/find-scanned.ts'
import { useStaff, type SignedIn } from './staff-context.ts'
import { TerminalColumn } from './terminal/terminal-column.tsx'
import { useActiveSignal } from './use-active-signal.ts'
import { useWorkbench } from './use-workbench.ts'

interface WorkbenchProps {
  glass: StaffGlass & Connection
  snapshot: StaffSnapshot
  session: SignedIn
}

/** The three columns, the keys, and the one question that may stand over them. */
export function Workbench({ glass, snapshot, session }: WorkbenchProps) {
  const { send, words } = useStaff()
  const { desk, question, arrived, deskFailure, clearDeskFailure } = useWorkbench(glass, snapshot, session)
  const { page } = desk
  const cases = useCases({ glass, snapshot, session, filter: desk.filter, shown: page === 'cases', ask: desk.ask })
  const applications = useApplications({
    ...{ glass, snapshot, session, filter: desk.filter, shown: page === 'applications', ask: desk.ask },
    openCase: (caseId) => {
      turnTo('cases')
      cases.desk.select(caseId)
    },
  })
  const [scanNote, setScanNote] = useState<string | null>(null)
  const [paperKeys] = useState<PaperKeys>(() => ({ press: () => undefined }))
  useActiveSignal(send)

  const choose = (requestId: string | null): void => {
    setScanNote(null)
    desk.select(requestId)
  }
  const turnTo = (to: DeskPage): void => {
    if (!desk.pages.includes(to)) return
    cases.leave()
    applications.leave()
    setScanNote(null)
    desk.turnTo(to)
  }
  const caseCommand = (name: CaseCommandName): void => {
    const { selected, start } = cases.desk
    if (name !== 'begin') return start(name)
    return start(selected?.state === 'uncertain' ? 'repeat' : selected?.state === 'done' ? 'link' : 'begin')
  }
  const applicationCommand = (name: ApplicationCommandName): void => {
    const { page: table, selectedId, selected, held, start, turnTo: turnTable } = applications.desk
    if (name === 'nextTable') return turnTable(after(applicationsPages, table))
    if (name !== 'next') return start(name)
    if (table === 'packets') return start(held.packets.some(({ packetId, state }) => packetId === selectedId && state !== 'writing') ? 'packetHandedOver' : 'packetMake')
    if (table === 'batches') return start('batchNext')
    const step = selected === null ? null : nextStep(selected)
    if (step !== null) start(step)
  }
  const command = (name: CommandName): void => {
    switch (name) {
      case 'help':
        return desk.ask({ kind: 'help' })
      case 'answerCall':
        return snapshot.resident.staffCalled ? desk.tell({ type: 'answerCall' }) : undefined
      case 'decideLastTry':
        return snapshot.resident.waitsForLastTryApproval ? desk.ask({ kind: 'lastTry' }) : undefined
      case 'filter':
        return desk.setFilter(desk.filter === 'waiting' ? 'all' : 'waiting')
      case 'nextColumn':
        return focusNextColumn()
      case 'otherPage':
        return turnTo(after(desk.pages, page))
      case 'print':
        return desk.start(desk.selected?.state === 'uncertain' ? 'resolveUncertain' : 'print')
      case 'takeFee':
      case 'handOver':
      case 'reissue':
      case 'void':
      case 'printSlipAgain':
      case 'printFeeReceiptAgain':
        return desk.start(name)
      case 'previousSheet':
      case 'nextSheet':
      case 'zoomIn':
      case 'zoomOut':
        return paperKeys.press(name)
      case 'changePassword':
        return desk.ask({ kind: 'changePassword' })
      case 'accounts':
        return desk.role === 'supervisor' ? desk.ask({ kind: 'accounts' }) : undefined
      case 'lock':
        return desk.tell({ type: 'lock' })
      case 'signOut':
        return desk.tell({ type: 'signOut' })
    }
  }
  const { ids, chosen, pickId } = {
    requests: { ids: desk.rows.map(({ requestId }) => requestId), chosen: desk.selected?.requestId, pickId: choose },
    cases: { ids: cases.desk.rows.map(({ caseId }) => caseId), chosen: cases.desk.selected?.caseId, pickId: cases.desk.select },
    applications: { ids: listedIds(applications.desk), chosen: applications.desk.selectedId, pickId: applications.desk.select },
  }[page]
  const ownCommandOf = { requests: commandOf, cases: caseCommandOf, applications: applicationCommandOf }[page]
  useDeskKeys<CommandName | CaseCommandName | ApplicationCommandName>({
    covered: question !== null,
    commandOf: (pressed) => {
      const name = commandOf(pressed)
      return name !== null && isFrameCommand(name) ? name : ownCommandOf(pressed)
    },
    command: (name) => {
      if (isFrameCommand(name)) command(name)
      else if (page === 'applications' && isApplicationCommand(name)) applicationCommand(name)
      else if (page === 'cases' && isCaseCommand(name)) caseCommand(name)
      else if (isCommand(name)) command(name)
    },
    clear: () => {
      pickId(null)
    },
    pick: (index) => {
      const id = ids[index]
      if (id !== undefined) pickId(id)
    },
    move: (by) => {
      const at = ids.findIndex((id) => id === chosen)
      const id = at === -1 ? ids[by > 0 ? 0 : ids.length - 1] : ids[at + by]
      if (id !== undefined) pickId(id)
    },
    scanned: (text) => {
      const found = findScanned(text, snapshot.requests, desk.now)
      if (found.kind === 'found') {
        // A slip is a request's, whichever page is open.
        turnTo('requests')
        if (desk.filter === 'waiting' && !desk.rows.some(({ requestId }) => requestId === found.row.requestId)) desk.setFilter('all')
        choose(found.row.requestId)
        return setScanNote(words.requests.scan.found(found.row.number))
      }
      setScanNote(found.kind === 'unreadable' ? words.requests.scan.unreadable : words.requests.scan[found.kind](found.number))
    },
  })

  return (
    <DeskContext value={{ ...desk, select: choose, turnTo }}>
      <CasesContext value={cases.desk}>
      <ApplicationsContext value={applications.desk}>
      <div className="bench">
        <Header session={session} />
        {snapshot.halted ? <HaltBanner /> : null}
        <main className="columns">
          {page === 'requests' ? <RequestList scanNote={scanNote} /> : page === 'cases' ? <CaseList scanNote={scanNote} /> : <ApplicationsColumn scanNote={scanNote} />}
          {page === 'requests' ? <RequestDesk paper={<Paper glass={glass} keys={paperKeys} />} /> : page === 'cases' ? <CaseDesk /> : <ApplicationsDeskColumn />}
          <TerminalColumn failure={deskFailure} onCloseFailure={clearDeskFailure} />
        </main>
        <Announcements arrived={arrived} moved={cases.moved} applications={applications.moved} note={scanNote} />
        {question === null ? null : <Questions question={question} />}
      </div>
      </ApplicationsContext>
      </CasesContext>
    </DeskContext>
  )
}

const isCaseCommand = (name: string): name is CaseCommandName => name in caseShortcuts

/** The one after it, and after the last the first. */
function after<T>(all: readonly T[], one: T): T {
  return all[(all.indexOf(one) + 1) % all.length] ?? one
}
