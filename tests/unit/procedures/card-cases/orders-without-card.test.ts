import { describe, expect, it } from 'vitest'
import type { Result } from '../../../../src-main/failures/result.ts'
import type { CardCaseFacts } from '../../../../src-preload/contract.ts'
import { codeOf, CardCaseHouse, must, sato } from '../../../fixtures/procedures/card-case-house.ts'
import { resetFacts } from '../../../fixtures/procedures/card-cases.ts'

const begin = (house: CardCaseHouse, caseId: string): Promise<Result<void>> => house.desk.dispatch({ type: 'cardCaseBegin', caseId }, sato)

describe('what needs no card', () => {
  const lost: CardCaseFacts = { ...resetFacts, pins: [], cardPresented: false, loss: 'lost' }
  const suspended = async (answer?: 'ISSUER-UNREACHABLE' | 'doneButLost' | 'bug'): Promise<[CardCaseHouse, string]> => {
    const house = new CardCaseHouse()
    await house.accounts()
    const caseId = await house.ready('suspension', lost)
    if (answer !== undefined) house.world.answers.push(answer)
    return [house, caseId]
  }

  it('is ordered at once, for every certificate of the holder', async () => {
    const [house, caseId] = await suspended()
    must(await begin(house, caseId))
    expect(house.world.asked).toMatchObject([{ kind: 'suspend', serials: [{ certificate: 'userAuthentication', serial: '1a' }] }])
    expect(house.stored(caseId).state).toBe('done')
    expect(house.desk.work.task()).toBeNull()
  })

  it('and reached nobody can be ordered again', async () => {
    const [house, caseId] = await suspended('ISSUER-UNREACHABLE')
    expect(codeOf(await begin(house, caseId))).toBe('ISSUER-UNREACHABLE')
    expect(house.stored(caseId)).toMatchObject({ state: 'ready', failure: 'ISSUER-UNREACHABLE' })
    must(await begin(house, caseId))
    expect(house.stored(caseId).state).toBe('done')
  })

  it('and whose answer was lost is repeated as the same order', async () => {
    const [house, caseId] = await suspended('doneButLost')
    expect(codeOf(await begin(house, caseId))).toBe('ISSUER-UNCERTAIN')
    expect(house.stored(caseId).state).toBe('uncertain')
    must(await begin(house, caseId))
    const [first, second] = house.world.asked
    expect(second).toEqual(first)
  })

  it('and met a bug leaves the desk free for the next case', async () => {
    const [house, caseId] = await suspended('bug')
    await expect(begin(house, caseId)).rejects.toThrow('a bug in the driver')
    expect(house.stored(caseId).state).toBe('uncertain')
    expect(house.desk.work.task()).toBeNull()
    must(await begin(house, caseId))
  })

  it('is refused where the registry knows no certificate', async () => {
    const [house, caseId] = await suspended()
    house.world.links.clear()
    expect(codeOf(await begin(house, caseId))).toBe('ISSUER-REFUSED')
    expect(house.stored(caseId)).toMatchObject({ state: 'ready', failure: 'ISSUER-REFUSED' })
    expect(house.world.asked).toEqual([])
  })
})
