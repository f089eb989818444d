import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { birthDateForms } from '../../../../src-main/card/pin-rules/birth-date-forms.ts'
import { checkNewPin, type PinFacts } from '../../../../src-main/card/pin-rules/check-new-pin.ts'
import { defaultPinRules, pinRulesSchema, type PinRules } from '../../../../src-main/card/pin-rules/pin-rules.ts'
import { pinKindSchema, pinWeaknesses, type PinKind, type PinWeakness } from '../../../../src-preload/contract/common.ts'

const nothingKnown: PinFacts = { birthDate: null, securityCode: null, cardExpiry: null, oldPin: null }
const facts: PinFacts = { birthDate: '1987-07-15', securityCode: Buffer.from('3951'), cardExpiry: '2031-03-31', oldPin: Buffer.from('8264') }
const check = (kind: PinKind, candidate: string, known: PinFacts = facts, rules: PinRules = defaultPinRules): PinWeakness | null =>
  checkNewPin(kind, Buffer.from(candidate), known, rules)

const fourDigitKinds = pinKindSchema.options.filter((kind) => kind !== 'signature')
const fourDigitKind = fc.constantFrom(...fourDigitKinds)
const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-11-30T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10))
const digits = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const password = fc.stringMatching(/^[A-Z0-9]{6,16}$/)

describe('a new four-digit PIN', () => {
  it.each<[string, PinWeakness | null]>([
    ['123', 'format'],
    ['12345', 'format'],
    ['12a4', 'format'],
    ['１２３４', 'format'],
    ['', 'format'],
    ['8264', 'sameAsOld'],
    ['0715', 'birthDate'],
    ['1507', 'birthDate'],
    ['8707', 'birthDate'],
    ['0787', 'birthDate'],
    ['8715', 'birthDate'],
    ['1987', 'birthDate'],
    ['6207', 'birthDate'],
    ['0762', 'birthDate'],
    ['6215', 'birthDate'],
    ['3951', 'securityCode'],
    ['2031', 'expiryYear'],
    ['1234', 'run'],
    ['4321', 'run'],
    ['2468', 'run'],
    ['7531', 'run'],
    ['7890', 'run'],
    ['1098', 'run'],
    ['0000', 'repeat'],
    ['7777', 'repeat'],
    ['1212', 'repeat'],
    ['8263', null],
    ['1243', null],
    ['1122', null],
    ['0716', null],
  ])('%s: %s', (candidate, weakness) => {
    for (const kind of fourDigitKinds) expect(check(kind, candidate)).toBe(weakness)
  })

  it('is refused in every form of the birth date, whoever was born when', () => {
    fc.assert(
      fc.property(fourDigitKind, day, (kind, birthDate) => {
        const [year = '', month = '', date = ''] = birthDate.split('-')
        const short = year.slice(2)
        const era = new Intl.DateTimeFormat('en-u-ca-japanese', { timeZone: 'UTC', year: 'numeric' }).formatToParts(new Date(`${birthDate}T00:00:00Z`))
        const ee = (era.find(({ type }) => type === 'year')?.value ?? '').padStart(2, '0')
        const forms = [year, month + date, date + month, short + month, month + short, short + date, date + short, ee + month, month + ee, ee + date, date + ee]
        for (const form of forms) expect(check(kind, form, { ...nothingKnown, birthDate })).toBe('birthDate')
      }),
    )
  })

  it('is refused for nothing that is not so', () => {
    fc.assert(
      fc.property(fourDigitKind, digits(4), day, digits(4), day, (kind, candidate, birthDate, code, cardExpiry) => {
        const [a = 0, b = 0, c = 0, d = 0] = Array.from(candidate, Number)
        const step = (from: number, to: number): number => (to - from + 10) % 10
        const isRun = [1, 9, 2, 8].some((each) => step(a, b) === each && step(b, c) === each && step(c, d) === each)
        const truth: Record<Exclude<PinWeakness, 'format' | 'sameAsOld'>, boolean> = {
          birthDate: birthDateForms(birthDate).has(candidate),
          securityCode: candidate === code,
          expiryYear: candidate === cardExpiry.slice(0, 4),
          run: isRun,
          repeat: a === c && b === d,
        }
        const found = check(kind, candidate, { birthDate, securityCode: Buffer.from(code), cardExpiry, oldPin: null })
        const expected = (['birthDate', 'securityCode', 'expiryYear', 'run', 'repeat'] as const).find((weakness) => truth[weakness]) ?? null
        expect(found).toBe(expected)
      }),
    )
  })

  it('is never the old one, and the rest does not matter then', () => {
    fc.assert(
      fc.property(fourDigitKind, digits(4), (kind, pin) => {
        expect(check(kind, pin, { ...facts, oldPin: Buffer.from(pin) })).toBe('sameAsOld')
      }),
    )
  })

  it('is compared with no more of the birth date than is known', () => {
    expect(check('inputSupport', '4805', { ...nothingKnown, birthDate: '1948-05-??' })).toBe('birthDate')
    expect(check('inputSupport', '1948', { ...nothingKnown, birthDate: '1948-??-??' })).toBe('birthDate')
    expect(check('inputSupport', '2305', { ...nothingKnown, birthDate: '1948-05-??' })).toBe('birthDate')
    expect(check('inputSupport', '0501', { ...nothingKnown, birthDate: '1948-05-??' })).toBeNull()
    expect(check('inputSupport', '0715', { ...nothingKnown, birthDate: 'unknown' })).toBeNull()
  })

  it('leaves the bytes as they are', () => {
    const candidate = Buffer.from('8263')
    checkNewPin('inputSupport', candidate, facts, defaultPinRules)
    expect(candidate.toString()).toBe('8263')
  })
})

describe('a new 署名用 password', () => {
  const known: PinFacts = { ...facts, oldPin: Buffer.from('ABC123') }
  it.each<[string, PinWeakness | null]>([
    ['AB12C', 'format'],
    ['ABCDEFGH12345678X', 'format'],
    ['abc987', 'format'],
    ['ABXDEF', 'format'],
    ['192837', 'format'],
    ['AB 123', 'format'],
    ['ABC123', 'sameAsOld'],
    ['X19870715', 'birthDate'],
    ['H620715', 'birthDate'],
    ['HANAKO0715', 'birthDate'],
    ['S870715K', 'birthDate'],
    ['MIHON1987', 'birthDate'],
    ['15071987A', 'birthDate'],
    ['CODE3951', 'securityCode'],
    ['CARD2031', 'expiryYear'],
    ['XQ1234', 'run'],
    ['ABCD92', 'run'],
    ['ZYXW92', 'run'],
    ['QX9753', 'run'],
    ['AAAA92', 'repeat'],
    ['A1A1A1', 'repeat'],
    ['A1BA1B', 'repeat'],
    ['KX92PT', null],
    ['ABC927', null],
    ['A1A1XQ', null],
    ['Z0A1X2', null],
  ])('%s: %s', (candidate, weakness) => {
    expect(check('signature', candidate, known)).toBe(weakness)
  })

  it('is refused wherever it hides a birth date', () => {
    fc.assert(
      fc.property(day, fc.nat(), fc.nat(4), fc.nat(4), (birthDate, choice, before, after) => {
        const forms = [...birthDateForms(birthDate)].filter((form) => form.length <= 8)
        const form = forms[choice % forms.length] ?? ''
        const hidden = 'QWXZ'.slice(0, before) + form + 'KVJH'.slice(0, after) + 'R'
        fc.pre(hidden.length >= 6 && hidden.length <= 16)
        expect(check('signature', hidden, { ...nothingKnown, birthDate })).toBe('birthDate')
      }),
    )
  })

  it('is either taken or refused for a reason of the list, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.oneof(password, fc.string({ maxLength: 40 })), fc.string({ maxLength: 12 }), (candidate, birthDate) => {
        expect([null, ...pinWeaknesses]).toContain(check('signature', candidate, { ...known, birthDate }))
      }),
    )
  })
})

describe('the rules of a municipality', () => {
  const relaxed = (kind: PinKind, without: PinWeakness): PinRules =>
    pinRulesSchema.parse({ ...defaultPinRules, [kind]: { ...defaultPinRules[kind], refuse: defaultPinRules[kind].refuse.filter((rule) => rule !== without) } })

  it.each<[PinWeakness, string]>([
    ['birthDate', '0715'],
    ['securityCode', '3951'],
    ['expiryYear', '2031'],
    ['run', '1234'],
    ['repeat', '0000'],
  ])('may turn %s off for one PIN and keep it for the others', (rule, candidate) => {
    const rules = relaxed('inputSupport', rule)
    expect(check('inputSupport', candidate, facts, rules)).toBeNull()
    expect(check('residentRegister', candidate, facts, rules)).toBe(rule)
  })

  it('say which runs they mean', () => {
    const { userAuthentication } = defaultPinRules
    const upwards = pinRulesSchema.parse({ ...defaultPinRules, userAuthentication: { ...userAuthentication, runs: { steps: [1], length: 4, wrapAround: false } } })
    expect(check('userAuthentication', '1234', facts, upwards)).toBe('run')
    for (const other of ['4321', '2468', '7890']) expect(check('userAuthentication', other, facts, upwards)).toBeNull()
  })

  it.each([
    ['format turned off', { refuse: ['format'] }],
    ['the old PIN allowed', { refuse: ['sameAsOld'] }],
    ['a step of nothing', { runs: { steps: [0], length: 4, wrapAround: true } }],
    ['a length turned round', { length: { min: 6, max: 4 } }],
    ['a repeat shorter than its period', { repeats: [{ period: 4, length: 4 }] }],
    ['an unknown rule', { refuse: ['phoneNumber'] }],
  ])('are refused with %s', (_what, change) => {
    expect(pinRulesSchema.safeParse({ ...defaultPinRules, signature: { ...defaultPinRules.signature, ...change } }).success).toBe(false)
  })
})
