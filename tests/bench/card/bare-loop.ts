import { z } from 'zod'
import { loadPcsc } from '../../../src-main/card/drivers/koffi/koffi-pcsc.ts'
import { SCARD_PROTOCOL_T0_OR_T1, SCARD_SHARE_EXCLUSIVE, SCARD_UNPOWER_CARD } from '../../../src-main/card/drivers/pcsc-constants.ts'
import { MAX_RESPONSE_BYTES } from '../../../src-main/card/drivers/reader-driver.ts'

/**
 * The baseline: connects and sends the commands it is given straight through the koffi binding, with no
 * supervisor and nothing read from the answers. A process of its own, because libpcsclite looks for its
 * daemon once. Answers each list of commands with the milliseconds it took.
 */
const commandsSchema = z.array(z.instanceof(Uint8Array))

const api = await loadPcsc()
const response = new Uint8Array(MAX_RESPONSE_BYTES)

function check(code: number, what: string): void {
  if (code !== 0) throw new Error(`${what} 0x${code.toString(16)}`)
}

async function loop(commands: readonly Uint8Array[]): Promise<number> {
  const { context, code } = await api.establishContext()
  check(code, 'SCardEstablishContext')
  const [reader] = (await api.listReaders(context)).names
  if (reader === undefined) throw new Error('no reader')
  const start = performance.now()
  const connected = await api.connect(context, reader, SCARD_SHARE_EXCLUSIVE, SCARD_PROTOCOL_T0_OR_T1)
  check(connected.code, 'SCardConnect')
  for (const command of commands) check((await api.transmit(connected.card, connected.protocol, command, response)).code, 'SCardTransmit')
  const took = performance.now() - start
  check(await api.disconnect(connected.card, SCARD_UNPOWER_CARD), 'SCardDisconnect')
  check(await api.releaseContext(context), 'SCardReleaseContext')
  return took
}

process.on('message', (message) => void loop(commandsSchema.parse(message)).then((took) => process.send?.(took)))
