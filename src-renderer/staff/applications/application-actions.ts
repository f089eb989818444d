import type { ApplicationDetail, ApplicationRow, ApplicationState, Role } from '../../../src-preload/contract.ts'

/** What a clerk can do about one application. */
export type OnApplicationName =
  | 'record'
  | 'link'
  | 'atResident'
  | 'photoFile'
  | 'confirmPhoto'
  | 'exceptPhoto'
  | 'receive'
  | 'shipped'
  | 'prepared'
  | 'notified'
  | 'setPins'
  | 'deliver'
  | 'return'
  | 'correct'
  | 'refuse'
  | 'withdraw'
  | 'printForm'
  | 'printPinForm'
  | 'printPhoto'
  | 'printSlip'

export type BatchActionName = 'batchOpen' | 'batchImport' | 'batchAdd' | 'batchNext' | 'batchPrint' | 'batchClose'
export type PacketActionName = 'packetMake' | 'packetHandedOver'
export type ApplicationActionName = 'newApplication' | OnApplicationName | BatchActionName | PacketActionName

/** Why an action is not open now; said beside its key. */
export type ApplicationWhyNot =
  | 'busy'
  | 'notAllowed'
  | 'halted'
  | 'loading'
  | 'missing'
  | 'barred'
  | 'atResident'
  | 'fixed'
  | 'noPhoto'
  | 'confirmed'
  | 'notYet'
  | 'passed'
  | 'notNeeded'
  | 'finished'
  | 'notReturned'
  | 'tooEarly'
  | 'notConfigured'
  | 'nothingWaits'
  | 'closed'
  | 'nobodyLeft'
  | 'notLinked'
  | 'noIssuer'

export interface ApplicationSituation {
  readonly row: Pick<ApplicationRow, 'state' | 'atResident' | 'express' | 'pinSetting'>
  /** Null while it is not there. */
  readonly detail: ApplicationDetail | null
  readonly role: Role
  readonly halted: boolean
  readonly busy: boolean
}

const ends: ReadonlySet<ApplicationState> = new Set(['delivered', 'refused', 'withdrawn'])
export const isEnded = (state: ApplicationState): boolean => ends.has(state)

/** 申請受付 -> 発送 -> 交付前設定 -> 交付通知 -> 交付. */
export const mainSteps = ['receive', 'shipped', 'prepared', 'notified', 'deliver'] as const
export type MainStep = (typeof mainSteps)[number]

/** How many of the steps each state has behind it; the ends without a card have none that count. */
const stepsBehind: Readonly<Record<ApplicationState, number>> = {
  draft: 0,
  received: 1,
  returned: 1,
  corrected: 1,
  resent: 1,
  shipped: 2,
  prepared: 3,
  notified: 4,
  delivered: 5,
  refused: 0,
  withdrawn: 0,
}

/** @returns null when the action may be done now, else why not. Main decides all the same. */
export function applicationWhyNot(action: OnApplicationName, situation: ApplicationSituation): ApplicationWhyNot | null {
  const { role, halted, busy } = situation
  if (role === 'maintainer') return 'notAllowed'
  const reason = byDetail(action, situation)
  if (reason !== null) return reason
  if (halted) return 'halted'
  return busy ? 'busy' : null
}

function byDetail(action: OnApplicationName, { row, detail }: ApplicationSituation): ApplicationWhyNot | null {
  if (detail === null) return 'loading'
  const { can, photo, papers } = detail
  const { state } = row
  switch (action) {
    case 'record':
    case 'link':
    case 'photoFile':
    case 'confirmPhoto':
    case 'exceptPhoto':
      if (isEnded(state)) return 'finished'
      if (row.atResident) return 'atResident'
      if (!can.includes('edit')) return 'fixed'
      if (action === 'record' || action === 'link') return null
      if (action === 'photoFile') return detail.row.photo === 'notNeeded' || detail.subject?.under1 === true ? 'notNeeded' : null
      if (photo === null) return 'noPhoto'
      return action === 'confirmPhoto' && photo.confirmedBy !== null ? 'confirmed' : null
    case 'atResident':
      if (isEnded(state)) return 'finished'
      if (row.atResident) return 'atResident'
      return can.includes('edit') ? null : 'fixed'
    case 'receive':
      if (can.includes('receive')) return null
      if (state !== 'draft') return isEnded(state) ? 'finished' : 'passed'
      return row.atResident ? 'atResident' : lacking(detail)
    case 'setPins':
      return can.includes('setPins') ? null : whyNoPins(row, detail)
    case 'shipped':
    case 'prepared':
    case 'notified':
    case 'deliver':
      if (can.includes(action)) return null
      if (isEnded(state)) return 'finished'
      return stepsBehind[state] > mainSteps.indexOf(action) ? 'passed' : 'notYet'
    case 'return':
      if (can.includes('return')) return null
      return isEnded(state) ? 'finished' : state === 'draft' || state === 'corrected' ? 'tooEarly' : 'passed'
    case 'correct':
      if (can.includes('correct')) return null
      return state !== 'returned' ? 'notReturned' : row.atResident ? 'atResident' : lacking(detail)
    case 'refuse':
    case 'withdraw':
      return can.includes(action) ? null : isEnded(state) ? 'finished' : 'passed'
    case 'printForm':
      return papers.includes('form') ? null : 'notYet'
    case 'printPinForm':
      return papers.includes('pinForm') ? null : 'notNeeded'
    case 'printPhoto':
      return papers.includes('photoSheet') ? null : 'noPhoto'
    case 'printSlip':
      return papers.includes('slip') ? null : 'notYet'
  }
}

function whyNoPins({ state, pinSetting }: ApplicationSituation['row'], { subject }: ApplicationDetail): ApplicationWhyNot {
  if (state !== 'notified') return isEnded(state) ? 'finished' : 'notYet'
  if (pinSetting === 'done') return 'passed'
  return subject === null ? 'notLinked' : 'noIssuer'
}

const lacking = ({ findings }: ApplicationDetail): 'barred' | 'missing' => (findings.some(({ level }) => level === 'barred') ? 'barred' : 'missing')

export interface ShownStep {
  readonly step: MainStep | 'correct'
  readonly done: boolean
  readonly next: boolean
}

/** The steps to the card in order, and which of them are behind. A returned application is corrected first. */
export function applicationSteps({ state, express }: Pick<ApplicationRow, 'state' | 'express'>): ShownStep[] {
  const behind = stepsBehind[state]
  const returned = state === 'returned'
  // 特急発行: the card goes home from the issuer, and nobody is told to come.
  const shown = mainSteps.filter((step) => !express || (step !== 'prepared' && step !== 'notified'))
  const steps = shown.map((step) => ({ step, done: behind > mainSteps.indexOf(step) }))
  const all: { step: ShownStep['step']; done: boolean }[] = returned ? [...steps.slice(0, 1), { step: 'correct', done: false }, ...steps.slice(1)] : steps
  const next = all.findIndex(({ done }) => !done)
  return all.map((each, index) => ({ ...each, next: !isEnded(state) && index === next }))
}

/** What F10 does now; null: nothing is left. */
export const nextStep = (row: Pick<ApplicationRow, 'state' | 'express'>): ShownStep['step'] | null => applicationSteps(row).find(({ next }) => next)?.step ?? null
