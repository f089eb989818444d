import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { code, temporaryStore, value } from '../queue/temporary-store.ts'

const password = 'correct horse battery'
const tanaka = { accountId: 'tanaka', displayName: '田中', role: 'clerk' as const }

async function office() {
  const temporary = temporaryStore()
  const { staff } = value(temporary.open())
  value(await staff.add(tanaka, password))
  const events = (): unknown[] => {
    const database = new Database(temporary.file, { readonly: true })
    const rows = database.prepare<[], { event: string }>('SELECT event FROM audit_entry ORDER BY seq').all()
    database.close()
    return rows.map((row) => JSON.parse(row.event) as unknown)
  }
  return { ...temporary, staff, events }
}

describe('staff accounts', () => {
  it('are empty until the first is added, and listed without anything secret', async () => {
    const { staff } = value(temporaryStore().open())
    expect(staff.isEmpty()).toBe(true)
    value(await staff.add(tanaka, password))
    expect(staff.isEmpty()).toBe(false)
    expect(value(staff.list())).toEqual([{ ...tanaka, disabled: false, passwordDue: false, locked: false }])
  })

  it('let in with the right password, also in full width, and after a restart', async () => {
    const { staff, open } = await office()
    expect(value(await staff.signIn('tanaka', password))).toEqual({ ...tanaka, disabled: false, passwordDue: false })
    const fullWidth = Array.from(password, (letter) => (letter === ' ' ? '\u3000' : String.fromCharCode(letter.charCodeAt(0) + 0xfee0))).join('')
    expect(code(await staff.signIn('ＴＡＮＡＫＡ', fullWidth))).toBe('ok')
    expect(code(await value(open()).staff.signIn('tanaka', password))).toBe('ok')
  })

  it('say the same about a wrong password, an unknown id and a disabled account', async () => {
    const { staff } = await office()
    value(await staff.add({ ...tanaka, accountId: 'sato' }, password))
    expect(value(staff.disable('sato'))).toMatchObject({ accountId: 'sato', disabled: true })
    for (const attempt of [staff.signIn('tanaka', 'wrong'), staff.signIn('nobody', password), staff.signIn('sato', password)]) {
      expect(await attempt).toEqual({ ok: false, failure: { code: 'STAFF-BAD-CREDENTIALS' } })
    }
  })

  it('close for 15 minutes after five wrong passwords in a row, through a restart too, even for the right one', async () => {
    const { staff, clock, open } = await office()
    for (let attempt = 1; attempt <= 4; attempt += 1) expect(code(await staff.signIn('tanaka', 'wrong'))).toBe('STAFF-BAD-CREDENTIALS')
    expect(code(await staff.signIn('tanaka', 'wrong'))).toBe('STAFF-LOCKED-OUT')
    expect(code(await staff.signIn('tanaka', password))).toBe('STAFF-LOCKED-OUT')
    const reopened = value(open()).staff
    clock.advance(15 * 60_000 - 1)
    expect(code(await reopened.signIn('tanaka', password))).toBe('STAFF-LOCKED-OUT')
    clock.advance(1)
    expect(code(await reopened.signIn('tanaka', password))).toBe('ok')
  })

  it('count only failures in a row', async () => {
    const { staff } = await office()
    for (let attempt = 0; attempt < 4; attempt += 1) value(await staff.signIn('tanaka', 'wrong').then(() => staff.signIn('tanaka', password)))
    for (let attempt = 0; attempt < 4; attempt += 1) expect(code(await staff.signIn('tanaka', 'wrong'))).toBe('STAFF-BAD-CREDENTIALS')
    expect(code(await staff.signIn('tanaka', password))).toBe('ok')
  })

  it('let nobody past the lock by trying many passwords at the same time', async () => {
    const { staff } = await office()
    const guesses = [...Array.from({ length: 9 }, (_, index) => `guess-${index}`)]
    const results = await Promise.all(guesses.map((guess) => staff.signIn('tanaka', guess)))
    expect(results.map(code).filter((result) => result === 'STAFF-BAD-CREDENTIALS')).toHaveLength(4)
    expect(results.map(code).filter((result) => result === 'STAFF-LOCKED-OUT')).toHaveLength(5)
  })

  it('refuse a second account of one id, a bad id, an empty name and a weak password', async () => {
    const { staff } = await office()
    expect(code(await staff.add(tanaka, password))).toBe('STAFF-EXISTS')
    for (const accountId of ['', 'A', 'a b', '田中', 'x'.repeat(33), "a';--"]) {
      expect(code(await staff.add({ ...tanaka, accountId }, password))).toBe('MESSAGE-INVALID')
    }
    expect(code(await staff.add({ ...tanaka, accountId: 'suzuki', displayName: ' ' }, password))).toBe('MESSAGE-INVALID')
    expect(code(await staff.add({ ...tanaka, accountId: 'suzuki' }, 'short'))).toBe('STAFF-WEAK-PASSWORD')
    expect(code(staff.disable('suzuki'))).toBe('STAFF-NOT-FOUND')
  })

  it('open again by a word, with the password they had', async () => {
    const { staff } = await office()
    for (let attempt = 0; attempt < 5; attempt += 1) await staff.signIn('tanaka', 'wrong')
    expect(value(staff.list())).toMatchObject([{ locked: true }])
    expect(value(staff.unlock('tanaka', 'operator'))).toMatchObject({ accountId: 'tanaka', passwordDue: false })
    expect(value(staff.list())).toMatchObject([{ locked: false }])
    expect(code(await staff.signIn('tanaka', password))).toBe('ok')
  })

  it('keep one of two passwords that are set at the same time, and take the old one for neither after that', async () => {
    const { staff } = await office()
    const [first, second] = await Promise.all(['the first of two', 'the second of two'].map((wish) => staff.changePassword('tanaka', password, wish)))
    expect([first, second].map((result) => code(result ?? { ok: true, value: null })).sort()).toEqual(['STAFF-BAD-CREDENTIALS', 'ok'])
    expect(code(await staff.signIn('tanaka', first?.ok === true ? 'the first of two' : 'the second of two'))).toBe('ok')
    expect(code(await staff.signIn('tanaka', password))).toBe('STAFF-BAD-CREDENTIALS')
  })

  it('leave a trail without what an unknown person typed', async () => {
    const { staff, events } = await office()
    await staff.signIn('tanaka', password)
    await staff.signIn('my-password-in-the-wrong-field', 'x')
    value(staff.disable('tanaka'))
    value(staff.disable('tanaka'))
    expect(events()).toEqual([
      { type: 'staff-account-changed', actor: 'operator', account: 'tanaka', change: 'added' },
      { type: 'staff-signed-in', actor: 'tanaka', outcome: 'success', code: null },
      { type: 'staff-signed-in', actor: 'unknown', outcome: 'failure', code: 'STAFF-BAD-CREDENTIALS' },
      { type: 'staff-account-changed', actor: 'operator', account: 'tanaka', change: 'disabled' },
    ])
  })
})
