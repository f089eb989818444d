import { useState } from 'react'
import type { Connection, StaffGlass, StaffSnapshot } from '../../src-preload/contract.ts'
import { DeskContext } from './desk-context.ts'
import { Questions } from './desk/questions.tsx'
import { RequestDesk } from './desk/request-desk.tsx'
import { Announcements } from './frame/announcements.tsx'
import { HaltBanner } from './frame/halt-banner.tsx'
import { Header } from './frame/header.tsx'
import { focusNextColumn } from './keys/columns.ts'
import type { CommandName } from './keys/shortcuts.ts'
import { useDeskKeys } from './keys/use-desk-keys.ts'
import { Paper, type PaperKeys } from './preview/paper.tsx'
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
  const [scanNote, setScanNote] = useState<string | null>(null)
  const [paperKeys] = useState<PaperKeys>(() => ({ press: () => undefined }))
  useActiveSignal(send)

  const choose = (requestId: string | null): void => {
    setScanNote(null)
    desk.select(requestId)
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
  useDeskKeys({
    covered: question !== null,
    command,
    clear: () => {
      choose(null)
    },
    pick: (index) => {
      const row = desk.rows[index]
      if (row !== undefined) choose(row.requestId)
    },
    move: (by) => {
      const at = desk.rows.findIndex(({ requestId }) => requestId === desk.selected?.requestId)
      const row = at === -1 ? desk.rows[by > 0 ? 0 : desk.rows.length - 1] : desk.rows[at + by]
      if (row !== undefined) choose(row.requestId)
    },
    scanned: (text) => {
      const found = findScanned(text, snapshot.requests, desk.now)
      if (found.kind === 'found') {
        if (desk.filter === 'waiting' && !desk.rows.some(({ requestId }) => requestId === found.row.requestId)) desk.setFilter('all')
        choose(found.row.requestId)
        return setScanNote(words.requests.scan.found(found.row.number))
      }
      setScanNote(found.kind === 'unreadable' ? words.requests.scan.unreadable : words.requests.scan[found.kind](found.number))
    },
  })

  return (
    <DeskContext value={{ ...desk, select: choose }}>
      <div className="bench">
        <Header session={session} />
        {snapshot.halted ? <HaltBanner /> : null}
        <main className="columns">
          <RequestList scanNote={scanNote} />
          <RequestDesk paper={<Paper glass={glass} keys={paperKeys} />} />
          <TerminalColumn failure={deskFailure} onCloseFailure={clearDeskFailure} />
        </main>
        <Announcements arrived={arrived} note={scanNote} />
        {question === null ? null : <Questions question={question} />}
      </div>
    </DeskContext>
  )
}
