import type { ReactNode } from 'react'
import { Emblem } from '../../parts/emblem.tsx'
import { LanguageSwitch } from '../frame/language-switch.tsx'
import { useStaff } from '../staff-context.ts'

/** The page before and between sessions: which counter this is, one card, and the language. */
export function SessionPage({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const { terminal, language, words } = useStaff()
  return (
    <main className={wide ? 'session-page session-page-wide' : 'session-page'}>
      <div className="session-place">
        <Emblem />
        <span className="session-municipality">{terminal.municipality[language]}</span>
        <span>{words.frame.page}</span>
        <span className="session-terminal">{words.frame.terminal(terminal.number)}</span>
        {terminal.training ? <span className="sample">{words.frame.training}</span> : null}
        <LanguageSwitch />
      </div>
      <div className="session-card">{children}</div>
      {terminal.training ? <p className="session-training">{words.frame.trainingLong}</p> : null}
    </main>
  )
}
