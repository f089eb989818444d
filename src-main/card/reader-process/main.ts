import { setTimeout as pause } from 'node:timers/promises'
import { openDriver } from '../drivers/open-driver.ts'
import { DriverUnusableError } from '../drivers/reader-driver.ts'
import { requestSchema, type Report, type Request } from './messages.ts'
import { parentChannel } from './parent-channel.ts'
import { ReaderService } from './reader-service.ts'

/** Entry of the reader process: the only process of the kiosk that loads native code for cards. */

/** How long an orderly end may take before the process ends itself the hard way. */
const CLOSE_MILLISECONDS = 500

const channel = parentChannel(process)
const report = (message: Report): void => channel.send(message)
let service: ReaderService | undefined

/** Not process.exit(): it waits for a native call that a silent card never ends (measured with every binding). */
function end(): void {
  process.kill(process.pid, 'SIGKILL')
}

async function configure(request: Extract<Request, { type: 'configure' }>): Promise<void> {
  try {
    service = new ReaderService(await openDriver(request.driver), request.readerPattern, report)
    service.start()
  } catch (error) {
    if (!(error instanceof DriverUnusableError)) throw error
    report({ type: 'unusable', detail: error.message })
  }
}

async function close(): Promise<void> {
  await Promise.race([service?.close(), pause(CLOSE_MILLISECONDS)])
  end()
}

channel.onMessage((message) => {
  // A message that does not fit is a bug of the kiosk: this process throws, and the supervisor starts another.
  const request = requestSchema.parse(message)
  if (request.type === 'configure') void configure(request)
  else if (request.type === 'close') void close()
  else if (service === undefined) throw new Error(`${request.type} before configure`)
  else service.take(request)
})
channel.onLost(() => void close())
