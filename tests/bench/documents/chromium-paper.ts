import { chromium, type Browser } from 'playwright'
import qrcode from 'qrcode'
import { buildContent } from '../../../src-main/documents/content/build-content.ts'
import { standardWords } from '../../../src-main/documents/content/words.ts'
import { sealText } from '../../../src-main/documents/verification/sealed-text.ts'
import { sheetPayload } from '../../../src-main/documents/verification/sheet-payload.ts'
import { familyOfFour } from '../../fixtures/documents/households.ts'
import { contextFor, orderFor } from '../../fixtures/documents/issue.ts'

/** The same words, grid and code as a page: what a kiosk would do that lets a browser print. */
async function pageSource(): Promise<string> {
  const order = orderFor(familyOfFour)
  const context = contextFor(familyOfFour, order)
  const built = buildContent(familyOfFour, order, context, standardWords)
  if (!built.ok) throw new Error(built.failure.code)
  const content = built.value
  const sheet = content.sheets[0]!
  const rows = sheet.persons.flatMap((block) =>
    block.cells.map(({ field, text }) => `<tr><th>${(standardWords.labels as Record<string, string>)[field] ?? field}</th><td>${text}</td></tr>`),
  )
  const code = await qrcode.toString([{ data: sealText(sheetPayload(content, sheet), context.signingKey), mode: 'alphanumeric' }], {
    type: 'svg',
    width: 160,
  })
  return `<!doctype html><html lang="ja"><style>@page{size:A4;margin:15mm}body{font:7pt IPAmjMincho}table{border-collapse:collapse;columns:2}th,td{border:.3pt solid}h1{text-align:center}</style>
    <h1>${standardWords.title}</h1><table><tr><th>${standardWords.labels.address}</th><td>${content.address.text}</td></tr><tr><th>${standardWords.labels.head}</th><td>${content.head.text}</td></tr>${rows.join('')}</table>
    <p>${content.certification}<p>${content.issueDate}<p>${content.mayorTitle} ${content.mayorName}<p>${content.certificateNumber} ${content.requestId}${code}</html>`
}

const launch = (): Promise<Browser> => chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })

/** Milliseconds for the first paper of a new browser, and for the ones after it. */
export async function chromiumPaper(warmRounds: number): Promise<{ first: number; warm: number[] }> {
  const source = await pageSource()
  const start = performance.now()
  const browser = await launch()
  try {
    const page = await browser.newPage()
    const print = async (): Promise<void> => {
      await page.setContent(source)
      await page.pdf({ format: 'A4', preferCSSPageSize: true })
    }
    await print()
    const first = performance.now() - start
    const warm: number[] = []
    for (let round = 0; round < warmRounds; round++) {
      const began = performance.now()
      await print()
      warm.push(performance.now() - began)
    }
    return { first, warm }
  } finally {
    await browser.close()
  }
}
