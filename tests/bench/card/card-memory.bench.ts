import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { z } from 'zod'
import { openIndividualNumberCard } from '../../../src-main/card/client/open-individual-number-card.ts'
import type { IndividualNumberCard } from '../../../src-main/card/individual-number-card.ts'
import { testCard } from '../../fixtures/card/observed-card.ts'
import { untilState, value } from '../../fixtures/pcscd/reader-states.ts'
import { readerProcessIds, realReader } from '../../fixtures/pcscd/real-reader.ts'
import type { BenchRow } from '../bench-row.ts'
import { residentMemory } from '../kiosk/process-memory.ts'
import { median } from '../figures.ts'

const transmits = 10_000
/** Until the code is compiled, the buffers have their sizes and the allocator has taken what it keeps (measured: some 2,500). */
const warmUp = 2_500
const commandsOfOneRound = 4
const samplesEach = 9
const mostGrowth = 5

const collect = ((): (() => void) => {
  setFlagsFromString('--expose-gc')
  return z.custom<() => void>((value) => typeof value === 'function').parse(runInNewContext('gc'))
})()

/** What lives in this process after garbage is gone, MB: heap, and buffers outside it. */
function livingMemory(): number {
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 2 ** 20
}

/** Token information, start of the certificate; the certificate again, whole, in two commands. */
async function round(card: IndividualNumberCard): Promise<void> {
  value(await card.identity())
  value(await card.readCertificate('userAuthentication'))
}

/**
 * What 10,000 commands over a real pcscd leave behind on the kiosk's side: in the process that asks (client and
 * supervisor; the virtual card lives there too, which the product does not have) and in the reader process. Debian's vpcd
 * takes some 43 ms a command, so this one takes its minutes. Goal: at most 5 % each.
 */
export async function benchCardMemory(): Promise<BenchRow[]> {
  const real = await realReader('koffi')
  try {
    await untilState(real.reader, 'noCard')
    real.bridge.insert(testCard())
    await untilState(real.reader, 'card')
    const [readerProcess] = readerProcessIds()
    if (readerProcess === undefined) throw new Error('no reader process')
    const card = value(await openIndividualNumberCard(real.reader))
    const roundsFor = async (commands: number): Promise<void> => {
      for (let sent = 0; sent < commands; sent += commandsOfOneRound) await round(card)
    }
    const settled = async (): Promise<{ asking: number; reading: number }> => {
      const samples: { asking: number; reading: number }[] = []
      for (let count = 0; count < samplesEach; count += 1) {
        await roundsFor(commandsOfOneRound)
        samples.push({ asking: livingMemory(), reading: residentMemory(readerProcess) })
      }
      return { asking: median(samples.map(({ asking }) => asking)), reading: median(samples.map(({ reading }) => reading)) }
    }
    await roundsFor(warmUp)
    const before = await settled()
    await roundsFor(transmits)
    const after = await settled()
    await card.release()
    const row = (name: string, was: number, is: number): BenchRow => ({
      name: `${name}, growth over ${transmits} commands`,
      median: (is / was - 1) * 100,
      unit: '%',
      baseline: `${was.toFixed(1)} MB before, ${is.toFixed(1)} MB after`,
      ratio: is / was,
      goal: { figure: 'median', atMost: mostGrowth },
    })
    return [row('process that asks the card, living memory', before.asking, after.asking), row('reader process, resident memory', before.reading, after.reading)]
  } finally {
    await real.dispose()
  }
}
