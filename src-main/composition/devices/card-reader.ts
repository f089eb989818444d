import type { CardReader } from '../../card/card-reader.ts'
import { forkLauncher } from '../../card/reader-process/fork-launcher.ts'
import type { ProcessLauncher } from '../../card/reader-process/process-launcher.ts'
import { SupervisedCardReader } from '../../card/supervised-card-reader.ts'
import type { Configuration } from '../../config.ts'
import { trainingOnly } from '../training/training-only.ts'
import { TrainingReader } from '../../training/card/training-reader.ts'

/** The reader that the configuration names, and the training reader again where it is one. */
export function composeCardReader(
  configuration: Configuration['devices']['cardReader'],
  parts: { isTraining: boolean; readerProcessEntry: string; launch?: (entry: string) => ProcessLauncher },
): { reader: CardReader; training: TrainingReader | null } {
  if (configuration.driver === 'training') {
    const training = new TrainingReader(trainingOnly(parts.isTraining))
    return { reader: training, training }
  }
  const launcher = (parts.launch ?? forkLauncher)(parts.readerProcessEntry)
  const reader = new SupervisedCardReader({
    launcher,
    driver: configuration.driver,
    ...(configuration.reader === null ? {} : { readerPattern: configuration.reader }),
    settings: { apdu: configuration.apduDeadlineSeconds * 1000 },
  })
  return { reader, training: null }
}
