import { domain } from './en/domain.ts'
import { failures, neutralRefusal } from './en/failures.ts'
import { frame } from './en/frame.ts'
import { screens } from './en/screens.ts'
import type { Words } from './ja.ts'

export const en: Words = { domain, frame, screens, failures, neutralRefusal }
