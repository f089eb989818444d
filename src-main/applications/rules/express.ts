import type { ApplicationFinding } from '../../../src-preload/contract.ts'
import { addDays } from '../../procedures/card-cases/rules/calendar.ts'
import { formatIsoLike, type CompleteDate } from '../../residents/dates/civil-date.ts'
import { dayBeforeFirstBirthday } from './card-validity.ts'
import type { ApplicationRules } from './rules-schema.ts'
import { finding, type ApplicationSituation } from './situation.ts'

/** Last day on which 特急発行 may be asked for; null: it is not, or what its window counts from is not known. ISO. */
export function expressLastDay({ facts }: Pick<ApplicationSituation, 'facts'>, rules: ApplicationRules, birth: CompleteDate | null): string | null {
  if (facts.express === null) return null
  const { window } = rules.express[facts.express.ground]
  if (window.by === 'firstBirthday') return birth === null ? null : dayBeforeFirstBirthday(birth)
  return facts.express.since === null ? null : addDays(facts.express.since, window.days)
}

/** 特急発行 (reference counter-procedures §A.5): on which ground, and within which days. */
export function expressFindings(situation: ApplicationSituation, rules: ApplicationRules, birth: CompleteDate | null): ApplicationFinding[] {
  const { facts, today } = situation
  if (facts.express === null) return []
  const { ground, since, withBirthReport } = facts.express
  const rule = rules.express[ground]
  const fits = rule.kinds.includes(facts.kind) && rules.kinds[facts.kind].expressFee !== null
  if (!fits || (withBirthReport && ground !== 'newborn')) return [finding('expressNotEligible')]
  const last = expressLastDay(situation, rules, birth)
  if (last === null) return [finding('expressSince')]
  const first = rule.window.by === 'days' ? since : birth === null ? null : formatIsoLike(birth)
  if (first !== null && first > today) return [finding('expressTooEarly')]
  return today > last ? [finding('expressTooLate')] : []
}
