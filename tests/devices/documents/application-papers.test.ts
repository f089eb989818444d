import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, rgb } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { applicationFormSheet, applicationFormSheets, type ApplicationFormFacts } from '../../../src-main/applications/papers/application-form.ts'
import { handoverSheets } from '../../../src-main/applications/papers/handover-sheet.ts'
import { readJpeg } from '../../../src-main/applications/photo/jpeg.ts'
import { createFormComposer, type ComposeForm } from '../../../src-main/documents/forms/compose-form.ts'
import type { FormSheet } from '../../../src-main/documents/forms/form-content.ts'
import { emptyApplicationFacts, type ApplicationFacts } from '../../../src-preload/contract.ts'
import { bizMincho, ipamj } from '../../fixtures/documents/issue.ts'
import { renderPages, requireTools, type RenderedPage } from './rendered-page.ts'

let compose: ComposeForm
let jpeg: Buffer
let folder: string
beforeAll(async () => {
  requireTools()
  folder = mkdtempSync(join(tmpdir(), 'madoguchi-application-'))
  compose = createFormComposer([ipamj, bizMincho])
  jpeg = await darkPhoto()
})

/** A photo that is one dark plane, written by another program: where it is printed, there is ink from edge to edge. */
async function darkPhoto(): Promise<Buffer> {
  const document = await PDFDocument.create()
  document.addPage([350, 450]).drawRectangle({ x: 0, y: 0, width: 350, height: 450, color: rgb(0.1, 0.1, 0.1) })
  const file = join(folder, 'photo.pdf')
  writeFileSync(file, await document.save())
  execFileSync('pdftoppm', ['-jpeg', '-r', '216', file, join(folder, 'photo')])
  return readFileSync(join(folder, 'photo-1.jpg'))
}

const facts: ApplicationFormFacts = {
  number: 'S-017',
  day: '2026-11-21',
  facts: { ...emptyApplicationFacts('reissueLost'), formId: '20260401000010000102001', braille: true, certificates: { signature: false, userAuthentication: true } },
  applicant: { name: '見本　花子', kana: 'ミホン　ハナコ', address: '架空県見本市中央一丁目２番３号', birthDate: { year: 1987, month: 7, day: 15 }, sex: 'female', formerSurname: null },
  photo: null,
  noPhotoOnCard: false,
  terminalNumber: 'T01',
  municipality: '見本市',
  mayor: '見本市長',
}

async function printed(sheet: FormSheet): Promise<{ pdf: Uint8Array; page: RenderedPage }> {
  const pdf = await compose({ sheets: [sheet], specimen: false, madeAt: new Date('2026-11-21T01:00:00.000Z'), binding: { requestId: 'a'.repeat(32), subjectDigest: 'b'.repeat(64), certificateNumber: 'S-017' } })
  if (!pdf.ok) throw new Error(pdf.failure.detail)
  const [page] = renderPages(pdf.value, 1)
  if (page === undefined) throw new Error('no page')
  return { pdf: pdf.value, page }
}

/** Lengths in millimetres of the dark stretches along one line of the page that are longer than a centimetre. */
function planes(page: RenderedPage, along: 'x' | 'y', at: number): number[] {
  const [length, other] = [along === 'x' ? page.width : page.height, Math.round(at * page.pixelsPerMillimetre)]
  const found: number[] = []
  let run = 0
  for (let index = 0; index <= length; index += 1) {
    if (index < length && (along === 'x' ? page.darkness(index, other) : page.darkness(other, index)) > 150) run += 1
    else {
      if (run / page.pixelsPerMillimetre > 10) found.push(run / page.pixelsPerMillimetre)
      run = 0
    }
  }
  return found
}

describe('the photo on paper', () => {
  it('made by another program keeps the rules of the file', () => {
    expect(readJpeg(jpeg)).toMatchObject({ kind: 'jpeg', facts: { width: 1050, height: 1350, metadata: [] } })
  })

  it('is 35 mm wide and 45 mm high on the form', async () => {
    const { page } = await printed(applicationFormSheet({ ...facts, photo: { jpeg, exception: null } }))
    const [wide, ...otherWide] = planes(page, 'x', 70)
    const [high] = planes(page, 'y', 175)
    expect(otherWide).toEqual([])
    expect(wide).toBeCloseTo(35, 0)
    expect(high).toBeCloseTo(45, 0)
  })

  it.each([
    ['A4', 5, 5],
    ['L', 2, 2],
  ] as const)('stands on a sheet of %s %i times across and %i down, each in its true size', async (size, across, down) => {
    const { page } = await printed({ size, title: '', reference: '', date: '', recipient: '', footer: '', parts: [{ kind: 'photoGrid', jpeg, caption: '見本' }] })
    const rows = planes(page, 'x', size === 'A4' ? 30 : 25)
    const columns = planes(page, 'y', size === 'A4' ? 20 : 15)
    expect(rows).toHaveLength(across)
    expect(columns).toHaveLength(down)
    for (const wide of rows) expect(wide).toBeCloseTo(35, 0)
    for (const high of columns) expect(high).toBeCloseTo(45, 0)
  })
})

/** As another program reads it, without spaces. */
function wordsOn({ pdf }: { readonly pdf: Uint8Array }): string {
  const file = join(folder, 'words.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s/gu, '')
}

describe('the form', () => {
  it('says to another program what was applied for', async () => {
    const { pdf } = await printed(applicationFormSheet({ ...facts, photo: { jpeg, exception: { reason: 'bandage', note: '' } } }))
    const file = join(folder, 'form.pdf')
    writeFileSync(file, pdf)
    const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s/gu, '')
    for (const words of ['個人番号カード交付申請書兼電子証明書発行申請書', '20260401000010000102001', '見本花子（包帯のため）', '昭和６２年７月１５日', 'ミホンハナコ']) expect(text).toContain(words)
  })

  it('says why a photo that breaks the rules is taken, whatever else is on the form, however long the reason', async () => {
    const note = `左目の手術後で、来月まで眼帯を外せません。${'診断書を確かめました。'.repeat(48)}`.slice(0, 500)
    const full: ApplicationFacts = {
      ...facts.facts,
      express: { ground: 'damaged', since: '2026-11-01', withBirthReport: false },
      stay: { until: '2027-03-31' },
      representative: { name: '見本　太郎', address: '架空県見本市中央一丁目２番３号', relationship: '父', phone: '000-0000-0000' },
    }
    const form = { ...facts, facts: full, photo: { jpeg, exception: { reason: 'eyePatch' as const, note } } }
    const sheets = applicationFormSheets(form)
    expect(sheets).toHaveLength(2)
    const words = await Promise.all(sheets.map(async (sheet) => wordsOn(await printed(sheet))))
    expect(words[0]).toContain('（眼帯のため）')
    expect(words[0]).toContain('眼帯のため：別紙のとおり')
    expect(words[1]).toContain(note)
    expect(words[1]).toContain('見本花子')
  })

  it('says a short reason on the form itself', async () => {
    const [sheet, ...others] = applicationFormSheets({ ...facts, photo: { jpeg, exception: { reason: 'eyePatch', note: '左目の手術後、来月まで' } } })
    if (sheet === undefined) throw new Error('no sheet')
    expect(others).toEqual([])
    expect(wordsOn(await printed(sheet))).toContain('眼帯のため：左目の手術後、来月まで')
  })

  it('says that a child under one year has no photo, where a frame to glue one into would be', async () => {
    const wordsOf = async (noPhotoOnCard: boolean): Promise<string> => {
      const { pdf } = await printed(applicationFormSheet({ ...facts, noPhotoOnCard }))
      const file = join(folder, `frame-${noPhotoOnCard}.pdf`)
      writeFileSync(file, pdf)
      return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s/gu, '')
    }
    expect(await wordsOf(true)).toContain('１歳未満のため顔写真なし')
    expect(await wordsOf(false)).toContain('縦45mm×横35mm')
  })
})

describe('the handover sheet', () => {
  it('has room for a whole page of people and for saying whose name no font has', async () => {
    const batch = { batchId: 'b', kind: 'company' as const, name: '株式会社見本製作所', place: '見本坂工場　第二会議室', heldOn: '2026-11-21', state: 'open' as const, counts: { people: 18, photos: 3, received: 2, ended: 0 } }
    const people = Array.from({ length: 18 }, (_, index) => ({ place: index + 1, number: `S-${String(index + 1).padStart(3, '0')}`, name: index === 4 ? null : '見本　花子', state: 'draft' as const, missing: ['写真', '本人確認書類'] }))
    const [sheet] = handoverSheets({ batch, people, office: { municipality: '見本市', terminalNumber: '01' } })
    if (sheet === undefined) throw new Error('no sheet')
    const text = wordsOn(await printed(sheet))
    expect(text).toContain('（文字なし）記入中不足：写真、本人確認書類')
    expect(text).toContain('受付番号で画面の申請を確かめてください')
  })
})
