import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilInstant } from '../../../../../src-main/commands/shell/parsing/civil-instant.ts'
import { wholeNumber } from '../../../../../src-main/commands/shell/parsing/numbers.ts'
import { parseJson } from '../../../../../src-main/commands/shell/parsing/parse-json.ts'
import { usersLanguage } from '../../../../../src-main/commands/shell/users-language.ts'

const dayLength = 24 * 60 * 60 * 1000

describe('what is typed on the command line', () => {
  it('reads a day as a day in Japan', () => {
    expect(civilInstant('start')('2026-04-01').toISOString()).toBe('2026-03-31T15:00:00.000Z')
    expect(civilInstant('end')('2026-04-01').toISOString()).toBe('2026-04-01T15:00:00.000Z')
  })

  it('ends every day where the next begins', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
        const [day, next] = [date, new Date(date.getTime() + dayLength)].map((each) => each.toISOString().slice(0, 10))
        expect(civilInstant('end')(day ?? '').getTime()).toBe(civilInstant('start')(next ?? '').getTime())
      }),
    )
  })

  it('takes an instant as it is', () => {
    expect(civilInstant('end')('2026-04-01T09:30:00+09:00').toISOString()).toBe('2026-04-01T00:30:00.000Z')
  })

  it.each(['', '2026', '2026-02-30', '2026-13-01', '2026-04-01T09:30:00', '1 April', '2026-04-01T25:00:00Z'])('refuses "%s" as a day', (text) => {
    expect(() => civilInstant('start')(text)).toThrow('expected')
  })

  it('takes whole numbers between the limits and nothing else', () => {
    const port = wholeNumber(1, 65_535)
    expect([port('1'), port('65535')]).toEqual([1, 65_535])
    for (const text of ['0', '65536', '-1', '1.5', '1e3', '0x10', '', ' 1']) expect(() => port(text)).toThrow('A whole number')
  })

  it('never repeats what stands around a mistake in JSON', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, unit: fc.constantFrom('見', '本', '太', '郎') }), fc.constantFrom('{"a": "?" x}', '["?", ?]', '?', '{?}', '"?'), (name, shape) => {
        const parsed = parseJson(shape.replaceAll('?', name), 'the file', 'DOCUMENT-INVALID-INPUT')
        expect(parsed.ok).toBe(false)
        expect(JSON.stringify(parsed)).not.toContain(name)
      }),
    )
  })

  it('reads JSON with a byte order mark', () => {
    expect(parseJson('\uFEFF{"a":1}', 'the file', 'DOCUMENT-INVALID-INPUT')).toEqual({ ok: true, value: { a: 1 } })
  })

  it.each([
    [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
    [{ LANG: 'ja_JP.UTF-8', LC_ALL: 'C.UTF-8' }, 'en'],
    [{ LANG: 'ja_JP.UTF-8', LC_ALL: '' }, 'ja'],
    [{}, 'en'],
  ])('takes the language of the locale %o', (environment, language) => {
    expect(usersLanguage(environment)).toBe(language)
  })
})
