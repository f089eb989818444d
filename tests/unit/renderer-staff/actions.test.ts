import { describe, expect, it } from 'vitest'
import { requestStateSchema, type RequestState } from '../../../src-preload/contract.ts'
import { transitions } from '../../../src-main/queue/transitions.ts'
import { stepsOf, whyNot, type ActionName, type Situation } from '../../../src-renderer/staff/desk/actions.ts'

const situation = (state: RequestState, over: Partial<Situation> = {}): Situation => ({ row: { state }, role: 'clerk', halted: false, busy: false, receivedYen: null, ...over })
const states = requestStateSchema.options

const changeOf = { print: 'beginPrint', resolveUncertain: 'resolveUncertain', takeFee: 'pay', handOver: 'handOver', reissue: 'beginReissue', void: 'void' } as const

describe('which actions are open', () => {
  it.each(Object.entries(changeOf))('%s is open exactly where main lets the request go on', (action, change) => {
    const open = states.filter((state) => whyNot(action as ActionName, situation(state)) === null)
    expect(open).toEqual(states.filter((state) => transitions[change][state] !== undefined))
  })

  it('says of every closed action why', () => {
    expect(whyNot('takeFee', situation('received'))).toBe('notPrinted')
    expect(whyNot('handOver', situation('printed'))).toBe('notPaid')
    expect(whyNot('print', situation('uncertain'))).toBe('uncertain')
    expect(whyNot('print', situation('paid'))).toBe('alreadyPrinted')
    expect(whyNot('void', situation('handedOver'))).toBe('finished')
  })

  it('stops printing, reissuing and handing over while halted, but lets a request be voided', () => {
    expect(whyNot('print', situation('received', { halted: true }))).toBe('halted')
    expect(whyNot('reissue', situation('paid', { halted: true }))).toBe('halted')
    expect(whyNot('handOver', situation('paid', { halted: true }))).toBe('halted')
    expect(whyNot('void', situation('received', { halted: true }))).toBeNull()
  })

  it('opens nothing to those who look after the machine only', () => {
    for (const state of states) expect(whyNot('print', situation(state, { role: 'maintainer' }))).toBe('notAllowed')
  })

  it('lets the receipt of a fee be printed again while a reissue is on its way', () => {
    expect(whyNot('printFeeReceiptAgain', situation('printing'))).toBe('noFeeYet')
    expect(whyNot('printFeeReceiptAgain', situation('printing', { receivedYen: 300 }))).toBeNull()
  })

  it('waits for the action under way', () => {
    expect(whyNot('print', situation('received', { busy: true }))).toBe('busy')
  })
})

describe('the steps of the work', () => {
  it('shows one next step at most, after those that are done', () => {
    expect(stepsOf('printed').map(({ done, next }) => [done, next])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ])
    expect(stepsOf('handedOver').every(({ done }) => done)).toBe(true)
    expect(stepsOf('voided').some(({ next, done }) => next || done)).toBe(false)
  })
})
