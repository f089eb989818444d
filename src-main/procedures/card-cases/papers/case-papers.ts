import { dayInJapan, type Clock } from '../../../clock.ts'
import type { ComposeForm } from '../../../documents/forms/compose-form.ts'
import { subjectDigest } from '../../../documents/subject.ts'
import { ok } from '../../../failures/result.ts'
import { formatIsoLike } from '../../../residents/dates/civil-date.ts'
import type { CasePapers } from '../ports.ts'
import { addDays } from '../rules/calendar.ts'
import type { CardWorkRules } from '../rules/rules-schema.ts'
import { applicationForm, type OfficeIdentity } from './application-form.ts'
import { standardFormWords } from './form-words.ts'
import { inquiryLetter } from './inquiry-letter.ts'

export interface CasePapersParts {
  readonly compose: ComposeForm
  readonly rules: CardWorkRules
  readonly office: OfficeIdentity
  /** 見本 across every sheet. */
  readonly specimen: boolean
  readonly clock: Clock
}

export function createCasePapers({ compose, rules, office, specimen, clock }: CasePapersParts): CasePapers {
  return {
    async render(paper, facts) {
      const { case: stored, holder } = facts
      const now = clock.now()
      const today = dayInJapan(now)
      // Until the clerk writes down when it was posted, it goes out today.
      const days = stored.inquiry ?? { postedOn: today, dueOn: addDays(today, rules.inquiryAnswerDays) }
      const sheets = paper === 'applicationForm' ? [applicationForm(facts, rules, standardFormWords(), office)] : inquiryLetter(facts, days, standardFormWords(), office)
      const { residentId, name, birthDate } = holder.resident
      const digest = subjectDigest(stored.caseId, [{ residentId, name: name.text, birthDate: formatIsoLike(birthDate) }])
      const pdf = await compose({ sheets, specimen, madeAt: now, binding: { requestId: stored.caseId, subjectDigest: digest, certificateNumber: stored.number } })
      return pdf.ok ? ok({ pdf: pdf.value, sheets: sheets.length, subjectDigest: digest }) : pdf
    },
  }
}
