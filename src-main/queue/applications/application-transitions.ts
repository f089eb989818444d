import type { ApplicationState } from '../../../src-preload/contract.ts'
import { fail, ok, type Result } from '../../failures/result.ts'
import type { ApplicationChange, StoredApplication } from './application-store.ts'

/** What the store knows of an application besides the port's view. */
export interface ApplicationRecord extends StoredApplication {
  readonly sequence: number
  readonly subjectVersion: number | null
  readonly factsVersion: number
  readonly photoVersion: number | null
  readonly deliveryVersion: number | null
  readonly formMark: string | null
  /** The day of the last step, ISO. */
  readonly lastOn: string | null
}

type Target = ApplicationState | 'same'
const stillOpen = { draft: 'same', returned: 'same' } as const
const withdrawable = { draft: 'withdrawn', received: 'withdrawn', returned: 'withdrawn', corrected: 'withdrawn', resent: 'withdrawn', shipped: 'withdrawn', prepared: 'withdrawn', notified: 'withdrawn' } as const

/** Every allowed change, by the state it may happen in. What is not here is refused. */
export const applicationTransitions: Readonly<Record<ApplicationChange['kind'], Readonly<Partial<Record<ApplicationState, Target>>>>> = {
  saveFacts: stillOpen,
  link: stillOpen,
  savePhoto: stillOpen,
  confirmPhoto: stillOpen,
  exceptPhoto: stillOpen,
  dropPhoto: stillOpen,
  // A returned one for the photo that is taken anew; what was received is never thrown away by whoever stops.
  atResident: stillOpen,
  leave: stillOpen,
  discard: { draft: 'withdrawn' },
  receive: { draft: 'received' },
  // A corrected application that goes out again is 再送付.
  pack: { received: 'same', corrected: 'resent' },
  shipped: { received: 'shipped', resent: 'shipped' },
  prepared: { shipped: 'prepared' },
  notified: { prepared: 'notified' },
  // 特急発行 and cards sent home skip the visit, and with it the notice.
  deliver: { shipped: 'delivered', prepared: 'delivered', notified: 'delivered' },
  return: { received: 'returned', resent: 'returned', shipped: 'returned' },
  correct: { returned: 'corrected' },
  refuse: { draft: 'refused', received: 'refused', returned: 'refused', corrected: 'refused', shipped: 'refused', prepared: 'refused', notified: 'refused' },
  withdraw: withdrawable,
  abandon: { draft: 'withdrawn' },
}

/** Changes by state, for whoever offers them. */
export const changesFrom = (state: ApplicationState): ReadonlySet<ApplicationChange['kind']> =>
  new Set(Object.entries(applicationTransitions).flatMap(([kind, targets]) => (targets[state] === undefined ? [] : [kind as ApplicationChange['kind']])))

/**
 * The application after the change, version included; nothing is written. Pure.
 * @param today ISO, in Japan.
 * Failures: APPLICATION-STATE.
 */
export function applyApplicationChange(record: ApplicationRecord, change: ApplicationChange, today: string): Result<ApplicationRecord> {
  const target = applicationTransitions[change.kind][record.state]
  if (target === undefined) return fail('APPLICATION-STATE', `${change.kind} does not fit ${record.state}`)
  const version = record.version + 1
  const next: ApplicationRecord = { ...record, state: target === 'same' ? record.state : target, version }
  if ('on' in change && (change.on > today || (record.lastOn !== null && change.on < record.lastOn))) return fail('APPLICATION-STATE', 'not a day on which this can have happened')
  switch (change.kind) {
    case 'saveFacts': {
      const { kind, collection, express } = change.facts
      return ok({ ...next, factsVersion: version, kind, collection, express: express !== null })
    }
    case 'link':
      return ok({ ...next, subjectVersion: change.residentId === null ? null : version })
    case 'savePhoto':
      return ok({ ...next, photoVersion: version, photo: 'toConfirm' })
    case 'confirmPhoto':
      return record.photoVersion === null ? fail('APPLICATION-STATE', 'there is no photo') : ok({ ...next, photoVersion: version, photo: 'confirmed' })
    case 'exceptPhoto':
      return record.photoVersion === null ? fail('APPLICATION-STATE', 'there is no photo') : ok({ ...next, photoVersion: version, photo: 'confirmed' })
    case 'dropPhoto':
      return ok({ ...next, photoVersion: null, photo: 'none' })
    case 'atResident':
      return record.atResident ? fail('APPLICATION-STATE', 'the resident is at it') : ok({ ...next, atResident: true, leftBy: null })
    case 'leave':
      return ok({ ...next, atResident: false, leftBy: change.by })
    case 'receive':
      return record.atResident ? fail('APPLICATION-STATE', 'the resident is at it') : ok({ ...next, leftBy: null, transfer: 'waiting', lastOn: today })
    case 'pack':
      return record.transfer === 'waiting' ? ok({ ...next, transfer: 'packed', packetId: change.packetId }) : fail('APPLICATION-STATE', 'is in a packet already')
    case 'correct':
      return record.atResident ? fail('APPLICATION-STATE', 'the resident is at it') : ok({ ...next, leftBy: null, transfer: 'waiting', packetId: null, lastOn: today })
    case 'shipped':
    case 'prepared':
    case 'notified':
      // Whatever came from the issuer had gone to the issuer, by whichever way.
      return ok({ ...next, transfer: record.transfer === 'waiting' ? 'none' : record.transfer, lastOn: change.on })
    case 'return':
      return ok({ ...next, transfer: 'none', lastOn: change.on })
    case 'deliver':
      if (record.state === 'shipped' && !record.express) return fail('APPLICATION-STATE', 'the card was not set up')
      if (record.state !== 'notified' && !change.delivery.mailed) return fail('APPLICATION-STATE', 'nobody was told to come')
      return ok({ ...next, deliveryVersion: version, lastOn: change.on })
    case 'refuse':
    case 'withdraw':
    case 'discard':
    case 'abandon':
      return ok({ ...next, atResident: false, transfer: record.transfer === 'waiting' ? 'none' : record.transfer })
  }
}
