import fc from 'fast-check'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { createCertificateComposer } from '../../../src-main/documents/composer.ts'
import type { RenderedCertificate } from '../../../src-main/documents/certificate-order.ts'
import { readBinding } from '../../../src-main/documents/pdf/binding.ts'
import { verifyPdf } from '../../../src-main/documents/verification/verify-document.ts'
import type { Household } from '../../../src-main/residents/resident.ts'
import { eightMembers, familyOfFour, longHousehold, mixedHousehold } from '../../fixtures/documents/households.ts'
import { allOptions, bizMincho, cityKeys, contextFor, orderFor } from '../../fixtures/documents/issue.ts'

const composer = createCertificateComposer({ fonts: [bizMincho] })
const order = orderFor(familyOfFour)
const context = contextFor(familyOfFour, order)

async function composed(household: Household): Promise<RenderedCertificate> {
  const its = orderFor(household, { include: allOptions })
  const result = await composer.compose(household, its, contextFor(household, its))
  if (!result.ok) throw new Error(`${result.failure.code} ${result.failure.detail ?? ''}`)
  return result.value
}

const withName = (household: Household, index: number, text: string): Household => ({
  ...household,
  members: household.members.map((member, at) => (at === index ? { ...member, name: { ...member.name, text } } : member)),
})

describe('composing a certificate', () => {
  it('binds the finished file to its order, and the file says so itself', async () => {
    const result = await composer.compose(familyOfFour, order, context)
    if (!result.ok) throw new Error(result.failure.code)
    const bound = { requestId: order.requestId, subjectDigest: context.subjectDigest, certificateNumber: context.certificateNumber }
    expect(result.value.boundTo).toEqual(bound)
    expect(await readBinding(result.value.pdf)).toEqual({ ok: true, value: bound })
    expect(result.value.sheets).toBe(1)
  })

  it('makes as many sheets as it says', async () => {
    expect((await composed(eightMembers)).sheets).toBe(2)
    expect((await composed(longHousehold)).sheets).toBe(1)
  })

  it.each([
    ['another request', { ...order, requestId: 'ffffffffffffffffffffffffffffffff' }, familyOfFour],
    ['another name in the record than when it was ordered', order, withName(familyOfFour, 1, '見本　花江')],
    ['fewer persons than were ordered', orderFor(familyOfFour, { extent: 'members', residentIds: ['10000101'] }), familyOfFour],
  ])('stops at %s', async (_, other, household) => {
    expect(await composer.compose(household, other, context)).toMatchObject({ ok: false, failure: { code: 'DOCUMENT-MISMATCH' } })
  })

  it('stops at a name that no font can draw, and says which character', async () => {
    const household = withName(familyOfFour, 0, '渡邉\u{E0102}　太郎')
    expect(await composer.compose(household, order, contextFor(household, order))).toEqual({ ok: false, failure: { code: 'DOCUMENT-MISSING-GLYPH', detail: 'U+9089 U+E0102' } })
  })

  it('stops at a name too long for its cell, and says which cell', async () => {
    const household = withName(familyOfFour, 0, '寿'.repeat(400))
    expect(await composer.compose(household, order, contextFor(household, order))).toEqual({ ok: false, failure: { code: 'DOCUMENT-TOO-LONG', detail: '1.name' } })
  })

  it('answers whatever a record may hold with a paper or a reason', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), fc.array(fc.constantFrom(...Array.from('見本花子一二（）　 ー、Ａz'), '葛\u{E0100}'), { minLength: 1, maxLength: 90 }).map((parts) => parts.join('')))
    const reasons = ['DOCUMENT-MISSING-GLYPH', 'DOCUMENT-TOO-LONG', 'DOCUMENT-INVALID-INPUT']
    await fc.assert(
      fc.asyncProperty(text, text, async (name, address) => {
        const household = withName({ ...familyOfFour, address }, 2, name)
        const result = await composer.compose(household, order, contextFor(household, order))
        if (!result.ok) expect(reasons).toContain(result.failure.code)
      }),
      { numRuns: 80 },
    )
  })

  it('stops at a seal image that is no picture', async () => {
    const broken = { ...context, municipality: { ...context.municipality, sealPng: Buffer.from('not a picture') } }
    expect(await composer.compose(familyOfFour, order, broken)).toMatchObject({ ok: false, failure: { code: 'DOCUMENT-INVALID-INPUT' } })
  })

  it('prints the seal image on a real certificate, which is no specimen', async () => {
    const seal = new PNG({ width: 40, height: 40 })
    seal.data.fill(200)
    const real = { ...context, specimen: false, municipality: { ...context.municipality, sealPng: PNG.sync.write(seal) } }
    const result = await composer.compose(familyOfFour, order, real)
    if (!result.ok) throw new Error(result.failure.code)
    expect(await verifyPdf(result.value.pdf, cityKeys)).toMatchObject({ ok: true, value: { sheets: [{ specimen: false, reissue: false }] } })
    expect(Buffer.from(result.value.pdf).includes('/Subtype /Image')).toBe(true)
  })

  it('keeps orders apart that are composed at the same time', async () => {
    const households = [familyOfFour, eightMembers, mixedHousehold, longHousehold]
    const jobs = Array.from({ length: 16 }, (_, index) => {
      const household = households[index % households.length]!
      const its = orderFor(household, { requestId: index.toString(16).padStart(32, '0') })
      const itsContext = contextFor(household, its, { certificateNumber: `20261121-01-${index}-1` })
      return { its, itsContext, result: composer.compose(household, its, itsContext) }
    })
    for (const { its, itsContext, result } of jobs) {
      expect(await result).toMatchObject({ ok: true, value: { boundTo: { requestId: its.requestId, subjectDigest: itsContext.subjectDigest, certificateNumber: itsContext.certificateNumber } } })
    }
  })
})

describe('verifying a finished certificate', () => {
  it('tells what the city signed, sheet by sheet', async () => {
    const verified = await verifyPdf((await composed(eightMembers)).pdf, cityKeys)
    if (!verified.ok) throw new Error(verified.failure.detail)
    expect(verified.value.signedBy).toBe('mihon-1')
    expect(verified.value.sheets.map(({ sheet, sheets }) => [sheet, sheets])).toEqual([[1, 2], [2, 2]])
    expect(verified.value.sheets[1]!.persons.map(({ name }) => name)).toEqual(['大家　五', '大家　六', '大家　七', '大家　八'])
    expect(JSON.stringify(verified.value)).not.toMatch(/123456789018|12345678903|１２３４/)
  })

  it('finds every change of the file: a byte turned, added or taken away', async () => {
    const pdf = Buffer.from((await composed(familyOfFour)).pdf)
    const turned = (at: number): Buffer => {
      const copy = Buffer.from(pdf)
      copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
      return copy
    }
    const step = Math.floor(pdf.length / 40)
    const changed = [...Array.from({ length: 40 }, (_, index) => turned(index * step)), turned(pdf.length - 2), turned(pdf.length - 60), Buffer.concat([pdf, Buffer.from('\n')]), pdf.subarray(0, -1), Buffer.concat([Buffer.from(' '), pdf])]
    for (const bytes of changed) expect(await verifyPdf(bytes, cityKeys)).toMatchObject({ ok: false, failure: { code: 'DOCUMENT-NOT-VERIFIED' } })
  })

  it('answers bytes that are no certificate with a reason', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('%PDF-1.7\n'), Buffer.from('\n%MDGSIG1 mihon-1 AAAA\n'), Buffer.alloc(21 * 1024 * 1024)]) {
      expect(await verifyPdf(bytes, cityKeys)).toMatchObject({ ok: false, failure: { code: 'DOCUMENT-NOT-VERIFIED' } })
    }
    expect(await readBinding(Buffer.from('no PDF'))).toMatchObject({ ok: false, failure: { code: 'DOCUMENT-MISMATCH' } })
  })
})
