import type { Box } from './marks.ts'

const left = 16
const width = 178

/** The parts of the sheet outside the persons' blocks. Millimetres from the top left corner. */
export const sheetFrame = {
  reissue: { x: left, y: 11, width: 28, height: 8.5 },
  title: { x: 80, y: 11, width: 50, height: 10 },
  sheetNumber: { x: 164, y: 12, width: 30, height: 6 },
  address: { x: left, y: 24, width, height: 10 },
  head: { x: left, y: 34, width, height: 8 },
  headLabelWidth: 25,
  blocks: { x: left, y: 44, width, gap: 1.4 },
  code: { x: left, y: 234, width: 42, height: 42 },
  codeCaption: { x: left, y: 276.4, width: 42, height: 3 },
  certification: { x: 64, y: 235, width: 130, height: 8 },
  issueDate: { x: 70, y: 246, width: 100, height: 8 },
  mayor: { x: 74, y: 258.5, width: 88, height: 10 },
  seal: { x: 165, y: 252, width: 23, height: 23 },
  specimenNotice: { x: 64, y: 277, width: 130, height: 4 },
  numbers: { x: left, y: 281, width: 120, height: 4 },
  requestId: { x: 136, y: 281, width: 58, height: 4 },
  joining: { y: 150, size: 14, inset: 7.5 },
} as const satisfies Record<string, Partial<Box> | number | { inset: number; y: number; size: number } | { gap: number }>
