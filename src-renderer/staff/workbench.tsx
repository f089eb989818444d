import { useState } from 'react'
import type { Connection, StaffGlass, StaffSnapshot } from '../../src-preload/contract.ts'
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
import { caseCommandOf, caseShortcuts, type CaseCommandName } from './keys/case-shortcuts.ts'
import { commandOf, isFrameCommand, type CommandName } from './keys/shortcuts.ts'
import { useDeskKeys } from './keys/use-desk-keys.ts'
import { Paper, type PaperKeys } from './preview/paper.tsx'
import { RequestList } from './requests/request-list.tsx'
import { findScanned } from './requests/scan/find-scanned.ts'
import { useStaff, type SignedIn } from './staff-context.ts'
import { TerminalColumn } from './terminal/terminal-column.tsx'
import { useActiveSignal } from './use-active-signal.ts'
import { hasCases, useWorkbench } from './use-workbench.ts'

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
  const [scanNote, setScanNote] = useState<string | null>(null)
  const [paperKeys] = useState<PaperKeys>(() => ({ press: () => undefined }))
  useActiveSignal(send)

  const choose = (requestId: string | null): void => {
    setScanNote(null)
    desk.select(requestId)
  }
  const turnTo = (to: DeskPage): void => {
    if (to === 'cases' && !hasCases(snapshot)) return
    cases.leave()
    setScanNote(null)
    desk.turnTo(to)
  }
  const caseCommand = (name: CaseCommandName): void => {
    const { selected, start } = cases.desk
    if (name !== 'begin') return start(name)
    return start(selected?.state === 'uncertain' ? 'repeat' : selected?.state === 'done' ? 'link' : 'begin')
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
        return turnTo(page === 'cases' ? 'requests' : 'cases')
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
      case 'lock':
        return desk.tell({ type: 'lock' })
      case 'signOut':
        return desk.tell({ type: 'signOut' })
    }
  }
  const onCases = page === 'cases'
  const ids = onCases ? cases.desk.rows.map(({ caseId }) => caseId) : desk.rows.map(({ requestId }) => requestId)
  const chosen = onCases ? cases.desk.selected?.caseId : desk.selected?.requestId
  const pickId = onCases ? cases.desk.select : choose
  useDeskKeys<CommandName | CaseCommandName>({
    covered: question !== null,
    commandOf: (pressed) => {
      const name = commandOf(pressed)
      return onCases && (name === null || !isFrameCommand(name)) ? caseCommandOf(pressed) : name
    },
    command: (name) => {
      if (isCaseCommand(name)) caseCommand(name)
      else command(name)
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
      <div className="bench">
        <Header session={session} hasCases={hasCases(snapshot)} />
        {snapshot.halted ? <HaltBanner /> : null}
        <main className="columns">
          {onCases ? <CaseList scanNote={scanNote} /> : <RequestList scanNote={scanNote} />}
          {onCases ? <CaseDesk /> : <RequestDesk paper={<Paper glass={glass} keys={paperKeys} />} />}
          <TerminalColumn failure={deskFailure} onCloseFailure={clearDeskFailure} />
        </main>
        <Announcements arrived={arrived} moved={cases.moved} note={scanNote} />
        {question === null ? null : <Questions question={question} />}
      </div>
      </CasesContext>
    </DeskContext>
  )
}

const isCaseCommand = (name: CommandName | CaseCommandName): name is CaseCommandName => name in caseShortcuts
