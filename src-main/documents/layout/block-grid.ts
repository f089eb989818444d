import type { FieldName, PersonBlock } from '../content/certificate-content.ts'
import type { LabelKey } from '../content/words.ts'
import type { Box } from './marks.ts'

/** A label and the values beside it; widths share the value's room by weight. */
interface GridItem {
  readonly label: LabelKey | null
  readonly values: readonly { readonly field: FieldName; readonly share: number; readonly centred?: boolean }[]
}

interface GridRow {
  /** Millimetres. */
  readonly height: number
  readonly left: GridItem
  /** Null: the left item takes the whole width. */
  readonly right: GridItem | null
}

const one = (label: LabelKey, field: FieldName): GridItem => ({ label, values: [{ field, share: 1 }] })
const row = (height: number, left: GridItem, right: GridItem | null = null): GridRow => ({ height, left, right })
const identity: GridItem = {
  label: 'birthSexRelationship',
  values: [
    { field: 'birthDate', share: 44 },
    { field: 'sex', share: 9, centred: true },
    { field: 'relationship', share: 19, centred: true },
  ],
}
const remarks = (label: LabelKey | null, first: FieldName, second: FieldName): GridItem => ({ label, values: [{ field: first, share: 1 }, { field: second, share: 1 }] })

/** The numbered rows of the standard form (reference counter-procedures §D.4, §D.5). */
const japanese: readonly GridRow[] = [
  row(4, one('kana', 'kana'), one('individualNumber', 'individualNumber')),
  row(7.6, one('name', 'name'), one('residentRecordCode', 'residentRecordCode')),
  row(4.4, one('alias', 'alias'), one('becameResidentOn', 'becameResidentOn')),
  row(4, one('formerSurnameKana', 'formerSurnameKana'), one('addressSetOn', 'addressSetOn')),
  row(4.4, one('formerSurname', 'formerSurname'), one('notifiedOn', 'notifiedOn')),
  row(4.7, identity, one('headOfRegister', 'headOfRegister')),
  row(4.7, one('registeredDomicile', 'registeredDomicile')),
  row(4.4, one('previousAddress', 'previousAddress')),
  row(3.7, remarks('remarks', 'remark1', 'remark2')),
  row(3.7, remarks(null, 'remark3', 'remark4')),
]

const foreign: readonly GridRow[] = [
  row(4, one('kana', 'kana'), one('individualNumber', 'individualNumber')),
  row(7.4, one('name', 'name'), one('residentRecordCode', 'residentRecordCode')),
  row(4.4, one('alias', 'alias'), one('becameResidentOn', 'becameResidentOn')),
  row(4.4, one('becameForeignResidentOn', 'becameForeignResidentOn'), one('addressSetOn', 'addressSetOn')),
  row(4.4, one('foreignCategory', 'foreignCategory'), one('notifiedOn', 'notifiedOn')),
  row(4.7, identity, one('nationality', 'nationality')),
  row(4.4, one('statusOfResidence', 'statusOfResidence'), one('residenceCardNumber', 'residenceCardNumber')),
  row(4.4, one('periodOfStay', 'periodOfStay'), one('periodExpiresOn', 'periodExpiresOn')),
  row(4, one('previousAddress', 'previousAddress')),
  row(3.5, remarks('remarks', 'remark1', 'remark2')),
]

export interface PlacedCell {
  readonly field: FieldName
  readonly box: Box
  readonly centred: boolean
}

export interface PlacedLabel {
  readonly label: LabelKey
  readonly box: Box
}

export interface PlacedGrid {
  readonly cells: readonly PlacedCell[]
  readonly labels: readonly PlacedLabel[]
  /** Inner lines, from and to. */
  readonly lines: readonly (readonly [readonly [number, number], readonly [number, number]])[]
}

const rowsOf = { japanese, foreign } as const
const columns = { gutter: 6, label: 25.5, value: 71.5, rightLabel: 26 } as const
export const blockHeight = japanese.reduce((sum, { height }) => sum + height, 0)

/** Boxes and lines of a block whose top left corner is given. */
export function placeGrid(kind: PersonBlock['kind'], outer: Box): PlacedGrid {
  const cells: PlacedCell[] = []
  const labels: PlacedLabel[] = []
  const lines: [[number, number], [number, number]][] = []
  const right = outer.x + outer.width
  const labelX = outer.x + columns.gutter
  let y = outer.y
  let labelTop = y

  function placeItem(item: GridItem, x: number, labelWidth: number, end: number, height: number): void {
    if (item.label !== null) {
      labelTop = y
      labels.push({ label: item.label, box: { x, y, width: labelWidth, height } })
    } else {
      // The label of the row above reaches down over this row too.
      const above = labels.at(-1)
      if (above !== undefined) labels[labels.length - 1] = { ...above, box: { ...above.box, y: labelTop, height: y + height - labelTop } }
    }
    const start = x + labelWidth
    lines.push([[start, y], [start, y + height]])
    const whole = item.values.reduce((sum, value) => sum + value.share, 0)
    let at = start
    for (const [index, value] of item.values.entries()) {
      const width = ((end - start) * value.share) / whole
      if (index > 0) lines.push([[at, y], [at, y + height]])
      cells.push({ field: value.field, box: { x: at, y, width, height }, centred: value.centred === true })
      at += width
    }
  }

  for (const [index, { height, left, right: second }] of rowsOf[kind].entries()) {
    if (index > 0) lines.push([[left.label === null ? labelX + columns.label : labelX, y], [right, y]])
    const middle = labelX + columns.label + columns.value
    placeItem(left, labelX, columns.label, second === null ? right : middle, height)
    if (second !== null) {
      lines.push([[middle, y], [middle, y + height]])
      placeItem(second, middle, columns.rightLabel, right, height)
    }
    y += height
  }
  lines.push([[labelX, outer.y], [labelX, outer.y + outer.height]])
  return { cells, labels, lines }
}
