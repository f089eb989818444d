import type { CardCaseDetail, CardCaseRow } from '../../../src-preload/contract.ts'
import { noFacts } from '../../../src-preload/contract.ts'
import type { CaseHistoryEntry, StoredCase } from '../../queue/cases/card-case-store.ts'
import { formatIsoLike } from '../../residents/dates/civil-date.ts'
import type { JudgedCase } from './case-judge.ts'
import { documentsFor } from './rules/identity.ts'
import type { CardWorkRules } from './rules/rules-schema.ts'

/** `today`: ISO day in Japan. */
export function caseRow({ caseId, number, openedAt, kind, state, inquiry, link, failure }: StoredCase, today: string): CardCaseRow {
  const dueOn = state === 'awaitingAnswer' ? (inquiry?.dueOn ?? null) : null
  return { caseId, number, openedAt: openedAt.toISOString(), kind, state, answerDueOn: dueOn, answerOverdue: dueOn !== null && dueOn < today, linkOutstanding: link === 'outstanding', failure }
}

export function caseDetail(judged: JudgedCase, history: readonly CaseHistoryEntry[], rules: CardWorkRules, today: string): CardCaseDetail {
  const { case: stored, personal, holder, evaluation } = judged
  const { resident } = holder
  const facts = personal.facts?.facts ?? noFacts
  const rule = rules.kinds[stored.kind]
  const planned = evaluation.plan.works.map((work) => ({ work, state: 'pending' as const }))
  return {
    row: caseRow(stored, today),
    version: stored.version,
    subject: { name: resident.name.text, kana: resident.name.kana, birthDate: formatIsoLike(resident.birthDate), address: holder.address, under15: judged.young },
    card: personal.card,
    facts,
    findings: [...evaluation.findings],
    guidance: [...evaluation.guidance],
    required: { actorIdentity: [...evaluation.required.actorIdentity], principalIdentity: [...evaluation.required.principalIdentity] },
    pinsToEnter: [...evaluation.plan.enter],
    pinsToSet: [...evaluation.plan.choose],
    orders: stored.orders.length === 0 ? planned : stored.orders.map(({ work, state }) => ({ work, state })),
    feeYen: evaluation.feeYen,
    secondPerson: { needed: evaluation.secondPerson, given: stored.secondPerson },
    inquiry: stored.inquiry,
    papers: [...(rule.form ? ['applicationForm' as const] : []), ...(evaluation.inquiryNeeded || stored.inquiry !== null ? ['inquiryLetter' as const] : [])],
    choices: {
      actors: (['self', 'legalRepresentative', 'agent'] as const).filter((actor) => rule.actors[actor] !== null),
      documents: documentsFor(facts.actor, rules.documents).map(({ id, ja, en, class: classOf }) => ({ id, ja, en, class: classOf })),
      authorityDocuments: rules.authorityDocuments.map(({ id, ja, en }) => ({ id, ja, en })),
    },
    history: history.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
  }
}
