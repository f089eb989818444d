import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../../src-main/clock.ts'
import { openStore } from '../../../src-main/queue/database/open-store.ts'
import { KeyFileStore } from '../../../src-main/queue/sealing/key-file-store.ts'
import { emptyApplicationFacts } from '../../../src-preload/contract.ts'
import { idOf, photoBase64 } from '../../fixtures/applications/application-house.ts'
import { testPasswordCost, value } from '../queue/temporary-store.ts'
import { house, jsonOf, type House } from './support/madoguchi.ts'

const issuer = generateKeyPairSync('x25519')
const city = generateKeyPairSync('ed25519')
const packetId = idOf('packet')

describe('packets of applications', () => {
  let home: House
  beforeEach(async () => {
    home = await house({ kit: false })
    const pki = home.path('out', 'training', 'pki')
    mkdirSync(pki, { recursive: true })
    const put = (file: string, key: KeyObject): void => writeFileSync(`${pki}/${file}`, key.export(key.type === 'private' ? { type: 'pkcs8', format: 'pem' } : { type: 'spki', format: 'pem' }))
    put('city-signing.key.pem', city.privateKey)
    put('packet-issuer.pub.pem', issuer.publicKey)
    put('packet-issuer.key.pem', issuer.privateKey)
    receiveOne(home)
  })
  afterEach(() => home.remove())

  const make = async (): Promise<string> => {
    const made = await home.madoguchi(['packet', 'make', '--id', packetId, '--json'])
    expect(made.stderr).toBe('')
    expect(jsonOf(made)).toMatchObject({ ok: true, packetId, applications: 1 })
    const [file = ''] = readdirSync(home.path('data', 'packets'))
    return home.path('data', 'packets', file)
  }

  it('are made, verified, and opened once and again without anything twice', async () => {
    const file = await make()
    expect(await make()).toBe(file)
    expect(await home.madoguchi(['packet', 'verify', file])).toMatchObject({ code: 0 })
    const open = ['packet', 'open', file, '--key', home.path('out', 'training', 'pki', 'packet-issuer.key.pem'), '--out', home.path('opened'), '--json']
    expect(jsonOf(await home.madoguchi(open))).toMatchObject({ ok: true, new: 1, known: 0 })
    expect(jsonOf(await home.madoguchi(open))).toMatchObject({ ok: true, new: 0, known: 1 })
    const files = readdirSync(home.path('opened')).sort()
    expect(files.map((name) => name.replace(/^[0-9a-f-]{36}/, 'id'))).toEqual(['id-1.jpg', 'id-1.json'])
    expect(readFileSync(home.path('opened', files[0] ?? '')).toString('base64')).toBe(photoBase64())
    expect(JSON.parse(readFileSync(home.path('opened', files[1] ?? ''), 'utf8'))).toMatchObject({ edition: 1, facts: { kind: 'first' }, applicant: { name: '見本　花子' } })
  })

  it('that were changed are told from those that are for somebody else, and open nothing', async () => {
    const file = await make()
    const other = home.path('other.pem')
    writeFileSync(other, generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const open = (key: string) => home.madoguchi(['packet', 'open', file, '--key', key, '--out', home.path('opened')])
    expect((await open(other)).stderr).toContain('PACKET-OTHER-KEY')
    const bytes = readFileSync(file)
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const refused = await home.madoguchi(['packet', 'verify', file])
    expect([refused.code, refused.stderr.includes('PACKET-INVALID')]).toEqual([1, true])
    expect((await open(home.path('out', 'training', 'pki', 'packet-issuer.key.pem'))).stderr).toContain('PACKET-INVALID')
    expect(readdirSync(home.folder)).not.toContain('opened')
  })

  it('are not made of nothing', async () => {
    await make()
    const again = await home.madoguchi(['packet', 'make'])
    expect([again.code, again.stderr.includes('APPLICATION-STATE')]).toEqual([1, true])
    expect((await home.madoguchi(['packet', 'make', '--id', 'short'])).stderr).toContain('MESSAGE-INVALID')
  })
})

/** What a clerk received at this terminal before. */
function receiveOne(home: House): void {
  const keyStore = new KeyFileStore(home.path('data', 'terminal.key'))
  mkdirSync(home.path('data'), { recursive: true })
  const store = value(openStore({ file: home.path('data', 'store.sqlite'), clock: systemClock, keyStore, terminal: 'T01', passwordCost: testPasswordCost }))
  const facts = { ...emptyApplicationFacts('first'), formId: '1'.repeat(23), birthDate: '1990-04-01', applicant: { name: '見本　花子', kana: null, address: '見本市' } }
  const { applications } = store
  const draft = value(applications.open({ applicationId: idOf('one'), origin: 'staff', batchId: null, facts }, 'tanaka'))
  const photo = { jpeg: photoBase64(), width: 1050, height: 1350, source: 'camera' as const, findings: [], takenAt: '2026-11-21T01:00:00.000Z' }
  const photographed = value(applications.change(draft, { kind: 'savePhoto', photo }, 'tanaka'))
  value(applications.change(photographed, { kind: 'receive' }, 'tanaka'))
  store.close()
}
