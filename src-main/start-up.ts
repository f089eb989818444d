import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from './config.ts'
import type { Result } from './failures/result.ts'
import type { HostServices, Kiosk } from './kiosk.ts'
import { trainingConfiguration } from './training/training-configuration.ts'
import { ok } from './failures/result.ts'

export interface StartOptions extends Partial<Pick<HostServices, 'launchReaderProcess' | 'safeStorage'>> {
  /** Built files: pages, the reader process, the training kit. */
  readonly outFolder: string
  /** None: the embedded training profile. */
  readonly configFile: string | null
  /** Overrides the configuration's data folder. */
  readonly dataFolder: string | null
}

/** Inside an Electron package, files that are not read by Electron's own fs lie beside the archive. */
const plainFiles = (folder: string): string => folder.replace(/\bapp\.asar(?=[\\/])/, 'app.asar.unpacked')

/** From a command line's words to start options. */
export function hostOptions(words: { outFolder: string; configFile?: string | undefined; dataFolder?: string | undefined }): StartOptions {
  return {
    outFolder: words.outFolder,
    configFile: words.configFile ?? process.env.MADOGUCHI_CONFIG ?? null,
    dataFolder: words.dataFolder ?? process.env.MADOGUCHI_DATA ?? null,
  }
}

/** The configuration that a start with these options would use. CONFIG-INVALID. */
export async function chooseConfiguration(options: Pick<StartOptions, 'outFolder' | 'configFile' | 'dataFolder'>): Promise<Result<Configuration>> {
  const chosen = options.configFile === null ? ok(trainingConfiguration(plainFiles(options.outFolder), join(options.outFolder, '..', 'resources'))) : await readFrom(options.configFile)
  if (!chosen.ok || options.dataFolder === null) return chosen
  return ok({ ...chosen.value, dataFolder: options.dataFolder })
}

/** Its schemas are loaded only where there is a file to be checked. */
async function readFrom(file: string): Promise<Result<Configuration>> {
  await import('./schemas-without-code.ts')
  const { readConfiguration } = await import('./config.ts')
  return readConfiguration(file)
}

/** Failures: CONFIG-INVALID, STORE-*, and what the devices' drivers refuse at construction. */
export async function startKiosk(options: StartOptions): Promise<Result<Kiosk>> {
  const configuration = await chooseConfiguration(options)
  return configuration.ok ? openKiosk(configuration.value, options) : configuration
}

/** The same with a configuration that is read already. Only here is the bulk of the program loaded, so that a host can listen before. */
export async function openKiosk(configuration: Configuration, options: Omit<StartOptions, 'configFile' | 'dataFolder'>): Promise<Result<Kiosk>> {
  mkdirSync(configuration.dataFolder, { recursive: true, mode: 0o700 })
  await import('./schemas-without-code.ts')
  const { createKiosk } = await import('./kiosk.ts')
  return createKiosk(configuration, {
    readerProcessEntry: join(plainFiles(options.outFolder), 'main', 'card-reader-process.js'),
    trainingKit: join(plainFiles(options.outFolder), 'training'),
    fontsFolder: join(plainFiles(options.outFolder), 'fonts'),
    ...(options.launchReaderProcess ? { launchReaderProcess: options.launchReaderProcess } : {}),
    ...(options.safeStorage ? { safeStorage: options.safeStorage } : {}),
  })
}

/** A bug that nobody caught leaves the program in an unknown state: it is written down, and the process starts anew. */
export function endOnBug(kiosk: Kiosk, end: () => void): void {
  const report = (where: string) => (error: unknown) => {
    kiosk.reportBug(where, error)
    end()
  }
  process.on('uncaughtException', report('uncaught exception'))
  process.on('unhandledRejection', report('unhandled rejection'))
}
