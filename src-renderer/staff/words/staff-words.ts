import type { FailureCode, Language } from '../../../src-preload/contract.ts'
import { wordsOf } from '../../words/words.ts'
import { en } from './en.ts'
import { ja, type StaffWords } from './ja.ts'

const all: Record<Language, StaffWords> = { ja, en }

export const staffWordsOf = (language: Language): StaffWords => all[language]

/** What a clerk reads about a failure: what happened and what to do. */
export const clerkFailure = (language: Language, code: FailureCode): { readonly title: string; readonly todo: string } => wordsOf(language).failures[code].clerk

export type { StaffWords }
