import { auditEventSchema } from './event-catalogue.ts'
import { eventDescriptions, type EventDescription } from './event-descriptions.ts'

const texts = {
  ja: {
    title: '監査ログの手引き',
    intro:
      '監査ログには下表の事象だけが、下表の項目だけで記録されます。氏名・住所・個人番号・暗証番号・カードの内容を入れる項目はありません。各記録には通し番号(seq)、日時(at、協定世界時)、端末番号(terminal)と、前の記録のSHA-256が付きます。',
    event: '事象',
    when: '記録するとき',
    fields: '項目',
    none: 'なし',
  },
  en: {
    title: 'Audit log manual',
    intro:
      'The audit log holds the events below and no others, with the fields below and no others. There is no field for a name, an address, an Individual Number, a PIN or card contents. Every entry carries its sequence number (seq), instant in UTC (at), terminal number (terminal) and the SHA-256 of the entry before it.',
    event: 'Event',
    when: 'Written when',
    fields: 'Fields',
    none: 'none',
  },
} as const

/** The log manual in Markdown, made from the catalogue itself: it can't be out of date. */
export function auditLogManual(language: keyof EventDescription): string {
  const words = texts[language]
  const rows = auditEventSchema.options.map((option) => {
    const type = option.shape.type.value
    const fields = Object.keys(option.shape).filter((name) => name !== 'type')
    const list = fields.length === 0 ? words.none : fields.map((name) => `\`${name}\``).join(', ')
    return `| \`${type}\` | ${eventDescriptions[type][language]} | ${list} |`
  })
  return [`# ${words.title}`, '', words.intro, '', `| ${words.event} | ${words.when} | ${words.fields} |`, '|---|---|---|', ...rows, ''].join('\n')
}
