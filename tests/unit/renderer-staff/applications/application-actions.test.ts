import { describe, expect, it } from 'vitest'
import { applicationDetails, applicationRows, batchDetail, applicationsView } from '../../../e2e/gallery-staff/fixtures/applications.ts'
import { applicationSteps, applicationWhyNot, nextStep, type OnApplicationName } from '../../../../src-renderer/staff/applications/application-actions.ts'
import { collectiveWhyNot, nextToPhotograph } from '../../../../src-renderer/staff/applications/collective-actions.ts'
import { applicationQuestion } from '../../../../src-renderer/staff/applications/start-application.ts'

type Name = keyof typeof applicationRows
const stands = { role: 'clerk', halted: false, busy: false } as const
const why = (name: Name, action: OnApplicationName, over: object = {}) =>
  applicationWhyNot(action, { ...stands, row: applicationRows[name], detail: applicationDetails[applicationRows[name].applicationId] ?? null, ...over })

describe('what a clerk may do about an application', () => {
  it('is nothing before it is open, for maintenance, or while the terminal is halted', () => {
    expect(why('complete', 'receive', { detail: null })).toBe('loading')
    expect(why('complete', 'receive', { role: 'maintainer' })).toBe('notAllowed')
    expect(why('complete', 'receive', { halted: true })).toBe('halted')
    expect(why('complete', 'receive', { busy: true })).toBe('busy')
    expect(why('complete', 'receive')).toBeNull()
  })

  it('says whether something is missing or stands in the way for good', () => {
    expect(why('worst', 'receive')).toBe('barred')
    expect(why('crashed', 'receive')).toBe('missing')
    expect(why('returned', 'correct')).toBe('barred')
    expect(why('waiting', 'correct')).toBe('notReturned')
  })

  it('leaves what the resident is at alone, and what was received as it is', () => {
    expect(why('atResident', 'record')).toBe('atResident')
    expect(why('atResident', 'atResident')).toBe('atResident')
    expect(why('atResident', 'receive')).toBe('atResident')
    expect(why('waiting', 'record')).toBe('fixed')
    expect(why('waiting', 'atResident')).toBe('fixed')
    expect(why('returned', 'atResident')).toBeNull()
  })

  it('confirms a photo once, and none that is not there', () => {
    expect(why('toConfirm', 'confirmPhoto')).toBeNull()
    expect(why('complete', 'confirmPhoto')).toBe('confirmed')
    expect(why('crashed', 'confirmPhoto')).toBe('noPhoto')
    expect(why('crashed', 'printPhoto')).toBe('noPhoto')
  })

  it('takes a photo from a file wherever a photo may be set, and none for an infant', () => {
    expect(why('crashed', 'photoFile')).toBeNull()
    expect(why('complete', 'photoFile')).toBeNull()
    expect(why('returned', 'photoFile')).toBeNull()
    expect(why('atResident', 'photoFile')).toBe('atResident')
    expect(why('waiting', 'photoFile')).toBe('fixed')
    expect(why('delivered', 'photoFile')).toBe('finished')
    expect(why('infant', 'photoFile')).toBe('notNeeded')
  })

  it('keeps the steps in their order', () => {
    expect(why('packed', 'shipped')).toBeNull()
    expect(why('packed', 'prepared')).toBe('notYet')
    expect(why('notified', 'shipped')).toBe('passed')
    expect(why('notified', 'deliver')).toBeNull()
    expect(why('delivered', 'deliver')).toBe('finished')
    expect(why('toConfirm', 'return')).toBe('tooEarly')
  })
})

describe('the steps to the card', () => {
  it('are five, with the next one marked', () => {
    expect(applicationSteps(applicationRows.prepared)).toEqual([
      { step: 'receive', done: true, next: false },
      { step: 'shipped', done: true, next: false },
      { step: 'prepared', done: true, next: false },
      { step: 'notified', done: false, next: true },
      { step: 'deliver', done: false, next: false },
    ])
  })

  it('begin again with the correction where it was sent back', () => {
    expect(nextStep(applicationRows.returned)).toBe('correct')
    expect(nextStep({ state: 'corrected', express: false })).toBe('shipped')
  })

  it('leave out the visit of an express card, and end', () => {
    expect(applicationSteps(applicationRows.waiting).map(({ step }) => step)).toEqual(['receive', 'shipped', 'deliver'])
    expect(nextStep({ state: 'shipped', express: true })).toBe('deliver')
    expect(nextStep(applicationRows.delivered)).toBeNull()
    expect(nextStep(applicationRows.withdrawn)).toBeNull()
  })
})

describe('what is done to many', () => {
  const held = { ...stands, held: applicationsView, batch: batchDetail.batch, people: batchDetail.people, packet: null }

  it('photographs the next who needs one, in the order of the list', () => {
    expect(nextToPhotograph([...batchDetail.people].reverse())?.place).toBe(3)
    expect(collectiveWhyNot('batchNext', { ...held, people: [] })).toBe('nobodyLeft')
  })

  it('adds nobody to a closed group', () => {
    const closed = { ...held, batch: { ...batchDetail.batch, state: 'closed' as const } }
    expect([collectiveWhyNot('batchAdd', closed), collectiveWhyNot('batchImport', closed)]).toEqual(['closed', 'closed'])
    expect(collectiveWhyNot('batchAdd', held)).toBeNull()
  })

  it('finishes a packet that was begun, whether or not others wait', () => {
    const none = { ...held, held: { ...applicationsView, packet: { configured: true, waiting: 0 } } }
    const writing = applicationsView.packets.find(({ state }) => state === 'writing') ?? null
    expect(collectiveWhyNot('packetMake', none)).toBe('nothingWaits')
    expect(collectiveWhyNot('packetMake', { ...none, packet: writing })).toBeNull()
    expect(collectiveWhyNot('packetHandedOver', { ...none, packet: writing })).toBe('notYet')
    expect(collectiveWhyNot('packetMake', { ...held, held: { ...applicationsView, packet: { configured: false, waiting: 3 } } })).toBe('notConfigured')
  })

  it('goes on with the same packet, and gives a new one an id of its own', () => {
    const about = { applicationId: null, batchId: null, isUnfinished: false, newId: () => 'new' }
    expect(applicationQuestion('packetMake', { ...about, packetId: 'begun', isUnfinished: true })).toEqual({ kind: 'packetMake', packetId: 'begun' })
    expect(applicationQuestion('packetMake', { ...about, packetId: 'made' })).toEqual({ kind: 'packetMake', packetId: 'new' })
    expect(applicationQuestion('packetMake', { ...about, packetId: null })).toEqual({ kind: 'packetMake', packetId: 'new' })
  })
})
