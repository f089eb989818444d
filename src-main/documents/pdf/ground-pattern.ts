import { deflateSync } from 'node:zlib'
import { PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib'
import { z } from 'zod'
import pattern from '../../../resources/documents/ground-pattern.json' with { type: 'json' }
import { page, pointsPerMillimetre } from '../layout/marks.ts'

const patternSchema = z.strictObject({
  /** Between fine dots. Coarse dots stand twice as far apart and are twice as wide: the same grey to the eye. */
  pitchMillimetres: z.number().positive(),
  fineDotMillimetres: z.number().positive(),
  coarseDotMillimetres: z.number().positive(),
  /** Size of one repeat in coarse dots. */
  tileColumns: z.int().positive(),
  tileRows: z.int().positive(),
  /** RGB, 0 to 1. */
  colour: z.tuple([z.number(), z.number(), z.number()]),
  /** 複写 as a picture of coarse dots, # is a dot. */
  letters: z.array(z.string().regex(/^[#.]+$/)),
})

/** Dots as dashed lines with round ends of no length, one line for every run: a thousandth of the size of single dots. */
function dotRun(fromX: number, toX: number, y: number): string {
  return `${fromX.toFixed(2)} ${y.toFixed(2)} m ${toX.toFixed(2)} ${y.toFixed(2)} l S`
}

function runs(row: string, mark: string): [number, number][] {
  return Array.from(row.matchAll(new RegExp(`[${mark}]+`, 'g')), (match) => [match.index, match.index + match[0].length])
}

/**
 * 地紋: a copier loses the fine dots and keeps the coarse ones, so that 複写 comes out on a copy (how clearly depends
 * on the copier). A pattern of our own; it imitates no other body's marks (reference counter-procedures §E.4).
 */
function tileOperators(settings: z.infer<typeof patternSchema>): { operators: string; width: number; height: number } {
  const fine = settings.pitchMillimetres * pointsPerMillimetre
  const coarse = fine * 2
  const { tileColumns: columns, tileRows: rows, letters } = settings
  const top = Math.floor((rows - letters.length) / 2)
  const left = Math.floor((columns - (letters[0]?.length ?? 0)) / 2)
  const maskRow = (row: number): string => `${'.'.repeat(left)}${letters[row - top] ?? ''}`.padEnd(columns, '.').slice(0, columns)
  const fineRuns: string[] = []
  const coarseRuns: string[] = []
  for (let row = 0; row < rows; row++) {
    const mask = maskRow(row)
    // PDF counts upwards; row 0 is the top of the tile.
    const y = (rows - row) * coarse
    for (const half of [0.25, 0.75]) {
      for (const [from, to] of runs(mask, '.')) fineRuns.push(dotRun(from * coarse + fine / 2, to * coarse - fine / 2 + 0.01, y - half * coarse))
    }
    for (const [from, to] of runs(mask, '#')) coarseRuns.push(dotRun(from * coarse + coarse / 2, to * coarse - coarse / 2 + 0.01, y - coarse / 2))
  }
  const dots = (diameter: number, distance: number, list: string[]): string =>
    `${(diameter * pointsPerMillimetre).toFixed(3)} w [0 ${distance.toFixed(4)}] 0 d\n${list.join('\n')}`
  const colour = settings.colour.join(' ')
  return {
    operators: `1 J ${colour} RG\n${dots(settings.fineDotMillimetres, fine, fineRuns)}\n${dots(settings.coarseDotMillimetres, coarse, coarseRuns)}`,
    width: columns * coarse,
    height: rows * coarse,
  }
}

const tile = tileOperators(patternSchema.parse(pattern))
const packedTile = deflateSync(tile.operators)

/** Tiling pattern to be named P0 in the page's resources. */
export function groundPattern(context: PDFContext): PDFRef {
  const entries = {
    Type: 'Pattern',
    PatternType: 1,
    PaintType: 1,
    TilingType: 1,
    BBox: [0, 0, tile.width, tile.height],
    XStep: tile.width,
    YStep: tile.height,
    Resources: {},
    Filter: 'FlateDecode',
    Length: packedTile.length,
  }
  return context.register(PDFRawStream.of(context.obj(entries), packedTile))
}

/** Fills the sheet, but for the edge that printers can't reach. */
export function groundOperators(marginMillimetres: number): string {
  const value = (millimetres: number): string => (millimetres * pointsPerMillimetre).toFixed(2)
  return `/Pattern cs /P0 scn ${value(marginMillimetres)} ${value(marginMillimetres)} ${value(page.width - 2 * marginMillimetres)} ${value(page.height - 2 * marginMillimetres)} re f`
}
