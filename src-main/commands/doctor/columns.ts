import { cellsOf } from '../../printing/setting/line-breaking.ts'

/** How many columns of a terminal a text takes: as on a receipt, but what is drawn with the character before (variation selectors, combining marks) takes none. */
export const columnsOf = (text: string): number => cellsOf(text.replaceAll(/\p{Mark}/gu, ''))

/** The text filled with spaces up to a number of columns; longer text stays whole. */
export const padColumns = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - columnsOf(text)))
