import { useStaff } from '../staff-context.ts'
import { SessionPage } from './session-page.tsx'

/** As the README has it; the same in every language. */
const example = 'npm run madoguchi -- staff add hanako --name "見本 花子" --role clerk'

/** A terminal that was just set up: what its first clerk waits for, and the command that makes the account. */
export function NoAccountsPage() {
  const own = useStaff().words.frame.noAccounts
  return (
    <SessionPage wide>
      <h1>{own.title}</h1>
      <p>{own.lead}</p>
      <ol className="session-steps">
        {own.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="session-command">
        <code>{example}</code>
      </p>
      <p className="session-note">{own.configured}</p>
      <p className="session-note">{own.waits}</p>
    </SessionPage>
  )
}
