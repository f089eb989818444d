import type { PinKind } from '../../../../src-preload/contract.ts'
import type { FormPart, FormSheet } from '../../../documents/forms/form-content.ts'
import type { CasePaperFacts } from '../ports.ts'
import { dayInWords, tall, text, type OfficeIdentity } from './application-form.ts'
import { fillIn, type FormWords } from './form-words.ts'

/** Characters that a PIN may have (reference counter-procedures §B.1). */
const pinLengths: Readonly<Record<PinKind, number>> = { userAuthentication: 4, signature: 16, inputSupport: 4, residentRegister: 4 }

/**
 * 照会書 and 回答書: to the holder at the address of the record, who alone writes the PINs and seals them in
 * (reference counter-procedures §B.3).
 * @param days ISO: when it goes out, and until when the answer counts.
 */
export function inquiryLetter({ case: stored, holder, facts, evaluation }: CasePaperFacts, days: { readonly postedOn: string; readonly dueOn: string }, words: FormWords, office: OfficeIdentity): FormSheet[] {
  const { letter, labels } = words
  const reference = fillIn(words.reference, { number: stored.number, terminal: office.terminalNumber })
  const footer = fillIn(letter.footer, { municipality: office.municipality })
  const agentRow = text(letter.agent, 'representativeName', facts.representative?.name ?? '')
  const asked: FormPart = {
    kind: 'section',
    heading: letter.section,
    rows: [text(letter.procedure, 'procedure', words.procedures[stored.kind]), agentRow, text(letter.due, 'due', dayInWords(days.dueOn))],
  }
  const pins: readonly FormPart[] =
    evaluation.plan.choose.length === 0
      ? []
      : [
          {
            kind: 'section',
            heading: letter.pinSection,
            rows: evaluation.plan.choose.map((pin) => ({ kind: 'squares', label: words.pins[pin], count: pinLengths[pin], note: letter.pinNote })),
          },
        ]
  return [
    {
      title: letter.title,
      reference,
      date: dayInWords(days.postedOn),
      recipient: '',
      parts: [
        {
          kind: 'addressee',
          address: holder.address,
          name: fillIn(letter.honorific, { name: holder.resident.name.text }),
          sender: [fillIn(letter.sender, { mayor: office.mayor }), fillIn(letter.contact, { office: office.office }), ...(office.phone === null ? [] : [fillIn(letter.phone, { phone: office.phone })])],
        },
        { kind: 'paragraph', text: letter.body, lines: 6 },
        asked,
        { kind: 'paragraph', text: letter.notMine, lines: 3 },
      ],
      footer,
    },
    {
      title: letter.answerTitle,
      reference,
      date: '',
      recipient: fillIn(words.recipient, { mayor: office.mayor }),
      parts: [
        { kind: 'paragraph', text: letter.answer, lines: 3 },
        {
          kind: 'section',
          heading: letter.answerSection,
          rows: [
            text(letter.procedure, 'procedure', words.procedures[stored.kind]),
            agentRow,
            text(letter.answerDate, 'answerDate', words.blankDate),
            tall(labels.name, 'name', holder.resident.name.text),
            { kind: 'signature', label: labels.signature, note: words.signatureNote },
          ],
        },
        ...pins,
      ],
      footer,
    },
  ]
}
