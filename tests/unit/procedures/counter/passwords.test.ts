import { describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../../../src-main/failures/result.ts'
import { staffAccountsSchema, type StaffEvent } from '../../../../src-preload/contract.ts'
import { CounterDesk, password } from '../../../fixtures/procedures/counter-desk.ts'

const another = 'another stable 43'
const oneTime = 'a borrowed umbrella'

const session = (counter: CounterDesk): unknown => counter.desk.snapshot().session
const change = (oldPassword: string, newPassword: string): StaffEvent => ({ type: 'changePassword', oldPassword, newPassword })
const give = (accountId: string, ownPassword = password): StaffEvent => ({ type: 'setOneTimePassword', accountId, oneTimePassword: oneTime, ownPassword })
const signIn = (counter: CounterDesk, accountId: string, typed: string): Promise<Result<void>> => counter.desk.dispatch({ type: 'signIn', accountId, password: typed })

/** A clerk who forgot the password, and the supervisor at the screen. */
async function forgotten(): Promise<CounterDesk> {
  const counter = new CounterDesk()
  await counter.account('sato', 'clerk')
  return counter.signedIn('supervisor', 'chief')
}

describe('changing one’s own password', () => {
  it('leaves the new one alone to sign in with, and the person signed in', async () => {
    const counter = await new CounterDesk().signedIn('clerk', 'sato')
    expect(await counter.desk.dispatch(change(password, another))).toEqual(ok())
    expect(session(counter)).toMatchObject({ state: 'signedIn', accountId: 'sato' })
    await counter.desk.dispatch({ type: 'signOut' })
    expect(await signIn(counter, 'sato', password)).toEqual(fail('STAFF-BAD-CREDENTIALS'))
    expect(await signIn(counter, 'sato', another)).toEqual(ok())
  })

  it('needs the old one, another one, and a good one', async () => {
    const counter = await new CounterDesk().signedIn('clerk', 'sato')
    expect(await counter.desk.dispatch(change('not this one', another))).toEqual(fail('STAFF-BAD-CREDENTIALS'))
    for (const bad of ['short', password, 'sato is my name']) expect(await counter.desk.dispatch(change(password, bad))).toMatchObject({ ok: false, failure: { code: 'STAFF-WEAK-PASSWORD' } })
    await counter.desk.dispatch({ type: 'signOut' })
    expect(await signIn(counter, 'sato', password)).toEqual(ok())
  })

  it('closes account and screen to whoever guesses the old one at a screen left open', async () => {
    const counter = await new CounterDesk().signedIn('clerk', 'sato')
    for (let guess = 0; guess < 4; guess += 1) expect(await counter.desk.dispatch(change('not this one', another))).toEqual(fail('STAFF-BAD-CREDENTIALS'))
    expect(await counter.desk.dispatch(change('not this one', another))).toEqual(fail('STAFF-LOCKED-OUT'))
    expect(session(counter)).toMatchObject({ state: 'locked' })
    expect(await counter.desk.dispatch({ type: 'unlock', password })).toEqual(fail('STAFF-LOCKED-OUT'))
  })

  it('signs nobody in who signed out while it was being done', async () => {
    const counter = await new CounterDesk().signedIn('clerk', 'sato')
    const changing = counter.desk.dispatch(change(password, another))
    await counter.desk.dispatch({ type: 'signOut' })
    await changing
    expect(session(counter)).toEqual({ state: 'signedOut' })
  })

  it('is in the log, done or refused, without any password', async () => {
    const counter = await new CounterDesk().signedIn('clerk', 'sato')
    await counter.desk.dispatch(change('not this one', another))
    await counter.desk.dispatch(change(password, another))
    expect(counter.events().slice(-2)).toEqual([
      { type: 'staff-password-refused', actor: 'sato', code: 'STAFF-BAD-CREDENTIALS' },
      { type: 'staff-account-changed', actor: 'sato', account: 'sato', change: 'passwordChanged' },
    ])
    for (const secret of [password, another, 'not this one']) expect(JSON.stringify(counter.events())).not.toContain(secret)
  })
})

describe('a one-time password', () => {
  it('is given by a supervisor, opens a locked account, and lets its person do nothing but set their own', async () => {
    const counter = await forgotten()
    for (let guess = 0; guess < 5; guess += 1) await signIn(counter, 'sato', 'not this one')
    expect(counter.desk.accounts()).toMatchObject({ ok: true, value: { accounts: [{ accountId: 'chief', locked: false }, { accountId: 'sato', locked: true, passwordDue: false }] } })
    expect(await counter.desk.dispatch(give('sato'))).toEqual(ok())
    const listed = counter.desk.accounts()
    expect(staffAccountsSchema.parse(listed.ok ? listed.value : null)).toMatchObject({ accounts: [{}, { accountId: 'sato', locked: false, passwordDue: true }] })
    await counter.desk.dispatch({ type: 'signOut' })

    const request = counter.request()
    expect(await signIn(counter, 'sato', oneTime)).toEqual(ok())
    expect(session(counter)).toEqual({ state: 'passwordDue', accountId: 'sato', displayName: '見本 sato' })
    expect(counter.desk.snapshot().requests).toEqual([])
    expect(await counter.desk.dispatch({ type: 'print', requestId: request.requestId })).toEqual(fail('STAFF-SIGNED-OUT'))
    expect(counter.desk.detail(request.requestId)).toEqual(fail('STAFF-SIGNED-OUT'))
    expect(await counter.desk.dispatch(change(oneTime, another))).toEqual(ok())
    expect(session(counter)).toMatchObject({ state: 'signedIn', accountId: 'sato', role: 'clerk' })
    await counter.desk.dispatch({ type: 'signOut' })
    expect(await signIn(counter, 'sato', oneTime)).toEqual(fail('STAFF-BAD-CREDENTIALS'))
  })

  it('ends a day after it was given, and says so to nobody but who knows it', async () => {
    const counter = await forgotten()
    await counter.desk.dispatch(give('sato'))
    await counter.desk.dispatch({ type: 'signOut' })
    counter.clock.advance(24 * 60 * 60 * 1000 - 1)
    expect(await signIn(counter, 'sato', oneTime)).toEqual(ok())
    await counter.desk.dispatch({ type: 'signOut' })
    counter.clock.advance(1)
    expect(await signIn(counter, 'sato', 'not this one')).toEqual(fail('STAFF-BAD-CREDENTIALS'))
    expect(await signIn(counter, 'sato', oneTime)).toEqual(fail('STAFF-PASSWORD-ENDED'))
    expect(session(counter)).toEqual({ state: 'signedOut' })
    await signIn(counter, 'chief', password)
    await counter.desk.dispatch(give('sato'))
    await counter.desk.dispatch({ type: 'signOut' })
    expect(await signIn(counter, 'sato', oneTime)).toEqual(ok())
    expect(await counter.desk.dispatch(change(oneTime, another))).toEqual(ok())
    await counter.desk.dispatch({ type: 'signOut' })
    counter.clock.advance(365 * 24 * 60 * 60 * 1000)
    expect(await signIn(counter, 'sato', another)).toEqual(ok())
  })

  it('stays due through a lock of the screen and a restart', async () => {
    const counter = await forgotten()
    await counter.desk.dispatch(give('sato'))
    await counter.desk.dispatch({ type: 'signOut' })
    await signIn(counter, 'sato', oneTime)
    await counter.desk.dispatch({ type: 'lock' })
    expect(session(counter)).toMatchObject({ state: 'locked', accountId: 'sato' })
    expect(await counter.desk.dispatch(change(oneTime, another))).toEqual(fail('STAFF-SIGNED-OUT'))
    await counter.desk.dispatch({ type: 'unlock', password: oneTime })
    expect(session(counter)).toMatchObject({ state: 'passwordDue' })
    counter.restart()
    await signIn(counter, 'sato', oneTime)
    expect(session(counter)).toMatchObject({ state: 'passwordDue' })
  })

  it('is not given at a screen that was left open: the supervisor’s own password is asked, and counted', async () => {
    const counter = await forgotten()
    for (let guess = 0; guess < 4; guess += 1) expect(await counter.desk.dispatch(give('sato', 'not this one'))).toEqual(fail('STAFF-BAD-CREDENTIALS'))
    expect(await counter.desk.dispatch(give('sato', 'not this one'))).toEqual(fail('STAFF-LOCKED-OUT'))
    expect(session(counter)).toMatchObject({ state: 'locked', accountId: 'chief' })
    expect(await signIn(counter, 'sato', password)).toEqual(ok())
  })

  it('is not for the own account, one that is closed for good, or one that there is not', async () => {
    const counter = await forgotten()
    expect(await counter.desk.dispatch(give('chief'))).toMatchObject({ ok: false, failure: { code: 'STAFF-NOT-ALLOWED' } })
    expect(await counter.desk.dispatch(give('nobody'))).toEqual(fail('STAFF-NOT-FOUND'))
    expect(counter.store.staff.disable('sato').ok).toBe(true)
    expect(await counter.desk.dispatch(give('sato'))).toEqual(fail('STAFF-NOT-FOUND'))
    expect(counter.desk.accounts()).toMatchObject({ ok: true, value: { accounts: [{ accountId: 'chief' }] } })
  })

  it.each(['clerk', 'maintainer'] as const)('is no affair of a %s, nor is the list', async (role) => {
    const counter = await forgotten()
    await counter.signedIn(role, 'suzuki')
    expect(await counter.desk.dispatch(give('sato'))).toEqual(fail('STAFF-NOT-ALLOWED'))
    expect(counter.desk.accounts()).toEqual(fail('STAFF-NOT-ALLOWED'))
  })

  it('is in the log with who gave it to whom, and never itself', async () => {
    const counter = await forgotten()
    await counter.desk.dispatch(give('sato'))
    expect(counter.events().slice(-2)).toEqual([
      { type: 'staff-signed-in', actor: 'chief', outcome: 'success', code: null },
      { type: 'staff-account-changed', actor: 'chief', account: 'sato', change: 'oneTimePasswordSet' },
    ])
    expect(JSON.stringify(counter.events()) + JSON.stringify(counter.desk.snapshot())).not.toContain(oneTime)
  })
})
