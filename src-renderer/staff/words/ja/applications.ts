import { batches } from './applications/batches.ts'
import { dialogs } from './applications/dialogs.ts'
import { domain } from './applications/domain.ts'
import { facts } from './applications/facts.ts'
import { findings } from './applications/findings.ts'
import { photo } from './applications/photo.ts'
import { statistics } from './applications/statistics.ts'
import { work } from './applications/work.ts'

/** カード交付申請: applications, groups, packets, statistics. */
export const applications = { ...domain, ...work, batches, dialogs, facts, findingWords: findings, photo, statistics }
