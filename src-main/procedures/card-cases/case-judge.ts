import { noFacts } from '../../../src-preload/contract.ts'
import { dayInJapan } from '../../clock.ts'
import { ok, type Result } from '../../failures/result.ts'
import type { CasePersonalData, StoredCase } from '../../queue/cases/card-case-store.ts'
import { searchKey } from '../../residents/characters/search-key.ts'
import { mayBeUnder } from '../../residents/dates/age.ts'
import { localDay } from '../../residents/dates/local-day.ts'
import type { HolderRecord } from '../../residents/resident-directory.ts'
import type { CardCasePorts } from './ports.ts'
import { evaluateCase, type CaseEvaluation } from './rules/evaluate.ts'
import type { CardWorkRules } from './rules/rules-schema.ts'

/** A case with everything that is known about it at this moment. */
export interface JudgedCase {
  readonly case: StoredCase
  readonly personal: CasePersonalData
  readonly holder: HolderRecord
  /** May be too young to act alone. */
  readonly young: boolean
  readonly evaluation: CaseEvaluation
}

type JudgePorts = Pick<CardCasePorts, 'store' | 'directory' | 'issuer' | 'clock' | 'rules' | 'place'>

/** Reads the case and the resident anew and judges them by the rules. `faceTyped`: what the clerk typed off the card is at hand. Failures: CASE-NOT-FOUND, RESIDENT-*, REGISTRY-UNAVAILABLE, STORE-*. */
export async function judgeCase(ports: JudgePorts, caseId: string, faceTyped: boolean): Promise<Result<JudgedCase>> {
  const personal = ports.store.openPersonal(caseId)
  if (!personal.ok) return personal
  const now = ports.clock.now()
  const holder = await ports.directory.holder(personal.value.residentId, now)
  if (!holder.ok) return holder
  // After the wait, so that what is judged is what a change is compared with.
  const stored = ports.store.get(caseId)
  if (!stored.ok) return stored
  const current = ports.store.openPersonal(caseId)
  if (!current.ok) return current
  const today = dayInJapan(now)
  const { facts, card } = current.value
  const young = isYoung(holder.value, ports.rules, now)
  const representative = facts?.facts.representative ?? null
  const evaluation = evaluateCase(
    {
      kind: stored.value.kind,
      facts: facts?.facts ?? noFacts,
      factsOfToday: facts?.day === today,
      today,
      now,
      holder: {
        young,
        status: holder.value.resident.status.kind,
        protected: holder.value.protected,
        representativeInHousehold: representative !== null && holder.value.householdNames.some((name) => searchKey(name) === searchKey(representative.name)),
      },
      card,
      inquiry: stored.value.inquiry,
      faceTyped,
      secondPerson: stored.value.secondPerson,
      profile: ports.place.profile,
      kinds: ports.place.kinds,
      issuerWork: ports.issuer.work,
    },
    ports.rules,
  )
  return ok({ case: stored.value, personal: current.value, holder: holder.value, young, evaluation })
}

const isYoung = ({ resident }: HolderRecord, rules: CardWorkRules, now: Date): boolean => mayBeUnder(rules.ownActFromAge, resident.birthDate, localDay(now))
