import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Configuration } from '../../config.ts'
import type { Result } from '../../failures/result.ts'
import { chooseConfiguration, hostOptions } from '../../start-up.ts'
import { answer, type Language, type Reply } from './answer.ts'
import type { Streams } from './streams.ts'

/** Options that every command has. */
interface GlobalOptions {
  readonly config?: string
  readonly data?: string
  readonly json?: true
  readonly language: Language
}

/** What every command gets: its streams, where built files are, the global options, and the one way to answer. */
export class CommandContext {
  readonly outFolder: string
  readonly streams: Streams
  readonly #program: Command
  #exitCode = 0

  constructor(program: Command, { outFolder, ...streams }: Streams & { readonly outFolder: string }) {
    this.#program = program
    this.outFolder = outFolder
    this.streams = streams
  }

  get exitCode(): number {
    return this.#exitCode
  }

  /** The answer is one JSON object instead of text for people. */
  get json(): boolean {
    return this.#options.json === true
  }

  get language(): Language {
    return this.#options.language
  }

  /** `<out>/training`: keys, certificates, cards and registry of 見本市. */
  get trainingKit(): string {
    return resolve(this.outFolder, 'training')
  }

  /** The configuration that the kiosk would start with. CONFIG-INVALID. */
  configuration(): Promise<Result<Configuration>> {
    const { config, data } = this.#options
    return chooseConfiguration(hostOptions({ outFolder: this.outFolder, configFile: config, dataFolder: data === undefined ? undefined : resolve(data) }))
  }

  /** Prints what a command found and decides the exit code; `failed` is that of a failure. */
  async answer(work: Promise<Result<Reply>> | Result<Reply>, failed = 1): Promise<void> {
    this.#exitCode = answer(await work, { ...this.streams, json: this.json, language: this.language, failed })
  }

  get #options(): GlobalOptions {
    return this.#program.opts<GlobalOptions>()
  }
}
