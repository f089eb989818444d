import { offeredCardWork } from '../../config/card-work-schema.ts'
import type { Configuration } from '../../config.ts'
import type { CardCaseKind } from '../../../src-preload/contract.ts'
import { readCardWorkRules } from '../../procedures/card-cases/rules/read-rules.ts'
import type { Check, Subject } from './check.ts'

/** What clerks may do to cards here: by whose rules, and whether there is an issuer's terminal to do it. */
export function checkCardWork({ profile, municipality, cardWork, issuer }: Pick<Configuration, 'profile' | 'municipality' | 'cardWork' | 'issuer'>, about: Subject): Check {
  const { cardWork: words, configuration, list } = about.words
  const rules = readCardWorkRules(cardWork.rulesFile)
  if (!rules.ok) return about.failure(rules.failure)
  const offered = offeredCardWork(profile, municipality.code, cardWork)
  if (profile.cardWork.length === 0) return about.fine(words.none)
  const barred = profile.cardWork.filter((kind) => !rules.value.kinds[kind].profiles.some((each) => each === profile.name))
  const uncommissioned = profile.cardWork.filter((kind) => !offered.includes(kind))
  const possible = offered.filter((kind) => !barred.includes(kind))
  const configured = (kinds: readonly CardCaseKind[]): string => list(kinds.map((kind) => words.configured({ kind, name: words.kinds[kind] })))
  const seen = [
    words.possible({ kinds: possible.length === 0 ? words.nothing : list(possible.map((kind) => words.kinds[kind])), rules: cardWork.rulesFile ?? words.defaultRules }),
    ...(uncommissioned.length === 0 ? [] : [words.notCommissioned({ municipality: municipality.code, kinds: configured(uncommissioned) })]),
    ...(barred.length === 0 ? [] : [words.barred({ profile: configuration.profiles[profile.name], kinds: configured(barred) })]),
    issuer.driver === 'none' ? words.noIssuer : words.trainingIssuer,
  ].join('\n')
  if (issuer.driver === 'none') return about.attention(seen, words.withoutIssuer)
  return barred.length + uncommissioned.length === 0 ? about.fine(seen) : about.attention(seen, words.correct)
}
