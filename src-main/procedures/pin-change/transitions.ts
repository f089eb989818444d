import type { PinKind } from '../../../src-preload/contract.ts'
import { residentRegisterKeys, sameCard, type CardOverview, type PinChangeResult } from '../../card/individual-number-card.ts'
import { checkNewPin } from '../../card/pin-rules/check-new-pin.ts'
import { noTries } from '../pin/tries.ts'
import { ChangeSecrets } from './change-secrets.ts'
import type { PinChangeContext, Unfinished } from './context.ts'
import type { OpenedCard } from './steps.ts'

/** What becomes of the machine's context; where the machine goes is its own matter. */
type Change = Partial<PinChangeContext>

/** Another card than before begins anew; the same one keeps what was changed on it. */
export function cardOpened({ identity, secrets }: PinChangeContext, opened: OpenedCard): Change {
  const same = identity !== null && sameCard(identity, opened.identity)
  return { ...opened, tries: triesOf(opened.overview, secrets.kind), again: null, wasWrong: false, ...(same ? {} : { changed: [], facts: null }) }
}

export function lookedAgain({ secrets }: PinChangeContext, overview: CardOverview): Change {
  return { overview, tries: triesOf(overview, secrets.kind) }
}

const triesOf = (overview: CardOverview, kind: PinKind): PinChangeContext['tries'] => overview.pins[kind] ?? noTries

export function pinChosen({ secrets, overview }: PinChangeContext, kind: PinKind): Change {
  secrets.wipe()
  return { ...nothingEntered, secrets: new ChangeSecrets(kind), tries: overview?.pins[kind] ?? noTries }
}

export const nothingEntered = { asking: 'present', unfinished: null, chosen: false, wasWrong: false } satisfies Change

/** What was entered holds, so a new one can be chosen. */
export function presentVerified({ secrets }: PinChangeContext): Change {
  secrets.present.take(secrets.pad)
  secrets.next.wipe()
  return nothingEntered
}

/** After a lost answer, the new PIN turned out to be the one that holds. */
export const newOneHolds = ({ asking, secrets }: PinChangeContext): boolean => asking === 'whichHolds' && secrets.pad.equals(secrets.next.chosen)

/** The key in 共通カードAP took what was entered and the one in 住基AP did not: an earlier change stopped half-way. */
export function foundApart({ secrets }: PinChangeContext): Change {
  secrets.keys.common.take(secrets.pad)
  return { unfinished: { cause: 'partly', unknown: 'residentRegister', stuck: false }, asking: 'otherKey', chosen: false }
}

/** What was entered is what the unknown key holds, as the holder says. */
export function otherEntered({ secrets, unfinished }: PinChangeContext): Change {
  if (unfinished?.unknown) secrets.keys[unfinished.unknown].take(secrets.pad)
  return {}
}

/** The unknown key did not take it. */
export function otherWasWrong({ secrets, unfinished }: PinChangeContext): Change {
  if (unfinished?.unknown) secrets.keys[unfinished.unknown].wipe()
  return { wasWrong: true }
}

/** Judges what was entered for the new PIN, before any card is touched. */
export function newPinEntered({ secrets, facts, rules }: PinChangeContext): Change {
  const judge = (oldPin: Uint8Array | null): boolean =>
    secrets.next.submit((candidate) =>
      checkNewPin(
        secrets.kind,
        candidate,
        { birthDate: facts?.birthDate ?? null, cardExpiry: facts?.cardExpiry ?? null, securityCode: null, oldPin },
        rules.pins,
      ),
    )
  // While the keys differ there is no one old PIN, and either of the two may become the one of both.
  return { chosen: secrets.present.complete ? secrets.present.look(judge) : judge(null) }
}

/** A change that left the card in two minds, or us in doubt. */
export function leftUnfinished({ secrets, unfinished }: PinChangeContext, result: PinChangeResult): Change {
  if (result.ok) return {}
  const cause = result.failure.code === 'PIN-PARTLY-CHANGED' ? 'partly' : 'uncertain'
  const asking = cause === 'partly' ? 'otherKey' : 'whichHolds'
  if (result.keys === null) return { unfinished: { cause, unknown: null, stuck: false }, asking, failure: result.failure.code }
  let unknown: Unfinished['unknown'] = null
  for (const key of residentRegisterKeys) {
    const buffer = secrets.keys[key]
    if (unfinished === null) buffer.copy(secrets.present)
    if (result.keys[key] === 'new') buffer.copy(secrets.next.chosen)
    if (result.keys[key] !== 'unknown') continue
    buffer.wipe()
    unknown = key
  }
  return { unfinished: { cause, unknown, stuck: false }, asking, failure: result.failure.code }
}

export function nothingMoreHere({ unfinished, secrets }: PinChangeContext): Change {
  secrets.wipe()
  return { unfinished: unfinished && { ...unfinished, stuck: true } }
}

export function changeDone({ secrets, changed }: PinChangeContext): Change {
  secrets.wipe()
  return { ...nothingEntered, changed: changed.includes(secrets.kind) ? changed : [...changed, secrets.kind], outcome: 'completed' }
}
