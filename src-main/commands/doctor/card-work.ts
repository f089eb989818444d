import { offeredCardWork } from '../../config/card-work-schema.ts'
import type { Configuration } from '../../config.ts'
import { readCardWorkRules } from '../../procedures/card-cases/rules/read-rules.ts'
import type { Check, Subject } from './check.ts'

/** What clerks may do to cards here: by whose rules, and whether there is an issuer's terminal to do it. */
export function checkCardWork({ profile, municipality, cardWork, issuer }: Pick<Configuration, 'profile' | 'municipality' | 'cardWork' | 'issuer'>, about: Subject): Check {
  const rules = readCardWorkRules(cardWork.rulesFile)
  if (!rules.ok) return about.failure(rules.failure)
  const offered = offeredCardWork(profile, municipality.code, cardWork)
  if (profile.cardWork.length === 0) return about.fine('none is offered here')
  const barred = profile.cardWork.filter((kind) => !rules.value.kinds[kind].profiles.some((each) => each === profile.name))
  const uncommissioned = profile.cardWork.filter((kind) => !offered.includes(kind))
  const possible = offered.filter((kind) => !barred.includes(kind))
  const seen = [
    `${possible.length === 0 ? 'nothing' : possible.join(', ')} by ${cardWork.rulesFile ?? 'the default rules'}`,
    ...(uncommissioned.length === 0 ? [] : [`not commissioned by ${municipality.code}: ${uncommissioned.join(', ')}`]),
    ...(barred.length === 0 ? [] : [`not at a terminal of profile ${profile.name}: ${barred.join(', ')}`]),
    issuer.driver === 'none' ? "no issuer's terminal is connected" : 'training issuer',
  ].join('\n')
  if (issuer.driver === 'none') {
    return about.attention(seen, "Every order to a card is refused: cases can be taken down and their papers printed, the card itself is worked on at the issuer's own terminal (統合端末).")
  }
  return barred.length + uncommissioned.length === 0 ? about.fine(seen) : about.attention(seen, 'Correct profile.cardWork, cardWork.commissions or the rules: these kinds of work can be opened by nobody.')
}
