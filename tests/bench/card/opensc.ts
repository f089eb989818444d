import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Both certificates as OpenSC reads them: a run of pkcs15-tool for each, the PIN of 署名用 verified. */
const certificateRuns = [
  ['pkcs15-tool', '--read-certificate', '1'],
  ['pkcs15-tool', '--read-certificate', '2', '--verify-pin', '--auth-id', '2', '--pin', 'ABC123'],
] as const

/** OpenSC knows nothing of 券面事項入力補助AP, so its opensc-tool is told each command: SELECT, tries, VERIFY, READ. */
const attributesScript = ['00A4040C0AD3921000310001010408', '00200091', '002000910431323334', '00B0820000'].flatMap((command) => ['-s', command])

/** OpenSC's command-line tools on the card in the first reader. Each call resolves with what the tools printed. */
export class OpenSc {
  readonly #environment: Readonly<Record<string, string | undefined>>

  /** `clientEnvironment`: where the smart-card service is. With `driver` OpenSC is told what the card is and does not look for itself. */
  constructor(clientEnvironment: Readonly<Record<string, string>>, driver?: string) {
    this.#environment = { ...process.env, ...clientEnvironment, ...(driver === undefined ? {} : { OPENSC_DRIVER: driver }) }
  }

  async certificates(): Promise<string> {
    let printed = ''
    for (const [command, ...args] of certificateRuns) printed += await this.#run(command, args)
    return printed
  }

  attributes(): Promise<string> {
    return this.#run('opensc-tool', ['--reader', '0', ...attributesScript])
  }

  async #run(command: string, args: readonly string[]): Promise<string> {
    try {
      return (await run(command, args, { env: this.#environment })).stdout
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new Error(`this measurement needs ${command}: apt-get install opensc`, { cause: error })
      throw error
    }
  }
}
