import type { Certificate } from '../../../../../src-main/pki/certificate/certificate.ts'
import type { PathSettings } from '../../../../../src-main/pki/path/path-settings.ts'
import type { PathFault, PathVerdict } from '../../../../../src-main/pki/path/path-verdict.ts'
import { validatePath } from '../../../../../src-main/pki/path/validate-path.ts'
import { crlCheck } from '../../../../../src-main/pki/revocation/crl-check.ts'
import type { RevocationList } from '../../../../../src-main/pki/revocation/revocation-list.ts'
import { now } from '../issuing/parties.ts'

/** A path of our own making and what must come out: the sections of NIST PKITS, where that suite is not at hand. */
export interface OwnCase {
  readonly section: string
  readonly title: string
  readonly target: Certificate
  readonly anchors: readonly Certificate[]
  readonly intermediates?: readonly Certificate[]
  /** Absent: revocation is left out. */
  readonly lists?: readonly RevocationList[]
  readonly at?: Date
  readonly settings?: Partial<PathSettings>
  readonly expected: 'valid' | PathFault
  /** user-constrained-policy-set, where it matters. */
  readonly policies?: readonly string[]
}

export const freshness = { maxAgeDays: 400, skewSeconds: 60 }

export const listsAtHand = (lists: readonly RevocationList[]) => ({
  load: () => Promise.resolve({ lists: lists.map((one, index) => ({ source: `list ${index}`, list: one })), broken: [], problems: [] }),
})

export const verdictOf = ({ target, anchors, intermediates = [], lists, at = now, settings = {} }: OwnCase): Promise<PathVerdict> =>
  validatePath({
    target,
    intermediates,
    anchors: anchors.map((certificate) => ({ certificate })),
    at,
    settings,
    revocation: lists === undefined ? 'none' : crlCheck(listsAtHand(lists), freshness),
  })
