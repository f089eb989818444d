import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { printableReceipt, printableText, safeMappings } from '../../../../src-main/printing/setting/printable-characters.ts'

describe('printable characters', () => {
  it.each(['見本市', 'ｶﾀｶﾅ', '髙﨑', '①Ⅲ㈱', 'A-017 600円', '～∥－'])('passes %s, which CP932 has, unchanged', (text) => {
    expect(printableText(text)).toEqual({ ok: true, value: text })
  })

  it.each([
    ['𠮷', 'U+20BB7', 'a character outside the basic plane'],
    ['葛\u{e0100}', 'U+E0100', 'an ideographic variation selector'],
    ['辻\ufe00', 'U+FE00', 'a standardised variation selector'],
    ['🙂', 'U+1F642', 'an emoji'],
    ['é', 'U+00E9', 'a Latin letter CP932 lacks'],
    ['?\ud842', 'U+D842', 'half a surrogate pair'],
    ['a\nb', 'U+000A', 'a line feed'],
    ['\u001b', 'U+001B', 'an escape'],
    ['\u0085', 'U+0085', 'a C1 control'],
    ['\u2028', 'U+2028', 'a line separator'],
    ['\ue000', 'U+E000', 'private use, which is whatever the printer holds'],
    ['\ufa19', 'U+FA19', 'a compatibility ideograph that normalisation would replace by a look-alike'],
    ['\u202e', 'U+202E', 'a direction override'],
  ])('refuses %j and names %s: %s', (text, detail) => {
    expect(printableText(text)).toEqual({ ok: false, failure: { code: 'RECEIPT-CHARACTER', detail } })
  })

  it('passes a question mark that was meant', () => {
    expect(printableText('?')).toEqual({ ok: true, value: '?' })
  })

  it('composes base and mark, as some keyboards send kana', () => {
    expect(printableText('か\u3099')).toEqual({ ok: true, value: 'が' })
  })

  it('maps only to characters that CP932 has', () => {
    for (const target of safeMappings.values()) expect(iconv.decode(iconv.encode(target, 'cp932'), 'cp932')).toBe(target)
  })

  it('whatever passes survives the code page, and nothing becomes a question mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const printable = printableText(text)
        if (!printable.ok) return
        expect(iconv.decode(iconv.encode(printable.value, 'cp932'), 'cp932')).toBe(printable.value)
        expect(printable.value.split('?').length).toBe(text.split('?').length)
      }),
      { numRuns: 5_000 },
    )
  })

  it('checks every value of a receipt, the label of a pair too', () => {
    expect(printableReceipt({ jobId: 'j', lines: [{ kind: 'rule' }, { kind: 'pair', label: '𠮷', value: '' }] })).toMatchObject({ ok: false })
    expect(printableReceipt({ jobId: 'j', lines: [{ kind: 'space' }, { kind: 'pair', label: '', value: '𠮷' }] })).toMatchObject({ ok: false })
  })
})
