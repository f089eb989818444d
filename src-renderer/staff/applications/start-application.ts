import type { ApplicationActionName } from './application-actions.ts'
import type { ApplicationQuestion } from './application-question.ts'

interface About {
  readonly applicationId: string | null
  readonly batchId: string | null
  readonly packetId: string | null
  /** The packet was begun and not finished. */
  readonly isUnfinished: boolean
  readonly newId: () => string
}

const onApplication = {
  link: 'applicationLink',
  photoFile: 'photoFile',
  confirmPhoto: 'photoConfirm',
  exceptPhoto: 'photoExcept',
  return: 'applicationReturn',
  correct: 'applicationCorrect',
  deliver: 'applicationDeliver',
  refuse: 'applicationRefuse',
  withdraw: 'applicationWithdraw',
} as const

const onBatch = { batchImport: 'batchImport', batchPrint: 'batchSheet', batchClose: 'batchClose' } as const

const papersOf = { printForm: 'form', printPinForm: 'pinForm', printPhoto: 'photo' } as const

const isIn = <T extends object>(table: T, name: string): name is Extract<keyof T, string> => name in table

/** The question that an action asks first; null: it asks nothing. */
export function applicationQuestion(action: ApplicationActionName, { applicationId, batchId, packetId, isUnfinished, newId }: About): ApplicationQuestion | null {
  switch (action) {
    case 'newApplication':
      return { kind: 'newApplication', batchId: null }
    case 'batchAdd':
      return batchId === null ? null : { kind: 'newApplication', batchId }
    case 'batchOpen':
      return { kind: 'batchOpen' }
    case 'packetMake':
      return { kind: 'packetMake', packetId: isUnfinished && packetId !== null ? packetId : newId() }
    case 'packetHandedOver':
      return packetId === null ? null : { kind: 'packetHandedOver', packetId }
    case 'shipped':
    case 'prepared':
    case 'notified':
      return applicationId === null ? null : { kind: 'applicationStep', applicationId, step: action }
    case 'printForm':
    case 'printPinForm':
    case 'printPhoto':
      return applicationId === null ? null : { kind: 'applicationPaper', applicationId, papers: papersOf[action] }
    default:
      if (applicationId !== null && isIn(onApplication, action)) return { kind: onApplication[action], applicationId }
      return batchId !== null && isIn(onBatch, action) ? { kind: onBatch[action], batchId } : null
  }
}
