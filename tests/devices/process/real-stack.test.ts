import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readerDriverNames } from '../../../src-main/card/drivers/driver-names.ts'
import { readBinding } from '../../../src-main/documents/pdf/binding.ts'
import { verifyPdf } from '../../../src-main/documents/verification/verify-document.ts'
import { auditOf } from '../../fixtures/kiosk/audit-of.ts'
import { kit } from '../../fixtures/kiosk/configuration-file.ts'
import { RealHouse } from '../../fixtures/kiosk/real-house.ts'
import { value } from '../../fixtures/pcscd/reader-states.ts'

const household = ['見本　太郎', '見本　花子', '見本　一郎', '見本　さくら']

describe.each(readerDriverNames)('the kiosk as shipped on a real pcscd over %s, a serial line and an IPP printer', (driver) => {
  let house: RealHouse

  beforeAll(async () => {
    house = await RealHouse.open(driver, 20)
  })

  afterAll(() => house.dispose())

  test('a resident takes a certificate, end to end', async () => {
    const { resident, staff, line, eve, bridge } = house
    for (const device of ['cardReader', 'receiptPrinter', 'documentPrinter', 'store', 'registry', 'certificateStatus'] as const) await staff.seesLight(device, null)

    await resident.asksForRecord()
    await resident.sees('placeCard', ({ reader }) => reader === 'ready')
    house.place('adult')
    await resident.entersPin()
    const confirm = await resident.sees('confirm')
    expect(confirm.members.map(({ name }) => name)).toEqual(household)
    await resident.does({ type: 'confirm' })
    const slip = await resident.sees('slip')
    expect(slip).toMatchObject({ slip: 'printed', failure: null })

    expect(line.printer.papers).toHaveLength(1)
    const paper = Buffer.from(line.printer.papers[0]!)
    expect(paper.includes(slip.number)).toBe(true)
    expect(paper.includes(iconv.encode('受付', 'Shift_JIS'))).toBe(true)
    for (const name of household) expect(paper.includes(iconv.encode(name.split('　')[1]!, 'Shift_JIS'))).toBe(false)
    bridge.remove()
    await resident.does({ type: 'next' })
    await resident.sees('attract', ({ cardPresent }) => !cardPresent)

    const row = await staff.seesState(slip.number, 'received')
    await staff.does({ type: 'print', requestId: row.requestId })
    await staff.seesState(slip.number, 'printed')
    const sheets = await eve.papers()
    expect(sheets).toHaveLength(1)
    await isTheRightPaper(sheets[0]!, row.requestId)
    // A printer's panel and log show the job's name: it opens no request and names nobody.
    expect(await eve.jobNames()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
    expect(await eve.jobNames()).not.toContain(row.requestId)

    await staff.does({ type: 'takeFee', requestId: row.requestId, receivedYen: 1000 })
    expect(line.printer.papers).toHaveLength(2)
    await staff.does({ type: 'handOver', requestId: row.requestId })
    await staff.seesState(slip.number, 'handedOver')
  })

  test('it ends when it is told to, with nothing to complain of and an unbroken audit log', async () => {
    expect(await house.kiosk.stop()).toEqual({ status: 0, stderr: '' })
    const { entries } = auditOf(house.dataFolder)
    expect(entries.map(({ event }) => event.type)).not.toContain('internal-error')
  })
})

/** The very bytes that the printer got: signed by the city, whole, about the right people, and made for this request. */
async function isTheRightPaper(pdf: Uint8Array, requestId: string): Promise<void> {
  const publicKey = createPublicKey(readFileSync(join(kit, 'pki', 'city-signing.pub.pem')))
  const verified = value(await verifyPdf(pdf, [{ keyId: 'training', publicKey }]))
  expect(verified.requestId).toBe(requestId)
  expect(verified.sheets.flatMap(({ persons }) => persons.map(({ name }) => name))).toEqual(household)
  expect(value(await readBinding(pdf))).toMatchObject({ requestId, certificateNumber: verified.certificateNumber, subjectDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
}
