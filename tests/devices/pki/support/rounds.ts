import { openWhole, TAG } from '../../../../src-main/pki/der/der-reader.ts'
import { mutated, randomFrom, reframed } from '../../../unit/pki/support/mutation.ts'

/** The same in every run; MADOGUCHI_FUZZ_SEED looks elsewhere. A failure names the seed of its round, which can be given here. */
export const seed = Number(process.env.MADOGUCHI_FUZZ_SEED ?? 20_261_120)

/** How often each outcome came, in rounds with seeds of their own. Rejects with the seed of the round that did. */
export async function countingRounds(
  count: number,
  firstSeed: number,
  attempt: (roundSeed: number, round: number) => Promise<string | null>,
): Promise<ReadonlyMap<string, number>> {
  const outcomes = new Map<string, number>()
  for (let round = 0; round < count; round += 1) {
    const found = await attempt(firstSeed + round, round).catch((error: unknown) => {
      throw new Error(`seed ${firstSeed + round}`, { cause: error })
    })
    if (found !== null) outcomes.set(found, (outcomes.get(found) ?? 0) + 1)
  }
  console.log(`${count} rounds from seed ${firstSeed}: ${[...outcomes].map(([outcome, times]) => `${outcome} ${times}`).join(', ')}`)
  return outcomes
}

/** Runs `attempt` on as many changed copies of `original`; those that came out the same are left out. */
export function everyMutation(original: Uint8Array, count: number, firstSeed: number, attempt: (bytes: Uint8Array) => Promise<string>): Promise<ReadonlyMap<string, number>> {
  return countingRounds(count, firstSeed, async (roundSeed) => {
    const bytes = mutated(original, randomFrom(roundSeed))
    return Buffer.compare(bytes, original) === 0 ? null : attempt(bytes)
  })
}

/** The first element inside `der`, a SEQUENCE with something signed, changed inside and framed anew. */
export function changedBody(der: Uint8Array, roundSeed: number): Uint8Array {
  const { content } = openWhole(der, TAG.sequence, 'original').take(TAG.sequence)
  return reframed(TAG.sequence, mutated(content, randomFrom(roundSeed)))
}
