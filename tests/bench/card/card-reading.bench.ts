import { openIndividualNumberCard } from '../../../src-main/card/client/open-individual-number-card.ts'
import type { IndividualNumberCard } from '../../../src-main/card/individual-number-card.ts'
import { cardProfiles, type CardSecrets } from '../../../src-main/training/card/profiles/card-profiles.ts'
import { testCard } from '../../fixtures/card/observed-card.ts'
import { untilState, value } from '../../fixtures/pcscd/reader-states.ts'
import { realReader } from '../../fixtures/pcscd/real-reader.ts'
import type { BenchRow } from '../bench-row.ts'
import { CountingCard } from './counting-card.ts'
import { OpenSc } from './opensc.ts'
import { median } from '../figures.ts'

const rounds = 7
const secret = (name: keyof CardSecrets): Uint8Array => Buffer.from(cardProfiles().secrets[name])

interface Reading {
  readonly commands: number
  readonly milliseconds: number
}

async function readCertificates(card: IndividualNumberCard): Promise<void> {
  value(await card.readCertificate('userAuthentication'))
  value(await card.verifyPin('signature', secret('signature')))
  value(await card.readCertificate('signature'))
}

async function readAttributes(card: IndividualNumberCard): Promise<void> {
  value(await card.readAttributes({ by: 'pin', secret: secret('inputSupport') }, []))
}

/**
 * Both certificates, and the basic four attributes, each from a card that lies on the reader to the data in hand, over
 * a real pcscd and the virtual card, in turns with OpenSC's tools on the same card. Debian's vpcd costs some 43 ms a
 * command whoever sends it. OpenSC's time has the start of its processes in it; the kiosk's process runs already.
 */
export async function benchCardReading(): Promise<BenchRow[]> {
  const real = await realReader('koffi')
  try {
    const card = new CountingCard(testCard())
    await untilState(real.reader, 'noCard')
    real.bridge.insert(card)
    await untilState(real.reader, 'card')
    const measured = async (work: () => Promise<unknown>): Promise<Reading> => {
      card.taken()
      const start = performance.now()
      await work()
      return { milliseconds: performance.now() - start, commands: card.taken() }
    }
    const kiosk = (work: (card: IndividualNumberCard) => Promise<void>): Promise<Reading> =>
      measured(async () => {
        const opened = value(await openIndividualNumberCard(real.reader))
        await work(opened)
        await opened.release()
      })
    const openSc = new OpenSc(real.service.clientEnvironment)
    const openScTold = new OpenSc(real.service.clientEnvironment, 'jpki')
    const readings = { certificates: [] as Reading[], certificatesOpenSc: [] as Reading[], certificatesTold: [] as Reading[], attributes: [] as Reading[], attributesOpenSc: [] as Reading[], attributesTold: [] as Reading[] }
    for (let round = 0; round < rounds; round += 1) {
      readings.certificates.push(await kiosk(readCertificates))
      readings.certificatesOpenSc.push(await measured(() => openSc.certificates()))
      readings.certificatesTold.push(await measured(() => openScTold.certificates()))
      readings.attributes.push(await kiosk(readAttributes))
      readings.attributesOpenSc.push(await measured(() => openSc.attributes()))
      readings.attributesTold.push(await measured(() => openScTold.attributes()))
    }
    const { certificates, certificatesOpenSc, certificatesTold, attributes, attributesOpenSc, attributesTold } = readings
    return [
      ...rows('both certificates', certificates, 'pkcs15-tool', certificatesOpenSc, true),
      ...rows('both certificates', certificates, 'pkcs15-tool told that it is a JPKI card', certificatesTold, true),
      ...rows('basic four attributes', attributes, 'opensc-tool with the commands by hand', attributesOpenSc, true),
      // Four commands by hand to a card that nobody has looked at: the kiosk first makes sure what card it is.
      ...rows('basic four attributes', attributes, 'opensc-tool told what card it is', attributesTold, false),
    ]
  } finally {
    await real.dispose()
  }
}

function rows(what: string, own: readonly Reading[], baseline: string, others: readonly Reading[], isGoal: boolean): BenchRow[] {
  const goal = isGoal ? ({ figure: 'ratio', atMost: 0.99 } as const) : null
  const of = (readings: readonly Reading[], figure: keyof Reading): number => median(readings.map((reading) => reading[figure]))
  const row = (figure: keyof Reading, unit: string): BenchRow => ({
    name: `${what}, ${unit === 'ms' ? 'time' : 'commands'}, against ${baseline}`,
    median: of(own, figure),
    unit,
    baseline: `${baseline}, ${Math.round(of(others, figure))} ${unit}`,
    ratio: of(own, figure) / of(others, figure),
    goal,
  })
  return [row('commands', 'APDUs'), row('milliseconds', 'ms')]
}
