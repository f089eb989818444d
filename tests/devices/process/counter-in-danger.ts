import type { RequestRow, RequestState, StaffEvent } from '../../../src-preload/contract.ts'
import type { GlassClient } from '../../fixtures/kiosk/glass-client.ts'
import type { PowerCut } from '../../fixtures/kiosk/power-cut.ts'
import type { Tray } from '../../fixtures/kiosk/tray.ts'

/** Cards, and everybody who must be on the paper, in this order. */
const people = [
  { profile: 'adult', applicant: '見本　花子', household: ['見本　太郎', '見本　花子', '見本　一郎', '見本　さくら'] },
  {
    profile: 'eight',
    applicant: '大家　正',
    household: ['大家　正', '大家　恵子', '大家　健太', '大家　美咲', '大家　陸', '大家　結衣', '大家　勇', '大家　キヨ'],
  },
  { profile: 'single', applicant: '独居　進', household: ['独居　進'] },
] as const
type Person = (typeof people)[number]

const order: RequestState[] = ['received', 'printing', 'uncertain', 'printed', 'paid', 'handedOver', 'voided']
export const reached = (state: RequestState, atLeast: RequestState): boolean => order.indexOf(state) >= order.indexOf(atLeast)

/** What this side of the glass was told of a request, and may therefore rely on. */
export interface Known {
  readonly person: Person
  atLeast: RequestState
  /** How often somebody pressed print. */
  asked: number
}

interface Sides {
  readonly resident: GlassClient<'resident'>
  readonly staff: GlassClient<'staff'>
  readonly training: GlassClient<'training'>
  readonly cut: PowerCut
}

/** The people before the glass, who remember what they were told over all lives of the kiosk. */
export class CounterInDanger {
  readonly requests = new Map<string, Known>()
  /** How often a resident pressed the last button. */
  confirmed = 0
  /** 受付番号 that a resident has read, and the staff have not seen yet. */
  readonly #promised = new Set<string>()
  readonly #tray: Tray
  #turn = 0
  /** Whose card was on the reader when a request was made; a request that nobody was told of belongs to it. */
  #atReader: Person = people[0]

  constructor(tray: Tray) {
    this.#tray = tray
  }

  /** Takes in what the staff screen lists. Returns the numbers that residents hold and the staff do not see. */
  note(rows: readonly RequestRow[]): readonly string[] {
    for (const { requestId, number, state } of rows) {
      this.#promised.delete(number)
      if (!this.requests.has(requestId)) this.requests.set(requestId, { person: this.#atReader, atLeast: state, asked: 0 })
    }
    return [...this.#promised]
  }

  async visit({ resident, training, cut }: Sides): Promise<void> {
    const person = people[this.#turn % people.length] ?? people[0]
    this.#turn += 1
    this.#atReader = person
    await training.dispatch({ type: 'removeCard' })
    await resident.dispatch({ type: 'chooseService', service: 'residentRecordHousehold' })
    await resident.dispatch({ type: 'next' })
    const read = await cut.during('reading the card', async () => {
      await training.dispatch({ type: 'insertCard', profile: person.profile })
      return resident.waitFor(({ screen }) => screen.kind === 'enterPin')
    })
    if (!read) return
    for (const digit of '1234') await resident.dispatch({ type: 'pinDigit', digit })
    const proven = await cut.during('proving the card', async () => {
      await resident.dispatch({ type: 'pinSubmit' })
      return resident.waitFor(({ screen }) => screen.kind === 'confirm')
    })
    if (!proven) return
    const slip = await cut.during('receiving', async () => {
      this.confirmed += 1
      await resident.dispatch({ type: 'confirm' })
      return resident.waitFor(({ screen }) => screen.kind === 'slip')
    })
    if (slip?.screen.kind !== 'slip') return
    this.#promised.add(slip.screen.number)
    await cut.during('wiping', async () => {
      await resident.dispatch({ type: 'next' })
      await resident.waitFor(({ screen }) => screen.kind === 'attract')
    })
  }

  /** Moves everything on by one step. */
  async serve(sides: Sides): Promise<void> {
    for (const row of sides.staff.snapshot.requests) {
      const known = this.requests.get(row.requestId)
      if (known && !sides.staff.lost) await this.#moveOn(sides, row, known)
    }
  }

  async #moveOn({ staff, cut }: Sides, { requestId, state }: RequestRow, known: Known): Promise<void> {
    switch (state) {
      case 'received':
        known.asked += 1
        return cut.during('printing', () => this.#told(staff, known, { type: 'print', requestId }, 'printed'))
      case 'uncertain': {
        const paperCameOut = (await this.#tray.papersOf(requestId)) > 0
        return cut.during('resolving a doubt', async () => {
          await staff.dispatch({ type: 'resolveUncertain', requestId, paperCameOut })
        })
      }
      case 'printed':
        return cut.during('taking the fee', () => this.#told(staff, known, { type: 'takeFee', requestId, receivedYen: 1000 }, 'paid'))
      case 'paid':
        return cut.during('handing over', () => this.#told(staff, known, { type: 'handOver', requestId }, 'handedOver'))
      case 'printing':
      case 'handedOver':
      case 'voided':
    }
  }

  async #told(staff: GlassClient<'staff'>, known: Known, event: StaffEvent, state: RequestState): Promise<void> {
    const reply = await staff.dispatch(event)
    if (reply.ok && !reached(known.atLeast, state)) known.atLeast = state
  }
}
