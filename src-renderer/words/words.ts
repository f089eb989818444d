import type { FailureCode, Language } from '../../src-preload/contract.ts'
import { en } from './en.ts'
import { isNeutral, type ResidentFailureWords } from './failure-words.ts'
import { ja, type Words } from './ja.ts'

const all: Record<Language, Words> = { ja, en }

export const wordsOf = (language: Language): Words => all[language]

/** What a resident reads about a failure; refusals that must not differ get the same words. */
export const residentFailure = (words: Words, code: FailureCode): ResidentFailureWords =>
  isNeutral(code) ? words.neutralRefusal : words.failures[code].resident

export type { Words }
