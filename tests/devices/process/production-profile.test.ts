import { generateKeyPairSync } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { configurationFile, settingsWith } from '../../fixtures/kiosk/configuration-file.ts'
import { GlassClient } from '../../fixtures/kiosk/glass-client.ts'
import { KioskProcess, root } from '../../fixtures/kiosk/kiosk-process.ts'
import { ClerkHand, ResidentHand } from '../../fixtures/kiosk/screens.ts'
import { addStaff } from '../../fixtures/kiosk/staff-accounts.ts'

/** The answer to an attempt to open a socket. */
function statusOf(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((done) => {
    const socket = new WebSocket(url, { headers })
    socket.on('unexpected-response', (_request, response) => {
      done(response.statusCode ?? 0)
      response.resume()
    })
    socket.on('open', () => {
      done(101)
      socket.terminate()
    })
    socket.on('error', () => undefined)
  })
}

describe('a kiosk in a production profile, none of whose devices is there yet', () => {
  let folder: string
  let kiosk: KioskProcess
  let origin: string

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'madoguchi-production-'))
    const at = (name: string): string => join(folder, name)
    writeFileSync(at('seal.png'), PNG.sync.write(new PNG({ width: 8, height: 8, fill: true })))
    writeFileSync(at('key.pem'), generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))
    cpSync(join(root, 'resources', 'fees', 'mihon.json'), at('fees.json'))
    const settings = settingsWith({
      cardReader: { driver: 'koffi', reader: null, apduDeadlineSeconds: 10 },
      receiptPrinter: { driver: 'escpos-serial', path: at('ttyUSB0'), baudRate: 38_400, columns: 48, rtscts: false, completion: 'paperSensor', clearsBuffers: false },
      // Port 9 (discard): nothing listens there.
      documentPrinter: { driver: 'ipp', uri: 'ipp://127.0.0.1:9/ipp/print', deadlineSeconds: 60, media: null },
    })
    const production = {
      ...settings,
      profile: { ...settings.profile, training: false },
      municipality: { ...settings.municipality, sealFile: 'seal.png' },
      residents: { ...settings.residents, file: 'registry.sqlite' },
      certificateStatus: { ...settings.certificateStatus, anchors: ['anchors'], signatureAnchors: [], sources: [{ driver: 'crl-file', crls: ['crls'] }] },
      signing: { keyId: 'city-1', keyFile: 'key.pem' },
      issuer: { driver: 'none' },
      feesFile: 'fees.json',
    }
    await addStaff(at('data'))
    kiosk = await KioskProcess.start(at('data'), ['--config', configurationFile(folder, production)], { PCSCLITE_CSOCK_NAME: at('no-pcscd') })
    origin = new URL(kiosk.addresses.resident).origin
  })

  afterAll(async () => {
    const ending = await kiosk.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(ending).toEqual({ status: 0, stderr: '' })
  })

  test('starts all the same, serves both its sides, and says of every device what is wrong with it', async () => {
    const resident = await GlassClient.open('resident', kiosk.addresses.resident)
    const staff = await GlassClient.open('staff', kiosk.addresses.staff)
    if (!resident || !staff) throw new Error(kiosk.complaints)
    expect((await new ResidentHand(resident).sees('attract')).cardPresent).toBe(false)
    expect(resident.snapshot.terminal.training).toBe(false)
    const hand = new ClerkHand(staff)
    await hand.signsIn()
    await hand.seesLight('cardReader', 'CARD-NO-SERVICE')
    await hand.seesLight('receiptPrinter', 'RECEIPT-OFFLINE')
    await hand.seesLight('documentPrinter', 'PRINTER-OFFLINE')
    await hand.seesLight('registry', 'REGISTRY-UNAVAILABLE')
    await hand.seesLight('certificateStatus', 'CERT-UNREACHABLE')
    await hand.seesLight('store', null)
  })

  test('has no training side: no address, no page, no socket, whatever cookie is shown', async () => {
    expect(Object.keys(kiosk.addresses).sort()).toEqual(['resident', 'staff'])
    for (const path of ['/training/index.html', '/training/', '/training/../training/index.html', '/%74raining/index.html']) {
      expect((await fetch(`${origin}${path}`)).status, path).toBe(404)
    }
    expect((await fetch(`${origin}/resident/index.html`)).status).toBe(200)
    const socket = `${origin.replace('http', 'ws')}/glass/training`
    for (const cookie of ['', 'madoguchi-training=', `madoguchi-training=${'A'.repeat(43)}`]) expect(await statusOf(socket, { origin, cookie })).toBe(403)
  })
})
