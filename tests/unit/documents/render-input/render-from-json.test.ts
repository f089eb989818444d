import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createCertificateComposer } from '../../../../src-main/documents/composer.ts'
import { renderFromJson } from '../../../../src-main/documents/render-input/render-from-json.ts'
import { renderInputJsonSchema } from '../../../../src-main/documents/render-input/render-input.ts'
import { bizMincho } from '../../../fixtures/documents/issue.ts'

const tools = {
  composer: createCertificateComposer({ fonts: [bizMincho] }),
  signingKey: { keyId: 'mihon-1', privateKey: generateKeyPairSync('ed25519').privateKey },
  sealPng: null,
}

const person = {
  residentId: '10000101',
  name: { text: '見本　太郎', kana: 'みほん　たろう' },
  birthDate: '1985-04-??',
  sex: 'male',
  relationship: '世帯主',
  becameResidentOn: '2012-04-01',
}
const input = {
  household: { address: '見本県見本市中央一丁目', headName: '見本　太郎', members: [person] },
  issue: {
    municipality: { name: '見本市', code: '999993', mayorTitle: '見本市長', mayorName: '見本　市郎' },
    certificateNumber: '20261121-01-000017-1',
    issuedAt: '2026-11-21T10:00:00+09:00',
    terminalNumber: 'T01',
  },
}
const withPerson = (over: object): unknown => ({ ...input, household: { ...input.household, members: [{ ...person, ...over }] } })

async function refusal(json: unknown): Promise<string> {
  const result = await renderFromJson(json, tools)
  return result.ok ? 'rendered' : `${result.failure.code} ${result.failure.detail ?? ''}`
}

describe('rendering from JSON', () => {
  it('needs only what a certificate needs, and draws a request id of its own', async () => {
    const first = await renderFromJson(input, tools)
    const second = await renderFromJson(input, tools)
    if (!first.ok || !second.ok) throw new Error('not rendered')
    expect(first.value.boundTo.requestId).toMatch(/^[0-9a-f]{32}$/)
    expect(first.value.boundTo.requestId).not.toBe(second.value.boundTo.requestId)
  })

  it('names the place of what is wrong, and never the value', async () => {
    expect(await refusal(withPerson({ birthDate: '1985-02-30' }))).toMatch(/^DOCUMENT-INVALID-INPUT household\.members\[0\]\.birthDate: not a possible date/)
    expect(await refusal(withPerson({ individualNumber: '12345' }))).toMatch(/household\.members\[0\]\.individualNumber/)
    expect(await refusal(withPerson({ name: { text: '見本\u0007太郎' } }))).toMatch(/household\.members\[0\]\.name\.text: contains a control character/)
    for (const wrong of [withPerson({ birthDate: '1985-02-30' }), withPerson({ individualNumber: '12345' }), withPerson({ sex: '秘密' })]) {
      expect(await refusal(wrong)).not.toMatch(/1985|12345|秘密/)
    }
  })

  it('refuses a key it does not know, and input that is no object', async () => {
    expect(await refusal(withPerson({ adress: 'x' }))).toMatch(/household\.members\[0\]/)
    expect(await refusal(null)).toMatch(/^DOCUMENT-INVALID-INPUT \(whole input\)/)
    expect(await refusal('[]')).toMatch(/^DOCUMENT-INVALID-INPUT/)
  })

  it('names the character that cannot be drawn', async () => {
    expect(await refusal(withPerson({ name: { text: '渡邉\u{E0102}　太郎' } }))).toBe('DOCUMENT-MISSING-GLYPH U+9089 U+E0102')
  })

  it('refuses a real certificate without a seal', async () => {
    expect(await refusal({ ...input, issue: { ...input.issue, specimen: false } })).toMatch(/seal/)
  })
})

describe('the JSON schema', () => {
  it('describes every field that a person fills in', () => {
    const undescribed: string[] = []
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      const { properties, description } = node as { properties?: Record<string, unknown>; description?: string }
      const leaf = 'type' in node && properties === undefined && !('items' in node && description === undefined)
      if (leaf && description === undefined && !('const' in node) && /properties\.[^.]+$/.test(path)) undescribed.push(path)
      for (const [key, child] of Object.entries(node)) walk(child, `${path}.${key}`)
    }
    walk(renderInputJsonSchema(), '')
    expect(undescribed).toEqual([])
  })
})
