import { useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Connection, Language, StaffGlass, StaffSnapshot } from '../../src-preload/contract.ts'
import { useSnapshot } from '../glass/use-snapshot.ts'
import { StaffCover } from './session/staff-cover.tsx'
import { LockedPage } from './session/locked-page.tsx'
import { NoAccountsPage } from './session/no-accounts-page.tsx'
import { PasswordDuePage } from './session/password-due-page.tsx'
import { SignInPage } from './session/sign-in-page.tsx'
import { StaffContext, type Staff } from './staff-context.ts'
import { staffWordsOf } from './words/staff-words.ts'
import { Workbench } from './workbench.tsx'

type Glass = StaffGlass & Connection

/** The staff screen. The language is this page's own affair; everything else is what main says. */
export function StaffApp({ glass }: { glass: Glass }) {
  const [language, setLanguage] = useState<Language>('ja')
  const snapshot = useSnapshot<StaffSnapshot>(glass)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = staffWordsOf(language).frame.page
  }, [language])
  return (
    <I18nProvider locale={language === 'ja' ? 'ja-JP' : 'en-GB'}>
      {snapshot === null ? <StaffCover language={language} /> : <Connected glass={glass} snapshot={snapshot} language={language} setLanguage={setLanguage} />}
    </I18nProvider>
  )
}

interface ConnectedProps {
  glass: Glass
  snapshot: StaffSnapshot
  language: Language
  setLanguage: (language: Language) => void
}

function Connected({ glass, snapshot, language, setLanguage }: ConnectedProps) {
  const { session, terminal } = snapshot
  const staff = useMemo<Staff>(
    () => ({
      terminal,
      language,
      words: staffWordsOf(language),
      setLanguage,
      send: async (event) => {
        const reply = await glass.dispatch(event)
        return reply.ok ? null : reply.failure.code
      },
    }),
    [glass, terminal, language, setLanguage],
  )
  return <StaffContext value={staff}>{page(session, glass, snapshot)}</StaffContext>
}

// The bench is taken away whole on locking, so nothing personal can outlive the session in some corner of its state.
function page(session: StaffSnapshot['session'], glass: Glass, snapshot: StaffSnapshot) {
  switch (session.state) {
    case 'signedOut':
      return <SignInPage />
    case 'noAccounts':
      return <NoAccountsPage />
    case 'locked':
      return <LockedPage key={session.accountId} session={session} />
    case 'passwordDue':
      return <PasswordDuePage key={session.accountId} session={session} />
    case 'signedIn':
      return <Workbench key={session.accountId} glass={glass} snapshot={snapshot} session={session} />
  }
}
