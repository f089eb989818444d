import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makePki } from '../../../build/training-kit/make-pki.ts'
import type { CardConnection, CardReader } from '../../../src-main/card/card-reader.ts'
import { openIndividualNumberCard } from '../../../src-main/card/client/open-individual-number-card.ts'
import { createVirtualCard } from '../../../src-main/training/card/virtual-card.ts'
import { untilState, value } from '../../fixtures/pcscd/reader-states.ts'
import { realReader } from '../../fixtures/pcscd/real-reader.ts'
import type { BenchRow } from '../bench-row.ts'
import { median } from '../figures.ts'

const rounds = 11
const mostCommandsToPinScreen = 3
const mostCommands = 14

interface Procedure {
  readonly milliseconds: number
  readonly commandsToPinScreen: number
  readonly commands: readonly Uint8Array[]
}

/** The real client through the supervised reader, as a resident with the right PIN meets it. */
async function procedure(reader: CardReader): Promise<Procedure> {
  const commands: Uint8Array[] = []
  const start = performance.now()
  const card = value(await openIndividualNumberCard(listeningIn(reader, commands)))
  value(await card.userAuthenticationPinTries())
  const commandsToPinScreen = commands.length
  value(await card.verifyUserAuthenticationPin(Buffer.from('1234')))
  value(await card.readUserAuthenticationCertificate())
  value(await card.signWithUserAuthenticationKey(randomBytes(32)))
  const milliseconds = performance.now() - start
  await card.release()
  return { milliseconds, commandsToPinScreen, commands }
}

function listeningIn(reader: CardReader, commands: Uint8Array[]): CardReader {
  return {
    description: reader.description,
    state: () => reader.state(),
    subscribe: (listener) => reader.subscribe(listener),
    close: () => reader.close(),
    async connect() {
      const connected = await reader.connect()
      if (!connected.ok) return connected
      const inner = connected.value
      const connection: CardConnection = {
        transmit(command) {
          commands.push(Uint8Array.from(command))
          return inner.transmit(command)
        },
        powerOff: () => inner.powerOff(),
      }
      return { ok: true, value: connection }
    },
  }
}

function bareLoop(environment: Readonly<Record<string, string>>): { run(commands: readonly Uint8Array[]): Promise<number>; end(): void } {
  const script = fileURLToPath(new URL('./bare-loop.ts', import.meta.url))
  const child = fork(script, [], { serialization: 'advanced', execArgv: [], env: { ...process.env, ...environment } })
  return {
    run: (commands) =>
      new Promise((resolve, reject) => {
        const ended = (): void => reject(new Error('the bare loop ended'))
        child.once('exit', ended)
        child.once('message', (took) => {
          child.off('exit', ended)
          resolve(took as number)
        })
        child.send([...commands])
      }),
    end: () => void child.kill('SIGKILL'),
  }
}

async function withKit<T>(work: (kitFolder: string) => Promise<T>): Promise<T> {
  const made = fileURLToPath(new URL('../../../out/training', import.meta.url))
  if (existsSync(join(made, 'pki', 'cards.json'))) return work(made)
  const folder = await mkdtemp(join(tmpdir(), 'madoguchi-bench-'))
  try {
    await makePki(folder)
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * From the card taken to the signed challenge and the certificate in hand, over a real pcscd and the virtual
 * card, in turns with a bare loop that sends the very same commands. Debian's vpcd costs some 43 ms a command
 * whoever sends it. Goals: a ratio of at most 1.3; at most 3 commands to the PIN screen and 14 in all.
 */
export function benchCardApdus(): Promise<BenchRow[]> {
  return withKit(async (kitFolder) => {
    const real = await realReader('koffi')
    const bare = bareLoop(real.service.clientEnvironment)
    try {
      await untilState(real.reader, 'noCard')
      real.bridge.insert(value(createVirtualCard('adult', kitFolder)))
      await untilState(real.reader, 'card')
      const supervised: Procedure[] = []
      const baseline: number[] = []
      for (let round = 0; round < rounds; round++) {
        const done = await procedure(real.reader)
        supervised.push(done)
        baseline.push(await bare.run(done.commands))
      }
      const took = median(supervised.map(({ milliseconds }) => milliseconds))
      const bareTook = median(baseline)
      const toPinScreen = Math.max(...supervised.map(({ commandsToPinScreen }) => commandsToPinScreen))
      const inAll = Math.max(...supervised.map(({ commands }) => commands.length))
      return [
        {
          name: 'card taken to signed challenge and certificate, real pcscd',
          median: took,
          unit: 'ms',
          baseline: `a bare loop of the same APDUs, ${Math.round(bareTook)} ms`,
          ratio: took / bareTook,
          goal: { figure: 'ratio', atMost: 1.3 },
        },
        { name: 'APDUs to the PIN screen', median: toPinScreen, unit: 'APDUs', baseline: `${mostCommandsToPinScreen} allowed`, ratio: toPinScreen / mostCommandsToPinScreen, goal: { figure: 'median', atMost: mostCommandsToPinScreen } },
        { name: 'APDUs to signed challenge and certificate', median: inAll, unit: 'APDUs', baseline: `${mostCommands} allowed`, ratio: inAll / mostCommands, goal: { figure: 'median', atMost: mostCommands } },
      ]
    } finally {
      bare.end()
      await real.dispose()
    }
  })
}
