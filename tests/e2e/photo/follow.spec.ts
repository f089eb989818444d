import { expect, people, test, withoutPeople } from './camera-page.ts'

/** How far a followed face may read from one that is found, whose points stand on whole pixels. */
const alike = { yaw: 3, pitch: 4, roll: 2, eyeOpenness: 0.06, mouthGap: 0.03, gazeAside: 0.08, cheekEvenness: 0.08 } as const
const pictures = ['white wall', 'blue wall', 'eyes closed', 'rolled left', 'turned left by 22', 'mouth open', 'looking aside'] as const

test('a face that is followed for some frames is told the same as one that is found', async ({ site }) => {
  test.skip(people === null, withoutPeople)
  test.setTimeout(300_000)
  const { page, complaints, close } = await site.open()
  const set = await page.evaluate(() => window.harness.makeSet('/people', ['A1']))
  for (const name of pictures) {
    const entry = set.find((each) => each.name === `A1 ${name}`)
    if (entry === undefined) throw new Error(`the set has no picture "${name}"`)
    const { found, followed } = await page.evaluate(async (index) => {
      const picture = window.harness.picture(index)
      return { found: await window.harness.inspect(picture), followed: await window.harness.follow(picture, 7) }
    }, entry.index)
    expect(followed.hints, name).toEqual(found.hints)
    for (const [measure, most] of Object.entries(alike) as [keyof typeof alike, number][]) {
      const difference = Math.abs((found.measured?.[measure] ?? Number.NaN) - (followed.measured?.[measure] ?? Number.NaN))
      expect(difference, `${name}: ${measure}`).toBeLessThanOrEqual(most)
    }
  }
  await close()
  expect(complaints).toEqual([])
})
