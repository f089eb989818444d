import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleConfiguration } from '../../../src-main/commands/examples/production-configuration.ts'
import { exampleRenderInput } from '../../../src-main/commands/examples/render-input.ts'
import { readCarried } from '../../../src-main/documents/pdf/binding.ts'
import { bizMincho } from '../../fixtures/documents/issue.ts'
import { house, jsonOf, type House } from './support/madoguchi.ts'

/** U+13000, an Egyptian hieroglyph: in no font for Japanese. */
const hieroglyph = '\u{13000}'

describe('render and verify-document', () => {
  let home: House
  let pdf: string
  beforeAll(async () => {
    home = await house({ kit: true })
    pdf = home.path('certificate.pdf')
    const example = await home.madoguchi(['render', '--example'])
    const rendered = await home.madoguchi(['render', '--request', '-', '--out', pdf, '--font', bizMincho, '--json'], example.stdout)
    expect(jsonOf(rendered)).toMatchObject({ ok: true, file: pdf, sheets: 1, certificateNumber: 'EXAMPLE-000001' })
  })
  afterAll(() => home.remove())

  const render = (data: string, ...more: string[]): ReturnType<House['madoguchi']> =>
    home.madoguchi(['render', '--request', '-', '--out', home.path('other.pdf'), '--font', bizMincho, ...more], data)

  it('prints the schema of the data', async () => {
    const { code, stdout } = await home.madoguchi(['render', '--schema'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ type: 'object', required: ['household', 'issue'] })
  })

  it('names the character that no font has, and writes nothing', async () => {
    const { code, stderr } = await render(JSON.stringify(exampleRenderInput).replaceAll('一郎', hieroglyph))
    expect(code).toBe(1)
    expect(stderr).toMatch(/^DOCUMENT-MISSING-GLYPH\n {2}U\+13000\n/)
    expect(existsSync(home.path('other.pdf'))).toBe(false)
    expect(readdirSync(home.folder).filter((name) => name.endsWith('.new'))).toEqual([])
  })

  it.each([
    ['text that is not JSON', '{"household": {"headName": "見本　太郎" "address"', /not JSON/],
    ['JSON of another form', '{"household": {"headName": "見本　太郎"}}', /household\.address: .*household\.members: /],
    ['nothing', '', /not JSON/],
  ])('tells the place, and no name, for %s', async (_what, data, place) => {
    const ended = await render(data, '--json')
    expect(ended.code).toBe(1)
    expect(jsonOf(ended)).toMatchObject({ failure: { code: 'DOCUMENT-INVALID-INPUT' } })
    expect(ended.stderr).toMatch(place)
    expect(ended.stderr + ended.stdout).not.toContain('太郎')
  })

  it.each([
    ['request', ['--request', '/nowhere.json']],
    ['font', ['--font', '/nowhere.ttf']],
    ['key', ['--key', '/nowhere.pem']],
    ['seal', ['--seal', '/nowhere.png']],
  ])('names a %s file that is not there', async (_what, more) => {
    const { code, stderr } = await render(JSON.stringify(exampleRenderInput), ...more)
    expect(code).toBe(1)
    expect(stderr).toContain(`${more[1] ?? ''}: there is no such file or folder`)
  })

  it('names a font that is none', async () => {
    const { code, stderr } = await render(JSON.stringify(exampleRenderInput), '--font', pdf)
    expect(code).toBe(1)
    expect(stderr).toContain(`${pdf}: not a TrueType font`)
  })

  it("does not sign data from a file with a city's own key unasked", async () => {
    writeFileSync(home.path('production.json'), JSON.stringify(exampleConfiguration))
    const { code, stderr } = await render(JSON.stringify(exampleRenderInput), '--config', home.path('production.json'))
    expect(code).toBe(1)
    expect(stderr).toContain('the signing key must be named')
  })

  it('says what a genuine file certifies, and by whom', async () => {
    const verified = await home.madoguchi(['verify-document', pdf])
    expect(verified.code).toBe(0)
    expect(verified.stdout).toContain('what key training signed')
    expect(verified.stdout).toContain('見本　花子')
    expect(jsonOf(await home.madoguchi(['verify-document', pdf, '--json']))).toMatchObject({ ok: true, kind: 'file', signedBy: 'training', sheets: [{ specimen: true }] })
  })

  it('verifies the text of a code, from the command line and from a scanner', async () => {
    const carried = await readCarried(readFileSync(pdf))
    if (!carried.ok) throw new Error(carried.failure.code)
    const [code = ''] = carried.value.codes
    expect(jsonOf(await home.madoguchi(['verify-document', code, '--json']))).toMatchObject({ ok: true, kind: 'code', signedBy: 'training' })
    expect(jsonOf(await home.madoguchi(['verify-document', '-', '--json'], `${code}\r\n`))).toMatchObject({ ok: true, kind: 'code' })
    expect((await home.madoguchi(['verify-document', code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))])).code).toBe(1)
  })

  it('refuses a file with one changed byte', async () => {
    const bytes = readFileSync(pdf)
    bytes[1000] = (bytes[1000] ?? 0) ^ 1
    writeFileSync(home.path('changed.pdf'), bytes)
    const ended = await home.madoguchi(['verify-document', home.path('changed.pdf'), '--json'])
    expect(ended.code).toBe(1)
    expect(jsonOf(ended)).toMatchObject({ ok: false, failure: { code: 'DOCUMENT-NOT-VERIFIED', detail: 'the file was changed after it was signed' } })
  })

  it("refuses a paper under another city's key", async () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'pem', type: 'spki' })
    writeFileSync(home.path('other.pem'), other)
    expect((await home.madoguchi(['verify-document', pdf, '--key', home.path('other.pem')])).code).toBe(1)
    const { stderr } = await home.madoguchi(['verify-document', pdf, '--key-id', 'elsewhere'])
    expect(stderr).toContain('signed with a key that is not known here')
  })

  it.each([
    ['a file that is not there', '/nowhere.pdf', 'MESSAGE-INVALID'],
    ['a code that is cut off', 'MDG1:ABC', 'DOCUMENT-NOT-VERIFIED'],
  ])('ends with 1 for %s', async (_what, subject, code) => {
    const ended = await home.madoguchi(['verify-document', subject, '--json'])
    expect(ended.code).toBe(1)
    expect(jsonOf(ended)).toMatchObject({ failure: { code } })
  })
})
