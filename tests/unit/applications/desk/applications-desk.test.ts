import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { PacketApplication } from '../../../../src-main/applications/packet/packet-format.ts'
import { openPacket } from '../../../../src-main/applications/packet/read-packet.ts'
import type { FormOrder } from '../../../../src-main/documents/forms/compose-form.ts'
import { fail, ok } from '../../../../src-main/failures/result.ts'
import { applicationDetailSchema, applicationStatisticsSchema, applicationsSchema, batchDetailSchema, batchListCheckSchema, batchSheetSchema, type ApplicationFacts, type Delivery } from '../../../../src-preload/contract.ts'
import { applicationHouse, cityKeys, filled, formId, idOf, issuerKeys, photoBase64, tanaka } from '../../../fixtures/applications/application-house.ts'
import { value } from '../../queue/temporary-store.ts'

const applicationId = idOf('one')
const on = '2026-11-21'
const delivery: Delivery = { notice: true, actor: 'self', identityDocuments: ['passport'], agentReason: null, faceMatches: true, oldCardHandedIn: false, pins: 'set', receiptSigned: true, mailed: false }

/** A clerk fills one in, up to what is asked. */
async function complete(house: ReturnType<typeof applicationHouse>, id = applicationId): Promise<void> {
  const { does, detail } = house
  expect(await does({ type: 'applicationOpen', applicationId: id, kind: 'first', batchId: null })).toBe('ok')
  expect(await does({ type: 'applicationLink', applicationId: id, version: 1, subject: 'found' })).toBe('ok')
  const { facts } = await detail(id)
  expect(await does({ type: 'applicationFacts', applicationId: id, version: 2, facts: { ...filled(facts), formId: id === applicationId ? formId : id.replaceAll(/\D/g, '').padEnd(23, '1').slice(0, 22).concat('8'), movedSinceForm: false } })).toBe('ok')
  expect(await does({ type: 'applicationPhoto', applicationId: id, version: 3, jpeg: photoBase64(), findings: [], source: 'camera' })).toBe('ok')
  expect(await does({ type: 'applicationPhotoConfirm', applicationId: id, version: 4, accepted: true })).toBe('ok')
}

/** Up to the card that waits for the person. */
async function notified(house: ReturnType<typeof applicationHouse>, facts: Partial<ApplicationFacts> = {}): Promise<void> {
  await complete(house)
  if (Object.keys(facts).length > 0) {
    const { version, facts: before } = await house.detail(applicationId)
    expect(await house.does({ type: 'applicationFacts', applicationId, version, facts: { ...before, ...facts } })).toBe('ok')
  }
  expect(await house.does({ type: 'applicationReceive', applicationId })).toBe('ok')
  for (const step of ['shipped', 'prepared', 'notified'] as const) expect(await house.does({ type: 'applicationStep', applicationId, step, on })).toBe('ok')
}

describe('the PINs of a card that waits for the person', () => {
  it('are set in a card case of the same person, by themself, with the certificates that were applied for', async () => {
    const house = applicationHouse()
    await notified(house)
    expect((await house.detail(applicationId)).can).toContain('setPins')
    expect(await house.does({ type: 'applicationSetPins', applicationId })).toBe('ok')
    expect(house.pins.orders).toEqual([{ applicationId, residentId: '10000102', facts: { actor: 'self', ward: false, representative: null, certificates: ['userAuthentication', 'signature'] } }])
    const { row, pinCase } = applicationDetailSchema.parse(await house.detail(applicationId))
    expect([row.pinSetting, pinCase]).toEqual(['open', { caseId: 'c'.repeat(32), number: 'K-001' }])
    expect(applicationsSchema.parse(house.desk.view(true)).applications[0]?.pinSetting).toBe('open')
  })

  it('are set for a ward by the representative, without 署名用', async () => {
    const house = applicationHouse()
    const representative = { name: '見本　太郎', address: '架空県見本市中央一丁目２番３号', relationship: '夫', phone: '' }
    await notified(house, { ward: true, representative, certificates: { signature: false, userAuthentication: true } })
    expect(await house.does({ type: 'applicationSetPins', applicationId })).toBe('ok')
    expect(house.pins.orders).toMatchObject([{ facts: { actor: 'legalRepresentative', ward: true, representative, certificates: ['userAuthentication'] } }])
  })

  it('are not certificates that nobody wanted', async () => {
    const house = applicationHouse()
    await notified(house, { certificates: { signature: false, userAuthentication: false } })
    await house.does({ type: 'applicationSetPins', applicationId })
    expect(house.pins.orders).toMatchObject([{ facts: { certificates: [] } }])
  })

  it('are set of no card that nobody waits for', async () => {
    const house = applicationHouse()
    await complete(house)
    expect((await house.detail(applicationId)).can).not.toContain('setPins')
    expect(await house.does({ type: 'applicationSetPins', applicationId })).toBe('APPLICATION-STATE')
    expect(house.pins.orders).toEqual([])
  })

  it.each(['open', 'ready', 'atCard', 'uncertain', 'refused', 'withdrawn'] as const)('count as set here by no case that is %s', async (state) => {
    const house = applicationHouse()
    await notified(house)
    house.pins.case = { caseId: 'c'.repeat(32), number: 'K-001', state }
    expect(await house.does({ type: 'applicationDeliver', applicationId, on, delivery })).toBe('APPLICATION-RULE')
    expect((await house.detail(applicationId)).row.state).toBe('notified')
  })

  it('can be set at the issuer’s terminal itself, which is then said', async () => {
    const house = applicationHouse()
    house.pins.offered = false
    await notified(house)
    expect((await house.detail(applicationId)).can).not.toContain('setPins')
    expect(await house.does({ type: 'applicationDeliver', applicationId, on, delivery: { ...delivery, pins: 'atTerminal' } })).toBe('ok')
  })
})

describe('the desk', () => {
  it('takes an application from the first line to the handing over of the card', async () => {
    const house = applicationHouse()
    const { does, detail, desk } = house
    await complete(house)
    expect(await detail(applicationId)).toMatchObject({ findings: [], feeYen: 0, cardValidUntil: '2036-07-15', subject: { name: '見本　花子' }, photo: { confirmedBy: 'tanaka' } })
    expect(await does({ type: 'applicationReceive', applicationId })).toBe('ok')
    expect(await does({ type: 'applicationPacketMake', packetId: idOf('packet') })).toBe('ok')
    for (const step of ['shipped', 'prepared', 'notified'] as const) expect(await does({ type: 'applicationStep', applicationId, step, on })).toBe('ok')
    expect(await does({ type: 'applicationDeliver', applicationId, on, delivery })).toBe('APPLICATION-RULE')
    house.pins.case = { caseId: 'c'.repeat(32), number: 'K-001', state: 'done' }
    expect(await does({ type: 'applicationDeliver', applicationId, on, delivery })).toBe('ok')
    const seen = applicationDetailSchema.parse(await detail(applicationId))
    expect([seen.row.state, seen.delivery, seen.can]).toEqual(['delivered', delivery, []])
    applicationsSchema.parse(desk.view(true))
    const statistics = applicationStatisticsSchema.parse(value(await desk.query({ type: 'applicationStatistics', on }, tanaka)))
    expect(statistics.rows.map(({ total }) => total)).toEqual([1, 1, 1, 1])
  })

  it('receives nothing that lacks something, and says what', async () => {
    const { does, detail } = applicationHouse()
    await does({ type: 'applicationOpen', applicationId, kind: 'first', batchId: null })
    expect(await does({ type: 'applicationReceive', applicationId })).toBe('APPLICATION-RULE')
    expect((await detail(applicationId)).findings.map(({ key }) => key)).toEqual(['formId', 'applicant', 'birthDate', 'photo'])
  })

  it('links only whom this clerk was shown', async () => {
    const { does } = applicationHouse()
    await does({ type: 'applicationOpen', applicationId, kind: 'first', batchId: null })
    expect(await does({ type: 'applicationLink', applicationId, version: 1, subject: 'somebody' })).toBe('RESIDENT-NOT-FOUND')
  })

  it('refuses what another clerk has changed meanwhile', async () => {
    const { does } = applicationHouse()
    await does({ type: 'applicationOpen', applicationId, kind: 'first', batchId: null })
    await does({ type: 'applicationLink', applicationId, version: 1, subject: 'found' })
    expect(await does({ type: 'applicationLink', applicationId, version: 1, subject: null })).toBe('APPLICATION-STATE')
  })

  it('trusts no page about the file of a photo', async () => {
    const house = applicationHouse()
    await complete(house)
    const { version } = await house.detail(applicationId)
    const png = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64')
    expect(await house.does({ type: 'applicationPhoto', applicationId, version, jpeg: png, findings: [], source: 'file' })).toBe('PHOTO-NOT-JPEG')
    expect((await house.detail(applicationId)).photo).not.toBeNull()
  })

  it.each<[string, Partial<Delivery>]>([
    ['another face', { faceMatches: false }],
    ['no signature', { receiptSigned: false }],
    ['one document of the second class', { identityDocuments: ['healthInsurance'] }],
    ['an agent without a reason', { actor: 'agent' }],
    ['sent home to somebody nobody has seen', { mailed: true }],
  ])('hands over no card to %s', async (_, changed) => {
    const house = applicationHouse()
    await notified(house)
    expect(await house.does({ type: 'applicationDeliver', applicationId, on, delivery: { ...delivery, pins: 'atTerminal', ...changed } })).toBe('APPLICATION-RULE')
    expect((await house.detail(applicationId)).row.state).toBe('notified')
  })

  it('prints the form with its photo, and tells what the printer said', async () => {
    const house = applicationHouse()
    await complete(house)
    expect(await house.does({ type: 'applicationPrint', applicationId, paper: 'form' })).toBe('ok')
    expect(house.papers[0]?.specimen).toBe(true)
    expect(JSON.stringify(house.papers[0]?.sheets[0]?.parts)).toContain('見本　花子')
    expect(await house.does({ type: 'applicationPrint', applicationId, paper: 'pinForm' })).toBe('ok')
    expect(JSON.stringify(house.papers[1]?.sheets)).toContain('"count":16')
    house.broken.printer = true
    expect(await house.does({ type: 'applicationPrint', applicationId, paper: 'photoSheetL' })).toBe('PRINTER-PAPER-OUT')
    expect(await house.does({ type: 'applicationPrint', applicationId, paper: 'slip' })).toBe('ok')
    expect(house.slips[0]?.lines[0]).toEqual({ kind: 'big', text: 'S-001' })
  })

  it('writes nobody’s name, 申請書ID or photo into the audit log', async () => {
    const house = applicationHouse()
    await complete(house)
    value(house.store.checkpoint())
    const bytes = readFileSync(house.house.file)
    for (const words of ['花子', formId, '1987-07-15']) expect(bytes.includes(words)).toBe(false)
  })
})

describe('an application that was sent back', () => {
  async function returned(reason: 'photo' | 'formFilledWrongly'): Promise<ReturnType<typeof applicationHouse>> {
    const house = applicationHouse()
    await complete(house)
    await house.does({ type: 'applicationReceive', applicationId })
    await house.does({ type: 'applicationPacketMake', packetId: idOf('packet') })
    expect(await house.does({ type: 'applicationReturn', applicationId, on, reason, note: '目が隠れている' })).toBe('ok')
    return house
  }

  it('goes out again with its photo, when it was not for the photo', async () => {
    const house = await returned('formFilledWrongly')
    const { version, facts, can } = await house.detail(applicationId)
    expect(can).toContain('edit')
    expect(await house.does({ type: 'applicationFacts', applicationId, version, facts: { ...facts, phone: '000-0000-0001' } })).toBe('ok')
    expect(await house.does({ type: 'applicationCorrect', applicationId })).toBe('ok')
    const { row, history } = await house.detail(applicationId)
    expect(row).toMatchObject({ state: 'corrected', transfer: 'waiting' })
    expect(history.slice(-3)).toMatchObject([
      { change: 'return', actor: 'tanaka', place: '01', on, reason: 'formFilledWrongly: 目が隠れている' },
      { change: 'saveFacts', actor: 'tanaka', place: '01', on },
      { change: 'correct', actor: 'tanaka', place: '01', on },
    ])
  })

  it('keeps its photo only where a clerk says why', async () => {
    const house = await returned('photo')
    const { version } = await house.detail(applicationId)
    expect(await house.does({ type: 'applicationPhotoException', applicationId, version, exception: 'eyePatch', note: '眼科の治療中' })).toBe('ok')
    expect((await house.detail(applicationId)).findings).toEqual([])
    expect(await house.does({ type: 'applicationCorrect', applicationId })).toBe('ok')
  })

  it('is not corrected, nor its facts changed, while the resident is at it', async () => {
    const house = await returned('formFilledWrongly')
    expect(house.resident.takeOver(applicationId).ok).toBe(true)
    const { version, facts, can } = await house.detail(applicationId)
    expect(can).not.toContain('correct')
    expect(await house.does({ type: 'applicationCorrect', applicationId })).toBe('APPLICATION-STATE')
    expect(await house.does({ type: 'applicationFacts', applicationId, version, facts })).toBe('APPLICATION-STATE')
  })
})

describe('packets', () => {
  it('carry what was received, and made again under the same id the same and no more', async () => {
    const house = applicationHouse()
    await complete(house)
    await house.does({ type: 'applicationReceive', applicationId })
    const packetId = idOf('packet')
    expect(await house.does({ type: 'applicationPacketMake', packetId })).toBe('ok')
    await complete(house, idOf('two'))
    await house.does({ type: 'applicationReceive', applicationId: idOf('two') })
    expect(await house.does({ type: 'applicationPacketMake', packetId })).toBe('ok')
    const [packet] = house.desk.view(true).packets
    const taken: PacketApplication[] = []
    const opened = await openPacket(join(house.house.folder, 'packets', packet?.file ?? ''), { signer: cityKeys.publicKey, recipient: issuerKeys.privateKey }, (one) => {
      taken.push(one)
      return Promise.resolve(ok())
    })
    expect(opened).toMatchObject({ ok: true, value: { header: { packetId, applications: 1, terminal: '01' }, sha256: packet?.sha256 } })
    expect(taken).toMatchObject([{ edition: 1, number: 'S-001', applicant: { name: '見本　花子', birthDate: '1987-07-15' }, facts: { formId } }])
    expect(house.desk.view(true).packet.waiting).toBe(1)
  })

  it('sent back for the photo, corrected, goes out as the second edition of the same application', async () => {
    const house = applicationHouse()
    await complete(house)
    await house.does({ type: 'applicationReceive', applicationId })
    await house.does({ type: 'applicationPacketMake', packetId: idOf('packet') })
    expect(await house.does({ type: 'applicationReturn', applicationId, on, reason: 'photo', note: '' })).toBe('ok')
    const { version, findings } = await house.detail(applicationId)
    expect(findings).toEqual([{ key: 'photoReturned', level: 'missing' }])
    expect(await house.does({ type: 'applicationCorrect', applicationId })).toBe('APPLICATION-RULE')
    expect(await house.does({ type: 'applicationPhotoConfirm', applicationId, version, accepted: false })).toBe('ok')
    expect(await house.does({ type: 'applicationCorrect', applicationId })).toBe('APPLICATION-RULE')
    await house.does({ type: 'applicationPhoto', applicationId, version: version + 1, jpeg: photoBase64(), findings: [], source: 'camera' })
    await house.does({ type: 'applicationPhotoConfirm', applicationId, version: version + 2, accepted: true })
    expect(await house.does({ type: 'applicationCorrect', applicationId })).toBe('ok')
    expect(await house.does({ type: 'applicationPacketMake', packetId: idOf('again') })).toBe('ok')
    expect((await house.detail(applicationId)).row.state).toBe('resent')
    const editions: number[] = []
    for (const { file } of house.desk.view(true).packets.slice(-1)) {
      await openPacket(join(house.house.folder, 'packets', file), { signer: cityKeys.publicKey, recipient: issuerKeys.privateKey }, ({ edition }) => Promise.resolve(ok(void editions.push(edition))))
    }
    expect(editions).toEqual([2])
  })
})

describe('a batch', () => {
  const batchId = idOf('batch')
  const csv = Buffer.from('氏名,住所,生年月日\n見本　一,見本市,1990-04-01\n見本　二,見本市,1991-04-01\n').toString('base64')

  it('takes a list in once, says what each still lacks, and prints the handover sheet', async () => {
    const house = applicationHouse()
    expect(await house.does({ type: 'applicationBatchOpen', batchId, kind: 'company', name: '見本商事', place: '見本市', heldOn: on })).toBe('ok')
    expect(batchListCheckSchema.parse(value(await house.desk.query({ type: 'applicationBatchCheck', csv }, tanaka))).importable).toBe(true)
    expect(await house.does({ type: 'applicationBatchImport', batchId, csv })).toBe('ok')
    expect(await house.does({ type: 'applicationBatchImport', batchId, csv })).toBe('ok')
    const seen = batchDetailSchema.parse(value(await house.desk.query({ type: 'applicationBatchDetail', batchId }, tanaka)))
    expect(seen.batch.counts).toEqual({ people: 2, photos: 0, received: 0, ended: 0 })
    expect(seen.people.map(({ name }) => name)).toEqual(['見本　一', '見本　二'])
    expect(seen.people[0]?.missing.map(({ key }) => key)).toEqual(['formId', 'presence', 'identity', 'pinForm', 'photo'])
    expect(await house.does({ type: 'applicationBatchPrint', batchId })).toBe('ok')
    expect(JSON.stringify(house.papers[0]?.sheets)).toContain('不足：申請書ID')
  })

  it('takes nothing from a list with wrong columns, and nothing once closed', async () => {
    const house = applicationHouse()
    await house.does({ type: 'applicationBatchOpen', batchId, kind: 'company', name: '見本商事', place: '見本市', heldOn: on })
    expect(await house.does({ type: 'applicationBatchImport', batchId, csv: Buffer.from('社員番号\n7\n').toString('base64') })).toBe('BATCH-LIST')
    await house.does({ type: 'applicationBatchClose', batchId })
    expect(await house.does({ type: 'applicationBatchImport', batchId, csv })).toBe('APPLICATION-STATE')
    expect(house.desk.view(true).applications).toEqual([])
  })
})

describe("the resident's side", () => {
  it('fills in a draft step by step and leaves it to the staff for what only they can say', async () => {
    const { resident, detail, does } = applicationHouse()
    const draft = value(resident.begin('first'))
    const id = draft.applicationId
    expect(value(await resident.formVerdict(id, formId))).toBe('good')
    expect(value(await resident.formVerdict(id, '7'.repeat(23)))).toBe('askMoved')
    value(resident.save(id, (facts) => ({ ...filled(facts), movedSinceForm: false })))
    value(resident.keepPhoto(id, { jpeg: photoBase64(), findings: [], source: 'camera' }))
    expect(await does({ type: 'applicationReceive', applicationId: id })).toBe('APPLICATION-RULE')
    expect(value(await resident.submit(id))).toMatchObject({ next: 'staff', application: { state: 'draft', leftBy: null, atResident: false } })
    expect((await detail(id)).findings.map(({ key }) => key)).toEqual(['applicant', 'photoNotConfirmed'])
    expect(resident.save(id, (facts) => facts)).toMatchObject({ failure: { code: 'APPLICATION-STATE' } })
  })

  it('is not disturbed by a photo that a clerk chooses meanwhile', async () => {
    const { resident, does, desk } = applicationHouse()
    await does({ type: 'applicationOpen', applicationId, kind: 'first', batchId: null })
    const { version } = value(resident.takeOver(applicationId))
    expect(await does({ type: 'applicationPhoto', applicationId, version, jpeg: photoBase64(), findings: [], source: 'file' })).toBe('APPLICATION-STATE')
    expect(desk.view(true).applications).toMatchObject([{ applicationId, photo: 'none', atResident: true }])
  })

  it('given up keeps nothing; a draft of the staff goes back to them', async () => {
    const { resident, does, desk } = applicationHouse()
    const own = value(resident.begin('first'))
    value(resident.giveUp(own.applicationId))
    expect(desk.view(true).applications).toEqual([])
    await does({ type: 'applicationOpen', applicationId, kind: 'first', batchId: null })
    value(resident.takeOver(applicationId))
    expect(resident.takeOver(applicationId)).toMatchObject({ failure: { code: 'APPLICATION-STATE' } })
    value(resident.giveUp(applicationId))
    expect(desk.view(true).applications).toMatchObject([{ applicationId, state: 'draft', leftBy: 'resident', atResident: false }])
  })

  it('a 申請書ID that is used or from before a move is told at once', async () => {
    const house = applicationHouse()
    await complete(house)
    const draft = value(house.resident.begin('first'))
    expect(value(await house.resident.formVerdict(draft.applicationId, formId))).toBe('used')
    // Given out in 2014; the record says that she came to her address in 2015.
    expect(value(await house.resident.formVerdict(draft.applicationId, '20140401000010000102009'))).toBe('stale')
    value(house.resident.save(draft.applicationId, (facts) => ({ ...facts, movedSinceForm: true })))
    expect(value(await house.resident.formVerdict(draft.applicationId, '1'.repeat(23)))).toBe('stale')
  })
})

describe('the handover sheet', () => {
  const batchId = idOf('batch')
  const people = '氏名,生年月日,住所\n見本　一郎,1990-01-01,見本市\n葛󠄁　二郎,1991-01-01,見本市\n'

  async function sheet(missing: string): Promise<{ house: ReturnType<typeof applicationHouse>; reply: Awaited<ReturnType<ReturnType<typeof applicationHouse>['desk']['query']>> }> {
    const house = applicationHouse()
    const { compose } = house.ports
    Object.assign(house.ports, {
      compose: (order: FormOrder) => (JSON.stringify(order.sheets).includes(missing) ? Promise.resolve(fail('DOCUMENT-MISSING-GLYPH', Array.from(missing, (each) => `U+${each.codePointAt(0)?.toString(16).toUpperCase() ?? ''}`).join(' '))) : compose(order)),
    })
    await house.does({ type: 'applicationBatchOpen', batchId, kind: 'company', name: '見本商事', place: '見本市', heldOn: on })
    await house.does({ type: 'applicationBatchImport', batchId, csv: Buffer.from(people).toString('base64') })
    return { house, reply: await house.desk.query({ type: 'applicationBatchSheet', batchId }, tanaka) }
  }

  it('names everybody it can, and shows the number where no font has the name', async () => {
    const { house, reply } = await sheet('葛󠄁')
    expect(batchSheetSchema.parse(value(reply)).unprinted).toEqual(['S-002'])
    const words = JSON.stringify(house.papers.at(-1)?.sheets)
    expect(words).toContain('見本　一郎')
    expect(words).toContain('2　S-002')
    expect(words).toContain('（文字なし）　記入中')
    expect(words).not.toContain('二郎')
    expect(await house.does({ type: 'applicationBatchPrint', batchId })).toBe('ok')
  })

  it('says nothing of the kind when every name can be printed', async () => {
    const { house, reply } = await sheet('never')
    expect(batchSheetSchema.parse(value(reply)).unprinted).toEqual([])
    expect(JSON.stringify(house.papers.at(-1)?.sheets)).not.toContain('文字なし')
  })

  it('is refused when it is the office’s own words that can’t be printed', async () => {
    const { reply } = await sheet('商')
    expect(reply).toMatchObject({ ok: false, failure: { code: 'DOCUMENT-MISSING-GLYPH' } })
  })
})
