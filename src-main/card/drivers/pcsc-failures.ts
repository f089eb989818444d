import type { FailureCode } from '../../../src-preload/contract/failure-codes.ts'
import { fail } from '../../failures/result.ts'
import { pcscCodes } from './pcsc-constants.ts'

export type PcscOperation = 'SCardEstablishContext' | 'SCardConnect' | 'SCardTransmit'

const sameEverywhere = new Map<number, FailureCode>([
  [pcscCodes.noService, 'CARD-NO-SERVICE'],
  [pcscCodes.serviceStopped, 'CARD-NO-SERVICE'],
  [pcscCodes.invalidHandle, 'CARD-NO-SERVICE'],
  // Measured: what a client gets when pcscd dies in mid-call. A card's own transmission errors have other codes.
  [pcscCodes.commError, 'CARD-NO-SERVICE'],
  [pcscCodes.serverTooBusy, 'CARD-NO-SERVICE'],
  [pcscCodes.unknownReader, 'CARD-NO-READER'],
  [pcscCodes.readerUnavailable, 'CARD-NO-READER'],
  [pcscCodes.noReadersAvailable, 'CARD-NO-READER'],
  [pcscCodes.sharingViolation, 'CARD-READER-BUSY'],
  [pcscCodes.noSmartCard, 'CARD-REMOVED'],
  [pcscCodes.removedCard, 'CARD-REMOVED'],
])

/**
 * What a PC/SC return code means to a procedure. Everything else a connect can say is a card that does
 * not come up (unresponsive, unpowered, unsupported, wrong protocol); everything else a transmit can say
 * (reset, not transacted, an I/O error) leaves a card whose security status is unknown, so it counts as gone.
 */
export function pcscFailure(operation: PcscOperation, code: number): ReturnType<typeof fail> {
  const known = sameEverywhere.get(code)
  const otherwise: Record<PcscOperation, FailureCode> = {
    SCardEstablishContext: 'CARD-NO-SERVICE',
    SCardConnect: 'CARD-MUTE',
    SCardTransmit: 'CARD-REMOVED',
  }
  return fail(known ?? otherwise[operation], `${operation} 0x${code.toString(16).padStart(8, '0')}`)
}
