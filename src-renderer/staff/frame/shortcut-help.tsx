import { useDesk } from '../desk-context.ts'
import { applicationKeyOf, type ApplicationCommandName } from '../keys/application-shortcuts.ts'
import { caseKeyOf, type CaseCommandName } from '../keys/case-shortcuts.ts'
import { keyOf, shortcuts, type CommandName } from '../keys/shortcuts.ts'
import { strokeLabel } from '../keys/strokes.ts'
import { KeyCap } from '../parts/desk-button.tsx'
import { DeskDialog } from '../parts/desk-dialog.tsx'
import { useStaff } from '../staff-context.ts'

const request: CommandName[] = ['print', 'takeFee', 'handOver', 'printSlipAgain', 'printFeeReceiptAgain', 'reissue', 'void']
const paper: CommandName[] = ['previousSheet', 'nextSheet', 'zoomIn', 'zoomOut']
const terminal: CommandName[] = ['answerCall', 'decideLastTry', 'nextColumn', 'otherPage', 'changePassword', 'accounts', 'lock', 'signOut', 'help']
const cases: CaseCommandName[] = ['newCase', 'save', 'seeCard', 'typeFace', 'printForm', 'printLetter', 'inquiry', 'secondPerson', 'ready', 'begin', 'takeBack', 'refuse', 'withdraw']

const applications: ApplicationCommandName[] = ['newApplication', 'record', 'link', 'atResident', 'setPins', 'confirmPhoto', 'exceptPhoto', 'printForm', 'printPhoto', 'printSlip', 'next', 'return', 'refuse', 'withdraw', 'nextTable']

interface Line {
  readonly caps: readonly string[]
  readonly words: string
}

/** All keys on one page, by what the hands are doing. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { words } = useStaff()
  const { page } = useDesk()
  const own = words.keys
  const line = (name: CommandName): Line => ({
    caps: name === 'lock' ? shortcuts[name].map(strokeLabel) : [keyOf(name)],
    words: own.commands[name],
  })
  const groups: { title: string; lines: Line[] }[] = [
    {
      title: own.groups.list,
      lines: [
        { caps: ['↑', '↓'], words: own.move },
        { caps: ['1–9, 0'], words: own.pick },
        ...(page === 'requests' ? [{ caps: [own.scanner], words: own.scan }] : []),
        line('filter'),
        { caps: ['Esc'], words: own.clear },
      ],
    },
    ...(page === 'requests'
      ? [
          { title: own.groups.request, lines: request.map(line) },
          { title: own.groups.paper, lines: paper.map(line) },
        ]
      : page === 'applications'
        ? [
            {
              title: words.applications.page,
              lines: applications.map((name) => ({ caps: [applicationKeyOf(name)], words: name === 'next' || name === 'nextTable' ? words.applications.keys[name] : words.applications.names[name] })),
            },
          ]
        : [{ title: own.groups.cases, lines: cases.map((name) => ({ caps: [caseKeyOf(name)], words: words.cases.names[name] })) }]),
    { title: own.groups.terminal, lines: terminal.map(line) },
  ]
  return (
    <DeskDialog title={own.title} onClose={onClose} wide>
      <div className="key-groups">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl className="key-list">
              {group.lines.map((entry) => (
                <div key={entry.words}>
                  <dt>
                    {entry.caps.map((cap) => (
                      <KeyCap key={cap}>{cap}</KeyCap>
                    ))}
                  </dt>
                  <dd>{entry.words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </DeskDialog>
  )
}
