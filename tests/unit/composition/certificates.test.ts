import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { composeCertificates } from '../../../src-main/composition/certificates.ts'

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-certificates-'))
const broken = join(folder, 'broken.ttf')

afterAll(() => rmSync(folder, { recursive: true }))

it('opens no font before a paper is wanted or the warm-up comes, and does not hide a broken one then', async () => {
  writeFileSync(broken, 'no font')
  const certificates = composeCertificates([broken])
  await expect(certificates.warmUp()).rejects.toThrow()
})

it('reads no binding out of what is no PDF', async () => {
  const { readBinding } = composeCertificates([])
  expect(await readBinding(Buffer.from('no PDF'))).toMatchObject({ ok: false, failure: { code: 'DOCUMENT-MISMATCH' } })
})
