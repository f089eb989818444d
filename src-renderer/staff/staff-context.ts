import { createContext, useContext } from 'react'
import type { FailureCode, Language, StaffEvent, StaffSnapshot, TerminalView } from '../../src-preload/contract.ts'
import type { StaffWords } from './words/staff-words.ts'

/** What every part of the staff screen may know, whoever is signed in. */
export interface Staff {
  readonly terminal: TerminalView
  readonly language: Language
  readonly words: StaffWords
  readonly setLanguage: (language: Language) => void
  /** Tells main; resolves to the failure's code, or null when it was done. */
  readonly send: (event: StaffEvent) => Promise<FailureCode | null>
}

export const StaffContext = createContext<Staff | null>(null)

export function useStaff(): Staff {
  const staff = useContext(StaffContext)
  if (staff === null) throw new Error('outside the staff screen')
  return staff
}

export type SignedIn = Extract<StaffSnapshot['session'], { state: 'signedIn' }>
export type PasswordDue = Extract<StaffSnapshot['session'], { state: 'passwordDue' }>
export type Locked = Extract<StaffSnapshot['session'], { state: 'locked' }>
