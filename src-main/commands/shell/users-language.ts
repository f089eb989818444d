import type { Language } from './answer.ts'

/** Japanese where the locale is Japanese (POSIX: LC_ALL before LC_MESSAGES before LANG), else English. */
export function usersLanguage(environment: NodeJS.ProcessEnv): Language {
  const locale = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find((value) => value !== undefined && value !== '')
  return locale?.startsWith('ja') === true ? 'ja' : 'en'
}
