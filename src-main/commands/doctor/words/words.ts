import type { Language } from '../../shell/answer.ts'
import { en } from './en.ts'
import { ja } from './ja.ts'

/** Every word of the readiness report; English is the source, other languages have its shape. */
export type DoctorWords = typeof en

/** Stable names of the checks. */
export type CheckId = keyof DoctorWords['titles']

const languages: Readonly<Record<Language, DoctorWords>> = { en, ja }

/** The words of the report in one language. */
export const doctorWords = (language: Language): DoctorWords => languages[language]
