import { fail, ok, type Result } from '../../../failures/result.ts'
import type { CardData } from '../../card-contents.ts'
import { chipDate } from './chip-date.ts'

/** Serial (15), municipality (5), expiry YYYYMMDD (8): 28 ASCII digits (reference card.md §2.4). Failure: CARD-MALFORMED. */
export function parseCardData(record: Uint8Array): Result<CardData> {
  const match = /^(\d{15})(\d{5})(\d{8})$/.exec(Buffer.from(record).toString('latin1'))
  const [, serial, municipalityCode, digits] = match ?? []
  if (serial === undefined || municipalityCode === undefined || digits === undefined) return fail('CARD-MALFORMED', 'card data of another form')
  const expiry = chipDate(digits)
  return expiry === null ? fail('CARD-MALFORMED', 'expiry is no date') : ok({ serial, municipalityCode, expiry })
}
