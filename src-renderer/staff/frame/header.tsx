import { Emblem } from '../../parts/emblem.tsx'
import { formatDay, formatTime } from '../../words/dates.ts'
import { useDesk } from '../desk-context.ts'
import { keyOf } from '../keys/shortcuts.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { HelpIcon, LeaveIcon, LockIcon } from '../parts/desk-icons.tsx'
import { useStaff, type SignedIn } from '../staff-context.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { PageTabs } from './page-tabs.tsx'

/** Which counter, what time, who is here, and the way out. */
export function Header({ session }: { session: SignedIn }) {
  const { terminal, language, words } = useStaff()
  const { now, ask, tell, pages } = useDesk()
  const instant = now.toISOString()
  const own = words.frame
  return (
    <header className="bench-header">
      <div className="bench-place">
        <Emblem />
        <h1>
          {terminal.municipality[language]} <span className="bench-page">{own.page}</span>
        </h1>
        <span className="bench-terminal">{own.terminal(terminal.number)}</span>
        {terminal.training ? (
          <span className="sample" title={own.trainingLong}>
            {own.training}
          </span>
        ) : null}
      </div>
      {pages.length > 1 ? <PageTabs /> : null}
      <p className="bench-time">
        <span className="bench-day">{formatDay(instant, language)}</span> <strong>{formatTime(instant)}</strong>
      </p>
      <div className="bench-tools">
        <DeskButton
          look="plain"
          label={`${session.displayName} ${own.roles[session.role]} ${words.accounts.own.title}`}
          onPress={() => {
            ask({ kind: 'changePassword' })
          }}
        >
          <span className="bench-who">
            <strong>{session.displayName}</strong> {own.roles[session.role]}
          </span>
        </DeskButton>
        <LanguageSwitch />
        <DeskButton
          look="plain"
          hint={keyOf('help')}
          onPress={() => {
            ask({ kind: 'help' })
          }}
        >
          <HelpIcon />
          {own.help}
        </DeskButton>
        <DeskButton
          look="plain"
          hint={keyOf('lock')}
          onPress={() => {
            tell({ type: 'lock' })
          }}
        >
          <LockIcon />
          {own.lock}
        </DeskButton>
        <DeskButton
          look="plain"
          onPress={() => {
            tell({ type: 'signOut' })
          }}
        >
          <LeaveIcon />
          {own.signOut}
        </DeskButton>
      </div>
    </header>
  )
}
