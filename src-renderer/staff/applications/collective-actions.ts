import type { ApplicationBatch, ApplicationsView, BatchDetail, PacketRow, Role } from '../../../src-preload/contract.ts'
import type { ApplicationActionName, ApplicationWhyNot, OnApplicationName } from './application-actions.ts'

/** What is done to many applications, or to none yet. */
export type CollectiveName = Exclude<ApplicationActionName, OnApplicationName>

const collective: Readonly<Record<CollectiveName, true>> = {
  newApplication: true,
  batchOpen: true,
  batchImport: true,
  batchAdd: true,
  batchNext: true,
  batchPrint: true,
  batchClose: true,
  packetMake: true,
  packetHandedOver: true,
}

export const isOnApplication = (action: ApplicationActionName): action is OnApplicationName => !(action in collective)

export interface CollectiveSituation {
  readonly role: Role
  readonly halted: boolean
  readonly busy: boolean
  readonly held: ApplicationsView
  readonly batch: ApplicationBatch | null
  /** Null while they are not there. */
  readonly people: BatchDetail['people'] | null
  /** The packet that is open. */
  readonly packet: PacketRow | null
}

/** @returns null when the action may be done now, else why not. Main decides all the same. */
export function collectiveWhyNot(action: CollectiveName, situation: CollectiveSituation): ApplicationWhyNot | null {
  if (situation.role === 'maintainer') return 'notAllowed'
  const reason = reasonOf(action, situation)
  if (reason !== null) return reason
  if (situation.halted) return 'halted'
  return situation.busy ? 'busy' : null
}

function reasonOf(action: CollectiveName, { held, batch, people, packet }: CollectiveSituation): ApplicationWhyNot | null {
  switch (action) {
    case 'newApplication':
    case 'batchOpen':
      return null
    case 'batchImport':
    case 'batchAdd':
    case 'batchClose':
      return batch?.state === 'closed' ? 'closed' : null
    case 'batchNext':
      if (people === null) return 'loading'
      return nextToPhotograph(people) === null ? 'nobodyLeft' : null
    case 'batchPrint':
      return people === null ? 'loading' : null
    case 'packetMake':
      if (!held.packet.configured) return 'notConfigured'
      // A packet that was begun is finished whether or not others wait.
      if (packet?.state === 'writing') return null
      return held.packet.waiting === 0 ? 'nothingWaits' : null
    case 'packetHandedOver':
      if (packet === null || packet.state === 'writing') return 'notYet'
      return packet.state === 'handedOver' ? 'passed' : null
  }
}

/** The first of the list who still needs a photo. */
export const nextToPhotograph = (people: BatchDetail['people']): BatchDetail['people'][number] | null =>
  [...people].sort((one, other) => one.place - other.place).find(({ state, missing }) => state === 'draft' && missing.some(({ key }) => key === 'photo' || key === 'photoFindings')) ?? null
