import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuditEvent } from '../../../src-main/audit/event-catalogue.ts'
import type { IndividualNumberCard } from '../../../src-main/card/individual-number-card.ts'
import { fail, ok } from '../../../src-main/failures/result.ts'
import { residentSnapshotSchema, type ResidentEvent } from '../../../src-preload/contract.ts'
import { testCard } from '../../fixtures/card/observed-card.ts'
import { CardHouse } from '../../fixtures/procedures/card-house.ts'
import { renewalTask, resetTask } from '../../fixtures/procedures/scripted-card-work.ts'

/** The ways through the services on the card, each as far as it goes. */
const flows = {
  pinChange: async (house: CardHouse) => {
    await house.toPinChange('residentRegister')
    await house.enter('1234', '8263', '8263')
  },
  validity: async (house: CardHouse) => {
    await house.toValidity()
    if (house.screen.kind === 'validity') await house.press('checkSignatureCertificate')
    await house.enter('ABC123')
    await house.press('printReceipt')
  },
  cardWork: async (house: CardHouse) => {
    house.work.offer({ ...renewalTask, choose: ['signature'] })
    house.work.order = ok({ pins: 'set', readCertificateAgain: true })
    await house.begin()
    await house.press('next')
    house.place()
    await house.settle()
    await house.enter('1234', '1234', 'KX92PT', 'KX92PT')
  },
}
const flowNames = Object.keys(flows) as (keyof typeof flows)[]

const plainEvents = ['touch', 'start', 'next', 'back', 'stop', 'callStaff', 'pinErase', 'pinSubmit', 'tryLastTime', 'confirm', 'changeAnotherPin', 'repairPin', 'checkSignatureCertificate', 'printReceipt'] as const
const everyEvent: readonly ResidentEvent[] = [
  ...plainEvents.map((type) => ({ type })),
  { type: 'chooseService', service: 'pinChange' },
  { type: 'setOption', option: 'relationship', wanted: true },
  { type: 'setPurpose', purpose: 'tax' },
  { type: 'setCopies', copies: 2 },
  { type: 'setLanguage', language: 'en' },
  { type: 'setDisplay', display: { largeText: true } },
  { type: 'pinDigit', digit: '7' },
  { type: 'pinLetter', letter: 'K' },
  { type: 'toggleMember', memberId: 'm0' },
  { type: 'choosePin', pin: 'signature' },
]

/** A screen of each service, and how it is reached. */
const screens: readonly (readonly [string, (house: CardHouse) => Promise<void>])[] = [
  ['PIN change: place the card', async (house) => house.press({ type: 'chooseService', service: 'pinChange' })],
  ['PIN change: choose a PIN', async (house) => {
    await house.toPinChange('userAuthentication')
    await house.press('back')
  }],
  ['PIN change: enter the present one', async (house) => {
    await house.toPinChange('signature')
  }],
  ['PIN change: last try', async (house) => {
    await house.toPinChange('userAuthentication', testCard('last-try'))
  }],
  ['PIN change: waiting for a clerk', async (house) => {
    await house.toPinChange('userAuthentication', testCard('last-try'))
    await house.press('tryLastTime')
  }],
  ['PIN change: choose a new one', async (house) => {
    await house.toPinChange('userAuthentication')
    await house.enter('1234')
  }],
  ['PIN change: repeat the new one', async (house) => {
    await house.toPinChange('userAuthentication')
    await house.enter('1234', '8263')
  }],
  ['PIN change: changed', flows.pinChange],
  ['PIN change: failed', async (house) => {
    await house.toPinChange('userAuthentication', testCard('foreign-card'))
  }],
  ['validity: place the card', async (house) => house.press({ type: 'chooseService', service: 'certificateValidity' })],
  ['validity: the result', async (house) => {
    await house.toValidity()
  }],
  ['validity: enter the password', async (house) => {
    await house.toValidity()
    await house.press('checkSignatureCertificate')
  }],
  ['validity: both results', flows.validity],
  ['card work: explained', async (house) => {
    house.work.offer(resetTask)
    await house.begin()
    await house.settle()
  }],
  ['card work: place the card', async (house) => {
    house.work.offer(resetTask)
    await house.begin()
    await house.press('next')
  }],
  ['card work: enter a PIN', async (house) => {
    house.work.offer(renewalTask)
    await house.begin()
    await house.press('next')
    house.place()
    await house.settle()
  }],
  ['card work: choose a new one', async (house) => {
    house.work.offer(resetTask)
    await house.begin()
    await house.press('next')
    house.place()
    await house.settle()
  }],
  ['card work: done', flows.cardWork],
]

describe.each(screens)('%s', (_name, reach) => {
  it('has an answer to every event of the screen, and an end', async () => {
    for (const event of everyEvent) {
      const house = new CardHouse()
      await reach(house)
      const verified = house.verified.length
      const told = house.session.dispatch(event)
      if (!told.ok) expect(['MESSAGE-ILL-TIMED', 'MESSAGE-INVALID']).toContain(told.failure.code)
      await house.settle()
      residentSnapshotSchema.parse(house.session.snapshot())
      // None of these is a whole PIN, so the card is asked for none.
      expect(house.verified.length, event.type).toBe(verified)
      expect(house.bugs).toEqual([])
      await house.endsClean()
    }
  })

  it.each(['taken away', 'another one', 'mute', 'the reader unplugged', 'the service gone'] as const)('the card %s: still a screen, still an end', async (what) => {
    const house = new CardHouse()
    await reach(house)
    if (what === 'taken away') house.reader.remove()
    else if (what === 'another one') house.place(testCard('second-card'))
    else house.reader.setFaults({ muteCard: what === 'mute', noReader: what === 'the reader unplugged', noService: what === 'the service gone' })
    await house.settle()
    residentSnapshotSchema.parse(house.session.snapshot())
    expect(house.bugs).toEqual([])
    house.reader.setFaults({})
    await house.settle()
    await house.endsClean()
  })

  it('left alone long enough it is the start again, with nothing left', async () => {
    const house = new CardHouse()
    await reach(house)
    house.timers.advance(301_000)
    await house.settle()
    house.expectClean()
  })
})

describe.each(flowNames)('%s', (name) => {
  it('does not go on past what can not be written down, and leaves nothing behind', async () => {
    const whole = new CardHouse()
    await flows[name](whole)
    await whole.endsClean()
    const types = [...new Set(whole.events.map(({ type }) => type))].filter((type) => type !== 'session-end')
    expect(types.length).toBeGreaterThan(4)
    for (const type of types) {
      const house = new CardHouse()
      house.answers.audit = (event: AuditEvent) => (event.type === type ? 'STORE-FULL' : null)
      await flows[name](house)
      await house.settle()
      if (type === 'session-begin') house.work.takeBack()
      await house.endsClean()
      expect(house.bugs).toEqual([])
    }
  })

  it('is wiped by a bug of the client at any step, reported, and begins anew', async () => {
    const steps: readonly (keyof IndividualNumberCard)[] = ['overview', 'identity', 'readCardData', 'verifyPin', 'readCertificate', 'changePin', 'forIssuer']
    let met = 0
    for (const step of steps) {
      const house = new CardHouse()
      house.bug = step
      await flows[name](house)
      await house.settle()
      met += house.bugs.length
      if (house.bugs.length > 0) house.expectClean()
      else await house.endsClean()
    }
    expect(met).toBeGreaterThanOrEqual(3)
  })
})

describe('whatever comes, in whatever order', () => {
  const typing = fc.constantFrom('1234', '9999', '8263', 'ABC123', 'KX92PT', '77')
  const doing = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...everyEvent).map((event) => ({ what: 'press' as const, event })) },
    { weight: 4, arbitrary: typing.map((pin) => ({ what: 'enter' as const, pin })) },
    { weight: 3, arbitrary: fc.constantFrom('adult', 'second-card', 'under-15', 'last-try', 'foreign-card', 'face-authentication').map((profile) => ({ what: 'place' as const, profile })) },
    { weight: 1, arbitrary: fc.constantFrom('remove', 'idle', 'begin', 'takeBack', 'allow', 'decline', 'otherCard', 'refuseOrders').map((what) => ({ what })) },
  )

  it('the screen is one of the contract, a PIN is sent only when it was handed in, and the end is empty', { timeout: 120_000 }, async () => {
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...screens), fc.array(doing, { minLength: 1, maxLength: 14 }), async ([, reach], plan) => {
        const house = new CardHouse()
        await reach(house)
        reached.add(house.screen.kind)
        let handedIn = house.verified.length
        for (const act of plan) {
          if (act.what === 'press' && 'event' in act) await house.press(act.event)
          else if (act.what === 'enter' && 'pin' in act) {
            handedIn += 1
            await house.enter(act.pin)
          } else if (act.what === 'place' && 'profile' in act) house.place(testCard(act.profile))
          else if (act.what === 'remove') house.reader.remove()
          else if (act.what === 'idle') house.timers.advance(91_000)
          else if (act.what === 'takeBack') house.work.takeBack()
          else if (act.what === 'otherCard') house.work.proof = 'CASE-OTHER-CARD'
          else if (act.what === 'refuseOrders') house.work.order = fail('ISSUER-REFUSED')
          else if (act.what === 'begin') {
            // One case at a time, and the desk takes back what could not begin.
            if (house.work.task() === null) {
              house.work.offer(resetTask)
              if (!(await house.begin()).ok) house.work.takeBack()
            }
          } else house.session.decideLastTry(act.what === 'allow')
          if (act.what === 'press' && 'event' in act && act.event.type === 'pinSubmit') handedIn += 1
          await house.settle()
          residentSnapshotSchema.parse(house.session.snapshot())
          reached.add(house.screen.kind)
        }
        expect(house.verified.length).toBeLessThanOrEqual(handedIn)
        expect(house.bugs).toEqual([])
        await house.endsClean()
      }),
      { numRuns: 150 },
    )
    for (const kind of ['choosePin', 'enterPin', 'placeCard', 'validity', 'cardWork', 'failed', 'attract']) expect(reached).toContain(kind)
  })
})
