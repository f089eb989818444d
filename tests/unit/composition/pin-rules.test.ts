import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { defaultPinRules } from '../../../src-main/card/pin-rules/pin-rules.ts'
import { composePinRules } from '../../../src-main/composition/pin-rules.ts'

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-pin-rules-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'pin-rules.json')
  writeFileSync(file, text)
  return file
}

it('what a new PIN may be is refused as widely as known, unless the municipality says otherwise', () => {
  expect(composePinRules({ pinRulesFile: null })).toEqual({ ok: true, value: defaultPinRules })
  const own = { ...defaultPinRules, inputSupport: { ...defaultPinRules.inputSupport, refuse: ['birthDate'] } }
  expect(composePinRules({ pinRulesFile: fileWith(JSON.stringify(own)) })).toEqual({ ok: true, value: own })
})

const unusable: readonly (readonly [what: string, file: () => string, why: string])[] = [
  ['is not there', () => '/nowhere/pin-rules.json', 'ENOENT'],
  ['is no JSON', () => fileWith('{'), 'JSON'],
  ['leaves a PIN out', () => fileWith(JSON.stringify({ ...defaultPinRules, signature: undefined })), 'signature'],
  ['refuses what nobody knows', () => fileWith(JSON.stringify({ ...defaultPinRules, signature: { ...defaultPinRules.signature, refuse: ['moon'] } })), 'signature.refuse'],
]

it.each(unusable)('a file of rules that %s stops the start, and says where', (_what, file, why) => {
  const composed = composePinRules({ pinRulesFile: file() })
  expect(composed).toMatchObject({ ok: false, failure: { code: 'CONFIG-INVALID' } })
  expect(composed.ok ? '' : composed.failure.detail).toContain(why)
})
