import { describe, expect, it } from 'vitest'
import { ok } from '../../../../src-main/failures/result.ts'
import type { BeginProcedure } from '../../../../src-main/procedures/resident-procedure.ts'
import { can } from '../../../../src-main/procedures/view-parts.ts'
import { StepHouse } from './step-house.ts'

/** What a clerk begins: nothing but a screen. */
const work: BeginProcedure = () => ({
  name: 'cardWork',
  view: () => ({ screen: { kind: 'cardWork', work: 'pinReset', phase: 'explain', pins: [], cardPresent: false }, progress: null, can: can(false, true, true) }),
  failure: () => null,
  outcome: () => 'staff',
  can: () => false,
  send: () => undefined,
  start: () => undefined,
  abandon: () => Promise.resolve(),
})

describe('before a clerk begins something on the resident side', () => {
  it('a slip that is still being read gives way, and its session ends as completed', async () => {
    const house = new StepHouse()
    await house.toTheEnd()
    expect(house.screen.kind).toBe('slip')
    await house.session.makeWay()
    expect(house.events.at(-1)).toMatchObject({ type: 'session-end', outcome: 'completed' })
    expect(house.session.beginForStaff(work)).toEqual(ok())
    expect(house.screen.kind).toBe('cardWork')
  })

  it.each(['placeCard', 'enterPin', 'confirm'] as const)('nobody is sent away from %s', async (kind) => {
    const house = new StepHouse()
    if (kind === 'placeCard') await house.press({ type: 'chooseService', service: 'residentRecordHousehold' }, 'next')
    else await house.toPin()
    if (kind === 'confirm') await house.enterPin()
    await house.session.makeWay()
    expect(house.screen.kind).toBe(kind)
  })

  it('nothing happens where nobody is', async () => {
    const house = new StepHouse()
    await house.session.makeWay()
    expect(house.events).toEqual([])
  })
})
