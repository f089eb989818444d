import type { CardCaseFacts, CardCaseKind, CaseFinding, PinKind, SeenCard, TerminalView } from '../../../../src-preload/contract.ts'
import { caseFindingKeys } from '../../../../src-preload/contract.ts'
import type { IssuerWork } from '../../../issuer/issuer-terminal.ts'

/** 照会書兼回答書 of a case; ISO days. */
export interface Inquiry {
  readonly postedOn: string
  readonly dueOn: string
  readonly receivedOn: string | null
  readonly accepted: boolean | null
}

/** What the record says about the holder that the rules need. */
export interface HolderFacts {
  /** May still be under the age from which one acts alone: an unknown day of birth counts as the last possible one. */
  readonly young: boolean
  readonly status: 'current' | 'movingOut' | 'movedOut' | 'deceased'
  /** 支援措置. */
  readonly protected: boolean
  /** Whether the representative's name is that of another member of the holder's household. */
  readonly representativeInHousehold: boolean
}

/** Everything that decides about a case, at one moment. Plain data: the rules are a pure function of it. */
export interface CaseSituation {
  readonly kind: CardCaseKind
  readonly facts: CardCaseFacts
  /** The facts were taken down today: documents that somebody showed on another day identify nobody now. */
  readonly factsOfToday: boolean
  /** Day in Japan, ISO. */
  readonly today: string
  readonly now: Date
  readonly holder: HolderFacts
  /** Null: nobody has looked at the card in this case. */
  readonly card: SeenCard | null
  readonly inquiry: Inquiry | null
  /** Expiry and code were typed off the card's face; they are never stored. */
  readonly faceTyped: boolean
  /** Account that confirmed the facts as they are now; null when none did. */
  readonly secondPerson: string | null
  readonly profile: TerminalView['profile']
  /** What the profile and the commission let this terminal do. */
  readonly kinds: readonly CardCaseKind[]
  readonly issuerWork: ReadonlySet<IssuerWork>
}

export type FindingKey = CaseFinding['key']
const missing: ReadonlySet<string> = new Set(caseFindingKeys.missing)

export function finding(key: FindingKey, pins: readonly PinKind[] = []): CaseFinding {
  return { key, level: missing.has(key) ? 'missing' : 'barred', pins: [...pins] }
}
