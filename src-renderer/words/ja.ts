import { domain } from './ja/domain.ts'
import { failures, neutralRefusal } from './ja/failures.ts'
import { frame } from './ja/frame.ts'
import { screens } from './ja/screens.ts'

/** Japanese; the type of every other language is taken from here. */
export const ja = { domain, frame, screens, failures, neutralRefusal }

export type Words = typeof ja
