import type { ApplicationBatch } from '../../../src-preload/contract.ts'
import type { Binding } from '../../documents/pdf/binding.ts'
import { ok, type Result } from '../../failures/result.ts'
import { handoverSheets, type HandoverPerson } from '../papers/handover-sheet.ts'
import type { ApplicationPorts } from './ports.ts'

export interface Handover {
  readonly pdf: Uint8Array
  readonly sheets: number
  /** 受付番号 of those whose name no font here has. */
  readonly unprinted: readonly string[]
}

/** The character that "U+845B U+E0101" names; null for anything else. */
function characterOf(detail: string | undefined): string | null {
  if (detail === undefined || !/^U\+[0-9A-F]{4,6}( U\+[0-9A-F]{4,6})*$/.test(detail)) return null
  return String.fromCodePoint(...detail.split(' ').map((code) => Number.parseInt(code.slice(2), 16)))
}

/**
 * 引継書 of a batch. One person whose name can't be printed must not keep the others from being handed on: their line has
 * the number alone. What the office itself typed has to be mended. Failures: DOCUMENT-*.
 */
export async function composeHandover(
  { compose, place, clock }: Pick<ApplicationPorts, 'compose' | 'place' | 'clock'>,
  { batch, people, binding }: { readonly batch: ApplicationBatch; readonly people: readonly HandoverPerson[]; readonly binding: Binding },
): Promise<Result<Handover>> {
  let shown = people
  for (;;) {
    const sheets = handoverSheets({ batch, people: shown, office: place })
    const pdf = await compose({ sheets, specimen: place.specimen, madeAt: clock.now(), binding })
    if (pdf.ok) return ok({ pdf: pdf.value, sheets: sheets.length, unprinted: shown.filter(({ name }) => name === null).map(({ number }) => number) })
    const character = pdf.failure.code === 'DOCUMENT-MISSING-GLYPH' ? characterOf(pdf.failure.detail) : null
    if (character === null || !shown.some(({ name }) => name?.includes(character))) return pdf
    shown = shown.map((person) => (person.name?.includes(character) ? { ...person, name: null } : person))
  }
}
