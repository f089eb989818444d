import { failureCodes } from '../../src-preload/contract.ts'
import { failureCatalogue } from './catalogue.ts'
import type { Bilingual, FailureEntry } from './catalogue/entry.ts'

const texts = {
  ja: {
    title: '障害コード一覧',
    intro: '画面とログに出るコードの原因と対処です。個人情報・暗証番号・カードの内容は、コードにも詳細にも含まれません。',
    code: 'コード',
    cause: '原因',
    remedy: '対処',
    retry: '再試行',
    who: '対応する人',
    yes: '有効',
    no: '無効',
    audience: { resident: '住民', clerk: '職員', operator: 'システム担当' },
  },
  en: {
    title: 'Failure codes',
    intro: 'Cause and remedy of every code on the screens and in the log. No code and no detail carries personal data, a PIN or card contents.',
    code: 'Code',
    cause: 'Cause',
    remedy: 'Remedy',
    retry: 'Trying again',
    who: 'Who acts',
    yes: 'helps',
    no: 'does not help',
    audience: { resident: 'resident', clerk: 'clerk', operator: 'IT' },
  },
} as const satisfies Record<keyof Bilingual, { audience: Record<FailureEntry['audience'], string>; [word: string]: unknown }>

/** The handbook in Markdown, codes grouped by their first word, in the order of the contract. */
export function failureHandbook(language: keyof Bilingual): string {
  const words = texts[language]
  const lines = [`# ${words.title}`, '', words.intro]
  let group = ''
  for (const code of failureCodes) {
    const [first = code] = code.split('-')
    if (first !== group) {
      group = first
      const columns = [words.code, words.cause, words.remedy, words.retry, words.who]
      lines.push('', `## ${group}`, '', `| ${columns.join(' | ')} |`, `|${'---|'.repeat(columns.length)}`)
    }
    const { cause, remedy, retriable, audience } = failureCatalogue[code]
    const cells = [`\`${code}\``, cause[language], remedy[language], retriable ? words.yes : words.no, words.audience[audience]]
    lines.push(`| ${cells.join(' | ')} |`)
  }
  return [...lines, ''].join('\n')
}
