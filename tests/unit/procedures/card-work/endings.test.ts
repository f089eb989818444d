import { describe, expect, it } from 'vitest'
import { ok } from '../../../../src-main/failures/result.ts'
import { testCard } from '../../../fixtures/card/observed-card.ts'
import { CardHouse } from '../../../fixtures/procedures/card-house.ts'
import { renewalTask, resetTask } from '../../../fixtures/procedures/scripted-card-work.ts'

describe('a clerk who takes the case back', () => {
  it.each(['explain', 'placeCard', 'enterNewPin'] as const)('ends it on the screen %s', async (at) => {
    const house = new CardHouse()
    house.work.offer(resetTask)
    await house.begin()
    if (at !== 'explain') await house.press('next')
    if (at === 'enterNewPin') {
      house.place()
      await house.settle()
      await house.enter('8263', '8263', 'KX')
    }
    house.work.takeBack()
    await house.settle()
    house.expectClean()
    expect(house.work.performed).toEqual([])
    expect(house.eventsOf('session-end')).toMatchObject([{ outcome: 'staff' }])
  })

  it('while a step is under way: it ends right after', async () => {
    const house = new CardHouse()
    house.work.offer(renewalTask)
    await house.begin()
    await house.press('next')
    house.place(testCard(), (command) => {
      if (command[1] === 0xa4) house.work.takeBack()
      return null
    })
    await house.settle()
    await house.settle()
    expect(house.verified).toEqual([])
    await house.endsClean()
  })
})

describe.each(['stop', 'idle', 'staff'] as const)('an end by %s', (end) => {
  it.each(['explain', 'placeCard', 'enterPin', 'failed', 'done'] as const)('on the screen %s gives the case back or leaves it done', async (at) => {
    const house = new CardHouse()
    house.work.proof = at === 'failed' ? 'CASE-OTHER-CARD' : null
    house.work.offer(at === 'done' ? { ...resetTask, choose: [] } : renewalTask)
    await house.begin()
    if (at !== 'explain') await house.press('next')
    if (at !== 'explain' && at !== 'placeCard') house.place()
    await house.settle()
    expect(house.screen.kind).toBe(at === 'explain' || at === 'done' ? 'cardWork' : at)
    if (end === 'stop') await house.press('stop')
    else if (end === 'staff') await house.session.end()
    else house.timers.advance(91_000)
    await house.settle()
    house.expectClean()
    expect([house.work.gaveUp.length, house.work.finished.length]).toEqual(at === 'done' ? [0, 1] : [1, 0])
  })
})

it('a card taken away at any command leaves no PIN in memory and the case never hanging', async () => {
  const flow = async (at: number): Promise<{ house: CardHouse; commands: number }> => {
    const house = new CardHouse()
    house.work.offer({ ...renewalTask, choose: ['signature'] })
    house.work.order = ok({ pins: 'set', readCertificateAgain: true })
    await house.begin()
    await house.press('next')
    const card = house.place(testCard(), (_command, index) => (index === at ? 'removed' : null))
    await house.settle()
    await house.enter('1234', '1234', 'KX92PT', 'KX92PT')
    return { house, commands: card.commands.length }
  }
  const whole = await flow(-1)
  expect(whole.house.screen).toMatchObject({ phase: 'done' })
  await whole.house.endsClean()
  for (let at = 0; at < whole.commands; at += 1) {
    const { house } = await flow(at)
    expect(house.bugs).toEqual([])
    expect(['failed', 'cardWork']).toContain(house.screen.kind)
    await house.endsClean()
    expect(house.work.gaveUp.length + house.work.finished.length).toBe(1)
  }
})
