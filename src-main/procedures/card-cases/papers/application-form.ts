import type { CardCaseFacts } from '../../../../src-preload/contract.ts'
import type { FormPart, FormRow, FormSheet } from '../../../documents/forms/form-content.ts'
import { parseCivilDate } from '../../../residents/dates/civil-date.ts'
import { writtenDate } from '../../../residents/dates/written-date.ts'
import type { CivilDate } from '../../../residents/resident.ts'
import type { CasePaperFacts } from '../ports.ts'
import type { CardWorkRules } from '../rules/rules-schema.ts'
import { fillIn, type FormWords } from './form-words.ts'

/** What every paper of this office says. */
export interface OfficeIdentity {
  readonly municipality: string
  /** 見本市長　見本　市郎 */
  readonly mayor: string
  readonly terminalNumber: string
  /** 見本市役所 市民課: whom a resident asks. */
  readonly office: string
  /** As it is printed; null where none is to be. */
  readonly phone: string | null
}

export const dateInWords = (date: CivilDate): string => writtenDate(date, { digits: 'full', calendar: 'era' })

export function dayInWords(iso: string): string {
  const date = parseCivilDate(iso)
  return date === null ? '' : dateInWords(date)
}

export const text = (label: string, field: string, value: string): FormRow => ({ kind: 'text', label, field, value })

export const tall = (label: string, field: string, value: string): FormRow => ({ kind: 'text', label, field, value, tall: true })

const fullWidth = (digit: number): string => String.fromCodePoint(0xff10 + digit)

function checks<T extends string>(label: string, words: Readonly<Record<T, string>>, keys: readonly T[], chosen: readonly string[], columns = 2): FormRow {
  return { kind: 'checks', label, columns, options: keys.map((key) => ({ text: words[key], checked: chosen.includes(key) })) }
}

/** 申請書・届: filled with the facts of the case, with room for the signature. The date is written by whoever signs. */
export function applicationForm(paper: CasePaperFacts, rules: CardWorkRules, words: FormWords, office: OfficeIdentity): FormSheet {
  const { case: stored, holder, facts } = paper
  const { resident, address } = holder
  const { labels, sections } = words
  const numbered: (readonly [string, readonly FormRow[]])[] = [
    [
      sections.holder,
      [
        text(labels.kana, 'kana', resident.name.kana ?? ''),
        tall(labels.name, 'name', resident.name.text),
        tall(labels.address, 'address', address),
        text(labels.birthDate, 'birthDate', dateInWords(resident.birthDate)),
      ],
    ],
    [sections.work, workRows(paper, words)],
    [sections.visitor, visitorRows(facts, words)],
    [sections.signature, [{ kind: 'signature', label: labels.signature, note: words.signatureNote }]],
  ]
  const parts: FormPart[] = [
    { kind: 'paragraph', text: words.declaration[stored.kind], lines: 3 },
    ...numbered.filter(([, rows]) => rows.length > 0).map(([heading, rows], index) => ({ kind: 'section' as const, heading: `${fullWidth(index + 1)}　${heading}`, rows })),
    { kind: 'section', heading: sections.office, rows: officeRows(paper, rules, words) },
  ]
  return {
    title: words.titles[stored.kind],
    reference: fillIn(words.reference, { number: stored.number, terminal: office.terminalNumber }),
    date: words.blankDate,
    recipient: fillIn(words.recipient, { mayor: office.mayor }),
    parts,
    footer: fillIn(words.footer, { municipality: office.municipality }),
  }
}

function workRows({ case: { kind }, facts }: CasePaperFacts, words: FormWords): FormRow[] {
  const { labels } = words
  const certificates = checks(labels.certificates, words.certificates, ['userAuthentication', 'signature'], facts.certificates)
  switch (kind) {
    case 'pinReset':
      return [
        checks(labels.pinWork, words.pinWork, ['change', 'reset'], ['reset']),
        checks(labels.pins, words.pins, ['userAuthentication', 'signature', 'inputSupport', 'residentRegister'], facts.pins),
      ]
    case 'cardDelivery':
    case 'certificateIssue':
    case 'certificateRenewal':
    case 'suspensionRelease':
      return [certificates]
    case 'recordUpdate':
      return [checks(labels.changedItems, words.changedItems, ['name', 'address', 'other'], facts.changedItems, 3), certificates]
    case 'continuedUse':
      return [text(labels.movedOn, 'movedOn', dayInWords(facts.move?.movedOn ?? '')), text(labels.notifiedOn, 'notifiedOn', dayInWords(facts.move?.notifiedOn ?? '')), certificates]
    case 'suspension':
      return [checks(labels.loss, words.loss, ['lost', 'stolen', 'fire', 'other'], facts.loss === null ? [] : [facts.loss], 4)]
    case 'cardReturn':
    case 'faceAuthenticationSwitch':
      return []
  }
}

function visitorRows({ actor, representative }: CardCaseFacts, words: FormWords): FormRow[] {
  const { labels } = words
  const who = checks(labels.who, words.who, ['self', 'legalRepresentative', 'agent'], actor === null ? [] : [actor], 3)
  if (actor === 'self') return [who]
  return [
    who,
    text(labels.representative, 'representativeName', representative?.name ?? ''),
    tall(labels.representativeAddress, 'representativeAddress', representative?.address ?? ''),
    text(labels.relationship, 'relationship', representative?.relationship ?? ''),
    text(labels.phone, 'phone', representative?.phone ?? ''),
  ]
}

/** Kinds of documents only: no number of any of them is taken down. */
function officeRows({ case: { inquiry, secondPerson }, facts, evaluation }: CasePaperFacts, rules: CardWorkRules, words: FormWords): FormRow[] {
  const { labels } = words
  const named = (ids: readonly string[]): string => rules.documents.filter(({ id }) => ids.includes(id)).map(({ ja }) => ja).join('、')
  const rows: FormRow[] = [tall(labels.documents, 'documents', named(facts.actorDocuments))]
  if (facts.actor !== null && facts.actor !== 'self') {
    rows.push(tall(labels.principalDocuments, 'principalDocuments', named(facts.principalDocuments)), text(labels.authority, 'authority', authorityInWords(facts, rules, words)))
  }
  if (inquiry !== null) {
    const days = [inquiry.postedOn, inquiry.receivedOn].filter((day) => day !== null)
    rows.push(text(labels.inquiry, 'inquiry', days.map(dayInWords).join('　／　')))
  }
  if (evaluation.secondPerson !== 'none') rows.push(text(labels.secondPerson, 'secondPerson', secondPerson ?? ''))
  return rows
}

function authorityInWords({ authority, powerOfAttorney }: CardCaseFacts, rules: CardWorkRules, words: FormWords): string {
  const shown: string[] = powerOfAttorney ? [words.authority.powerOfAttorney] : []
  if (authority?.how === 'document') {
    const name = rules.authorityDocuments.find(({ id }) => id === authority.document)?.ja ?? ''
    shown.push(`${name}（${dayInWords(authority.issuedOn)}）`)
  } else if (authority !== null) shown.push(words.authority[authority.how])
  return shown.join('、')
}
