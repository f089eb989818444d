import { z } from 'zod'
import { extentSchema, recordOptionSchema } from '../../../src-preload/contract.ts'
import { recordedText, residentInput } from './resident-input.ts'

/** What `madoguchi render` takes: a household, what is to be certified of it, and by whom. Keys are not in it. */
export const renderInputSchema = z.strictObject({
  household: z
    .strictObject({
      householdId: z.string().min(1).max(15).default('1').describe('世帯番号; not printed'),
      address: recordedText.describe('住所'),
      headName: recordedText.describe('世帯主の氏名'),
      members: z.array(residentInput).min(1).max(40).describe('世帯員, in the order of the record'),
    })
    .describe('世帯'),
  order: z
    .strictObject({
      requestId: z.string().regex(/^[\x21-\x7e]{1,64}$/).optional().describe('Printed on the paper; 128 random bits in hex when left out'),
      extent: extentSchema.default('household').describe('household: 世帯全員, members: 世帯の一部'),
      residentIds: z.array(z.string()).min(1).optional().describe('Who is on the paper; all current members when left out'),
      include: z.array(recordOptionSchema).default([]).describe('Items that are printed only on request: 世帯主・続柄, 本籍・筆頭者, 個人番号, 住民票コード, 国籍・在留情報'),
    })
    .prefault({})
    .describe('What is to be certified'),
  issue: z
    .strictObject({
      municipality: z.strictObject({
        name: recordedText.describe('見本市'),
        code: z.string().regex(/^\d{6}$/).describe('全国地方公共団体コード, 6 digits with its check digit'),
        mayorTitle: recordedText.describe('見本市長'),
        mayorName: recordedText.describe('Name of the mayor'),
      }),
      certificateNumber: z.string().regex(/^[\x21-\x7e]{1,64}$/).describe('証明書番号'),
      issuedAt: z.iso.datetime({ offset: true }).describe('Instant of issue, ISO 8601 with offset; the paper shows the day in Japan'),
      terminalNumber: z.string().regex(/^[\x21-\x7e]{1,16}$/).describe('端末番号'),
      reissue: z.boolean().default(false).describe('再発行 on the paper'),
      specimen: z.boolean().default(true).describe('見本 across the paper; false needs a seal image'),
    })
    .describe('The issue'),
})

export type RenderInput = z.output<typeof renderInputSchema>

/** JSON Schema (2020-12) of the input, as written in a file. */
export function renderInputJsonSchema(): unknown {
  return z.toJSONSchema(renderInputSchema, { io: 'input' })
}
