import type { FailureCatalogue, ResidentFailureWords } from '../failure-words.ts'
import { applicationFailures } from './failures/application.ts'
import { cardCaseFailures } from './failures/card-case.ts'
import { cardFailures } from './failures/card.ts'
import { deviceFailures } from './failures/devices.ts'
import { houseFailures } from './failures/house.ts'
import { recordFailures } from './failures/record.ts'

export const failures: FailureCatalogue = { ...applicationFailures, ...cardFailures, ...cardCaseFailures, ...recordFailures, ...deviceFailures, ...houseFailures }

/** One sentence for every refusal whose reason is nobody's business at the glass. */
export const neutralRefusal: ResidentFailureWords = {
  title: 'この{端末|たんまつ}ではお{取り扱|とりあつか}いできません',
  body: 'カードには{何|なに}も{起|お}きていません。',
  todo: '{係員|かかりいん}にお{声|こえ}がけください。',
}
