import { createContext, useContext } from 'react'
import type { ResidentEvent, ResidentScreen, ResidentScreenKind, ResidentSnapshot } from '../../src-preload/contract.ts'
import type { Words } from '../words/words.ts'

export interface Resident {
  readonly snapshot: ResidentSnapshot
  readonly words: Words
  /** Tells main what the resident did. Refusals are shown by the frame. */
  readonly send: (event: ResidentEvent) => void
}

export const ResidentContext = createContext<Resident | null>(null)

export function useResident(): Resident {
  const resident = useContext(ResidentContext)
  if (resident === null) throw new Error('outside the resident screen')
  return resident
}

export type ScreenOf<K extends ResidentScreenKind> = Extract<ResidentScreen, { kind: K }>

/** What a screen component gets: its own part of the snapshot. */
export interface ScreenProps<K extends ResidentScreenKind> {
  screen: ScreenOf<K>
}
