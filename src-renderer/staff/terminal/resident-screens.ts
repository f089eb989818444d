import { residentScreenSchema, type ResidentScreenKind } from '../../../src-preload/contract.ts'
import type { StaffWords } from '../words/staff-words.ts'

const kinds: ReadonlySet<string> = new Set(residentScreenSchema.options.map((option) => option.shape.kind.value))
const isKind = (screen: string): screen is ResidentScreenKind => kinds.has(screen)

/** What the resident's screen shows, in words. */
export const residentScreenWords = (screen: string, { terminal: { resident } }: StaffWords): string => (isKind(screen) ? resident.screens[screen] : resident.unknown)
