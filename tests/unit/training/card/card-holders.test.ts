import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cardProfiles } from '../../../../src-main/training/card/profiles/card-profiles.ts'

const folder = new URL('../../../../resources/sample-municipality/', import.meta.url)
const sourceSchema = z.object({
  households: z.array(
    z.object({
      address: z.string(),
      residents: z.array(z.object({ id: z.string(), name: z.string(), sex: z.string(), born: z.unknown() })),
    }),
  ),
})
const residents = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => sourceSchema.safeParse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))))
    .flatMap(({ data }) => data?.households ?? [])
    .flatMap(({ address, residents }) => residents.map((resident) => [resident.id, { ...resident, address }] as const)),
)

describe('the holders of the training cards', () => {
  it.each(Object.entries(cardProfiles().holders))('%s is the resident of the sample municipality', (id, holder) => {
    const resident = residents.get(id)
    expect(resident !== undefined).toBe(holder.resident)
    if (resident === undefined) return
    expect(holder).toMatchObject({ name: resident.name, address: resident.address, sex: resident.sex === 'male' ? '1' : '2' })
    // Some are born so many years before today, or on a day that nobody knows; a card always has a day.
    if (typeof resident.born === 'string') expect(holder.birthDate).toBe(resident.born.replace('-??', '-01'))
  })
})
