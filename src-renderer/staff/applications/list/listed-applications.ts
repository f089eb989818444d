import type { ApplicationBatch, ApplicationRow, PacketRow } from '../../../../src-preload/contract.ts'
import type { Filter } from '../../requests/waiting.ts'
import { isEnded } from '../application-actions.ts'
import type { ApplicationsDesk, ListChoice } from '../applications-context.ts'

export const isOpenApplication = ({ state }: Pick<ApplicationRow, 'state'>): boolean => !isEnded(state)

/** What the keys go through: the rows of whichever table is shown. */
export const listedIds = ({ page, rows, held }: Pick<ApplicationsDesk, 'page' | 'rows' | 'held'>): string[] =>
  page === 'applications' ? rows.map(({ applicationId }) => applicationId) : page === 'batches' ? newestBatches(held.batches).map(({ batchId }) => batchId) : page === 'packets' ? newestPackets(held.packets).map(({ packetId }) => packetId) : []

export const newestBatches = (batches: readonly ApplicationBatch[]): ApplicationBatch[] => [...batches].sort((one, other) => other.heldOn.localeCompare(one.heldOn) || one.name.localeCompare(other.name))

export const newestPackets = (packets: readonly PacketRow[]): PacketRow[] => [...packets].sort((one, other) => other.madeAt.localeCompare(one.madeAt))

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')

/**
 * Oldest first, whatever order the snapshot has.
 * @param wordsOf what a row says on the screen: that is what is searched.
 */
export function listedApplications(rows: readonly ApplicationRow[], filter: Filter, { state, search }: ListChoice, wordsOf: (row: ApplicationRow) => string): ApplicationRow[] {
  const wanted = plain(search)
  return rows
    .filter((row) => filter === 'all' || isOpenApplication(row) || row.state === state)
    .filter((row) => state === null || row.state === state)
    .filter((row) => wanted === '' || plain(wordsOf(row)).includes(wanted))
    .sort((one, other) => one.day.localeCompare(other.day) || one.number.localeCompare(other.number))
}
