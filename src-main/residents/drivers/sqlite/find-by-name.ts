import type Database from 'better-sqlite3'
import { searchKey } from '../../characters/search-key.ts'
import { maxHits, type ResidentSummary } from '../../resident-directory.ts'
import { bornOn, type Row } from './record-rows.ts'

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Rows with holes are found too, as far as they can be named: the record itself is judged when it is opened. */
export function findByName(database: Database.Database, wanted: string, birthDate: string): { readonly hits: readonly ResidentSummary[]; readonly more: boolean } {
  const key = searchKey(wanted)
  const hits: ResidentSummary[] = []
  if (key === '') return { hits, more: false }
  for (const row of bornOn(database, birthDate)) {
    const summary = matches(row, key) ? summaryOf(row) : null
    if (summary === null) continue
    if (hits.length === maxHits) return { hits, more: true }
    hits.push(summary)
  }
  return { hits, more: false }
}

function matches(row: Row, key: string): boolean {
  const names = [row.name, row.name_kana, row.former_surname, row.former_surname_kana, row.alias, row.alias_kana]
  return names.some((name) => typeof name === 'string' && searchKey(name).startsWith(key))
}

function summaryOf(row: Row): ResidentSummary | null {
  const residentId = text(row.resident_id)
  const name = text(row.name)
  const birthDate = text(row.birth_date)
  if (residentId === null || name === null || birthDate === null) return null
  return { residentId, name, kana: text(row.name_kana), birthDate, address: row.protected === 1 ? null : text(row.address) }
}
