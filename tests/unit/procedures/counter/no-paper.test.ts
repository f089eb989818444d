import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AuditEvent } from '../../../../src-main/audit/event-catalogue.ts'
import { fixedClock } from '../../../../src-main/clock.ts'
import { fail, ok } from '../../../../src-main/failures/result.ts'
import { Halt } from '../../../../src-main/procedures/counter/halt.ts'
import type { FailureCode } from '../../../../src-preload/contract.ts'
import { CounterDesk } from '../../../fixtures/procedures/counter-desk.ts'
import { startOfTest } from '../../../fixtures/procedures/fake-house.ts'
import { family, household } from '../../../fixtures/procedures/households.ts'

const members = family.members
const record = (parts: Partial<{ members: typeof members; blocks: { residentId: string; block: 'supportMeasures' }[] }>) => () =>
  ok({ residentId: '10000102', household: household('100001', parts.members ?? members), blocks: parts.blocks ?? [] })

describe('what the registry says when the paper is printed', () => {
  it.each([
    ['a block that came after the request', record({ blocks: [{ residentId: '10000101', block: 'supportMeasures' }] }), 'RESIDENT-BLOCKED'],
    ['a name that was changed', record({ members: members.map((member) => (member.residentId === '10000102' ? { ...member, name: { text: '別姓　花子', kana: null } } : member)) }), 'RESIDENT-CHANGED'],
    ['a birth date that was corrected', record({ members: members.map((member) => ({ ...member, birthDate: { year: 1981, month: null, day: null } })) }), 'RESIDENT-CHANGED'],
    ['a member who is gone', record({ members: members.slice(0, 2) }), 'RESIDENT-CHANGED'],
    ['a member who came, when the whole household was asked for', record({ members: [...members, { ...members[2]!, residentId: '10000104' }] }), 'RESIDENT-CHANGED'],
    ['a record that is gone', () => fail('RESIDENT-NOT-FOUND'), 'RESIDENT-NOT-FOUND'],
    ['a record with a hole', () => fail('RESIDENT-INCOMPLETE'), 'RESIDENT-INCOMPLETE'],
    ['a registry that is down', () => fail('REGISTRY-UNAVAILABLE'), 'REGISTRY-UNAVAILABLE'],
  ] as const)('%s: nothing is printed, the request waits with the code', async (_name, answer, code) => {
    const counter = await new CounterDesk().signedIn()
    const request = counter.request()
    counter.world.record = answer
    expect(await counter.desk.dispatch({ type: 'print', requestId: request.requestId })).toMatchObject({ ok: false, failure: { code } })
    expect(counter.jobs).toEqual([])
    expect(counter.stored(request)).toMatchObject({ state: 'received', failure: code })
    expect(await counter.desk.preview(request.requestId)).toMatchObject({ ok: false, failure: { code } })
    expect(counter.halt.halted).toBe(false)
  })

  it('someone new in the household does not matter to a paper about two others', async () => {
    const counter = await new CounterDesk().signedIn()
    const request = counter.request({ residentIds: ['10000101', '10000102'] })
    counter.world.record = record({ members: [...members, { ...members[2]!, residentId: '10000104' }] })
    expect(await counter.desk.dispatch({ type: 'print', requestId: request.requestId })).toEqual(ok())
  })
})

describe('what the composer says', () => {
  it.each(['DOCUMENT-MISSING-GLYPH', 'DOCUMENT-TOO-LONG', 'DOCUMENT-INVALID-INPUT'] as const)('%s: nothing is printed, the request waits with the code', async (code) => {
    const counter = await new CounterDesk().signedIn()
    const request = counter.request()
    counter.world.compose = code
    expect(await counter.desk.dispatch({ type: 'print', requestId: request.requestId })).toEqual(fail(code))
    expect(counter.stored(request)).toMatchObject({ state: 'received', failure: code })
    expect(counter.jobs).toEqual([])
    expect(counter.halt.halted).toBe(false)
  })

  it('a bug is no answer: it is thrown on, and the request does not stay printing for ever', async () => {
    const counter = await new CounterDesk().signedIn()
    const request = counter.request()
    counter.world.compose = 'throw'
    await expect(counter.desk.dispatch({ type: 'print', requestId: request.requestId })).rejects.toThrow('a bug in the composer')
    expect(counter.stored(request)).toMatchObject({ state: 'uncertain', failure: 'INTERNAL' })
    counter.world.compose = null
    const next = counter.request()
    expect(await counter.desk.dispatch({ type: 'print', requestId: next.requestId })).toEqual(ok())
  })
})

describe('a paper that is not about its request', () => {
  it.each(['afterRender', 'beforePrinter'] as const)('seen %s: not a byte goes out, and the terminal stops', async (stage) => {
    const counter = await new CounterDesk().signedIn('supervisor')
    const request = counter.request()
    const other = counter.request()
    counter.world.mixUp = stage
    expect(await counter.desk.dispatch({ type: 'print', requestId: request.requestId })).toEqual(fail('DOCUMENT-MISMATCH'))
    expect(counter.jobs).toEqual([])
    expect(counter.stored(request)).toMatchObject({ state: 'received', failure: 'DOCUMENT-MISMATCH' })
    expect(counter.halt.incident()).toEqual({ requestId: request.requestId, stage, at: startOfTest })
    expect(counter.events()).toContainEqual({ type: 'kiosk-halted', requestId: request.requestId, stage })
    counter.world.mixUp = null
    expect(await counter.desk.dispatch({ type: 'print', requestId: other.requestId })).toEqual(fail('KIOSK-HALTED'))
    expect(await counter.desk.dispatch({ type: 'reissue', requestId: other.requestId, reason: 'other', note: '' })).toEqual(fail('KIOSK-HALTED'))
    expect(counter.resident.snapshot().screen).toMatchObject({ kind: 'outOfService', failure: 'KIOSK-HALTED' })
    expect(counter.resident.dispatch({ type: 'start' })).toEqual(fail('KIOSK-HALTED'))
  })

  it('in the second of three copies: what is out is for a clerk to take away', async () => {
    const counter = await new CounterDesk().signedIn()
    const request = counter.request({ copies: 3 })
    let release = (): void => undefined
    counter.world.hold = new Promise((resolve) => (release = resolve))
    const printing = counter.desk.dispatch({ type: 'print', requestId: request.requestId })
    await counter.settle()
    counter.world.mixUp = 'beforePrinter'
    release()
    expect(await printing).toEqual(fail('DOCUMENT-MISMATCH'))
    expect(counter.jobs).toHaveLength(1)
    expect(counter.stored(request)).toMatchObject({ state: 'uncertain', failure: 'DOCUMENT-MISMATCH' })
  })

  it('a job that waits its turn when the terminal stops is not printed', async () => {
    const counter = await new CounterDesk().signedIn()
    const [first, second] = [counter.request(), counter.request()]
    let release = (): void => undefined
    counter.world.hold = new Promise((resolve) => (release = resolve))
    const running = counter.desk.dispatch({ type: 'print', requestId: first.requestId })
    const waiting = counter.desk.dispatch({ type: 'print', requestId: second.requestId })
    await counter.settle()
    counter.halt.halt(first.requestId, 'beforePrinter')
    release()
    expect(await running).toEqual(ok())
    expect(await waiting).toEqual(fail('KIOSK-HALTED'))
    expect(counter.jobs.map((job) => job.requestId)).toEqual([first.requestId])
    expect(counter.stored(second).state).toBe('received')
  })

  it('a paper that is out already is not handed over while the terminal is halted', async () => {
    const counter = await new CounterDesk().signedIn()
    const request = counter.request()
    await counter.desk.dispatch({ type: 'print', requestId: request.requestId })
    await counter.desk.dispatch({ type: 'takeFee', requestId: request.requestId, receivedYen: 1000 })
    counter.halt.halt(request.requestId, 'beforePrinter')
    expect(await counter.desk.dispatch({ type: 'handOver', requestId: request.requestId })).toEqual(fail('KIOSK-HALTED'))
    expect(counter.stored(request).state).toBe('paid')
  })

  it('a restart does not lift it; a supervisor does, with a note that is kept', async () => {
    const counter = await new CounterDesk().signedIn('supervisor')
    const request = counter.request()
    counter.world.mixUp = 'afterRender'
    await counter.desk.dispatch({ type: 'print', requestId: request.requestId })
    counter.world.mixUp = null
    counter.restart()
    expect(counter.desk.snapshot().halted).toBe(true)
    expect(counter.resident.snapshot().screen.kind).toBe('outOfService')
    await counter.desk.dispatch({ type: 'signIn', accountId: 'supervisor', password: 'correct horse 42' })
    expect(await counter.desk.dispatch({ type: 'endHalt', note: '紙を回収した' })).toEqual(ok())
    expect(counter.desk.snapshot().halted).toBe(false)
    expect(counter.halt.incident()).toBeNull()
    expect(counter.resident.snapshot().screen.kind).toBe('attract')
    expect(counter.events().at(-1)).toEqual({ type: 'kiosk-halt-ended', actor: 'supervisor', note: '紙を回収した' })
    expect(await counter.desk.dispatch({ type: 'print', requestId: request.requestId })).toEqual(ok())
    counter.restart()
    expect(counter.desk.snapshot().halted).toBe(false)
  })
})

describe('the halt itself', () => {
  const make = (parts: { audit?: () => FailureCode | null; file?: string } = {}) => {
    const counter = new CounterDesk()
    const events: AuditEvent[] = []
    const file = parts.file ?? join(counter.folder, 'mark', 'halted.json')
    const open = (): Halt =>
      new Halt({
        file,
        clock: fixedClock(startOfTest),
        audit: {
          record: (event) => {
            const code = parts.audit?.() ?? null
            if (code) return fail(code)
            events.push(event)
            return ok()
          },
        },
      })
    return { counter, file, events, open }
  }
  const requestId = 'a'.repeat(32)

  it('holds when its mark can not be written, says so, and tells the log and the screens all the same', () => {
    const { counter, file, events, open } = make()
    writeFileSync(join(counter.folder, 'mark'), 'a file where the folder should be')
    const halt = open()
    let told = 0
    halt.subscribe(() => (told += 1))
    const halted = halt.halt(requestId, 'beforePrinter')
    expect(halted).toMatchObject({ ok: false, failure: { code: expect.stringMatching(/^STORE-/) as unknown } })
    expect(halt.halted).toBe(true)
    expect(halt.incident()).toEqual({ requestId, stage: 'beforePrinter', at: startOfTest })
    expect(events).toEqual([{ type: 'kiosk-halted', requestId, stage: 'beforePrinter' }])
    expect(told).toBe(1)
    expect(existsSync(file)).toBe(false)
  })

  it('holds when it can not be audited, and keeps its mark', () => {
    const { file, open } = make({ audit: () => 'STORE-FULL' })
    const halt = open()
    expect(halt.halt(requestId, 'afterRender')).toEqual(fail('STORE-FULL'))
    expect(halt.halted).toBe(true)
    expect(existsSync(file)).toBe(true)
    expect(open().halted).toBe(true)
  })

  it('is not ended when that can not be audited', () => {
    let failure: FailureCode | null = null
    const { open } = make({ audit: () => failure })
    const halt = open()
    halt.halt(requestId, 'afterRender')
    failure = 'STORE-READ-ONLY'
    expect(halt.end('supervisor', '')).toEqual(fail('STORE-READ-ONLY'))
    expect(halt.halted).toBe(true)
    expect(open().halted).toBe(true)
  })

  it('is not ended when its mark can not be taken away', () => {
    const { file, open } = make()
    // A folder in the place of the mark: rm of a file fails on it, for root as well.
    mkdirSync(file, { recursive: true })
    const halt = open()
    expect(halt.halted).toBe(true)
    expect(halt.end('supervisor', '')).toMatchObject({ ok: false, failure: { code: expect.stringMatching(/^STORE-/) as unknown } })
    expect(halt.halted).toBe(true)
  })

  it('can not be ended when there is none', () => {
    const { events, open } = make()
    expect(open().end('supervisor', '')).toEqual(fail('MESSAGE-ILL-TIMED'))
    expect(events).toEqual([])
  })

  it.each(['', '{', '{"requestId":1}'])('a damaged mark halts all the same: %j', (text) => {
    const { counter, file, open } = make()
    mkdirSync(join(counter.folder, 'mark'))
    writeFileSync(file, text)
    const halt = open()
    expect(halt.halted).toBe(true)
    expect(halt.incident()).toBeNull()
    expect(halt.end('supervisor', '')).toEqual(ok())
    expect(open().halted).toBe(false)
  })

  it('a second mismatch keeps the first incident: that is where the clock started', () => {
    const { open } = make()
    const halt = open()
    halt.halt(requestId, 'afterRender')
    halt.halt('b'.repeat(32), 'beforePrinter')
    expect(halt.incident()).toMatchObject({ requestId, stage: 'afterRender' })
  })

  it('nobody else may read the mark', () => {
    const { file, open } = make()
    open().halt(requestId, 'afterRender')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})
