import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IppDocumentPrinter } from '../../../src-main/printing/drivers/ipp/ipp-document-printer.ts'
import { ippAddress } from '../../../src-main/printing/ipp/ipp-transport.ts'
import { sampleJob } from '../../fixtures/printing/document-printer-contract.ts'
import { ippAnswer, ScriptedIppServer, type Encoded, type Reaction, type SeenRequest } from '../../fixtures/printing/scripted-ipp-server.ts'

const operation = { printJob: 2, validate: 4, create: 5, send: 6, cancel: 8, job: 9, printer: 11 }
const allOperations = [2, 4, 5, 6, 8, 9, 11]

interface Script {
  readonly operations?: readonly number[]
  readonly formats?: readonly string[]
  readonly reasons?: readonly string[]
  readonly printerState?: number
  /** job-state by question; the last one stays. */
  readonly jobStates?: readonly number[]
  readonly jobAttributes?: readonly Encoded[]
}

/** A printer that behaves, as a start for those that do not. */
function wellBehaved(script: Script = {}): Reaction {
  const states = [...(script.jobStates ?? [9])]
  return (request) => {
    const answer = (groups: Parameters<typeof ippAnswer>[2]): Buffer => ippAnswer(0, request.requestId, groups)
    switch (request.operation) {
      case operation.printer:
        return answer([
          [
            4,
            [
              [0x23, 'printer-state', script.printerState ?? 3],
              [0x44, 'printer-state-reasons', ...(script.reasons ?? ['none'])],
              [0x22, 'printer-is-accepting-jobs', true],
              [0x23, 'operations-supported', ...(script.operations ?? allOperations)],
              [0x49, 'document-format-supported', ...(script.formats ?? ['application/pdf'])],
            ],
          ],
        ])
      case operation.job:
        return answer([[2, [[0x23, 'job-state', (states.length > 1 ? states.shift() : states[0])!], ...(script.jobAttributes ?? [])]]])
      case operation.create:
      case operation.printJob:
        return answer([[2, [[0x21, 'job-id', 42]]]])
      default:
        return answer([])
    }
  }
}

describe('the IPP document printer', () => {
  let server: ScriptedIppServer
  let printer: IppDocumentPrinter
  const limits = { requestMs: 500, uploadMs: 500, jobMs: 300, pollMs: 20, watchMs: 20 }

  beforeEach(async () => {
    server = await ScriptedIppServer.start(wellBehaved())
    printer = new IppDocumentPrinter({ address: ippAddress(server.uri), limits })
  })
  afterEach(async () => {
    await printer.close()
    await server.stop()
  })

  const operations = (): number[] => server.seen.map((request) => request.operation)
  /** Behaves but for one operation. */
  const except = (spoilt: number, react: (request: SeenRequest, response: ServerResponse) => Buffer | null, script: Script = {}): void => {
    const behave = wellBehaved(script)
    server.react = (request, response) => (request.operation === spoilt ? react(request, response) : behave(request, response))
  }
  const print = (): ReturnType<IppDocumentPrinter['print']> => printer.print(sampleJob())

  it('validates, creates, sends and follows a job, in this order and once each', async () => {
    server.react = wellBehaved({ jobStates: [3, 5, 9] })
    expect(await print()).toEqual({ ok: true, value: undefined })
    expect(operations()).toEqual([operation.printer, operation.validate, operation.create, operation.send, operation.job, operation.job, operation.job])
  })

  it('uses Print-Job where a printer has nothing better', async () => {
    server.react = wellBehaved({ operations: [2, 9, 11] })
    expect(await print()).toMatchObject({ ok: true })
    expect(operations()).toEqual([operation.printer, operation.printJob, operation.job])
  })

  it('writes nothing into a request but the job id', async () => {
    const job = sampleJob()
    await printer.print(job)
    for (const { body } of server.seen) {
      const attributes = body.subarray(0, body.indexOf('%PDF') === -1 ? body.length : body.indexOf('%PDF')).toString('latin1')
      expect(attributes).not.toContain(job.subjectDigest)
      expect(attributes).not.toContain(job.requestId)
    }
    expect(server.seen.find((request) => request.operation === operation.create)?.body.toString('latin1')).toContain(job.jobId)
  })

  it('refuses before a job exists when the printer takes no PDF or can not be followed', async () => {
    server.react = wellBehaved({ formats: ['image/urf'] })
    expect(await print()).toMatchObject({ failure: { code: 'PRINTER-REFUSED' } })
    server.react = wellBehaved({ operations: [2, 11] })
    expect(await print()).toMatchObject({ failure: { code: 'PRINTER-REFUSED' } })
    expect(new Set(operations())).toEqual(new Set([operation.printer]))
  })

  it('reports what Validate-Job and Create-Job refuse', async () => {
    except(operation.validate, (request) => ippAnswer(0x040b, request.requestId, []))
    expect(await print()).toEqual({ ok: false, failure: { code: 'PRINTER-REFUSED', detail: 'IPP 0x040b' } })
    except(operation.create, (request) => ippAnswer(0x0506, request.requestId, []))
    expect(await print()).toEqual({ ok: false, failure: { code: 'PRINTER-REFUSED', detail: 'IPP 0x0506' } })
    expect(operations()).not.toContain(operation.send)
  })

  it('is uncertain when the line breaks after the document, withdraws the job, and never sends it again', async () => {
    except(operation.send, (_request, response) => {
      response.socket?.destroy()
      return null
    })
    expect(await print()).toMatchObject({ failure: { code: 'PRINTER-UNCERTAIN' } })
    expect(operations().filter((each) => each === operation.send)).toHaveLength(1)
    expect(operations().at(-1)).toBe(operation.cancel)
  })

  it('has printed nothing when the line breaks at Create-Job', async () => {
    except(operation.create, (_request, response) => {
      response.socket?.destroy()
      return null
    })
    expect(await print()).toMatchObject({ failure: { code: 'PRINTER-OFFLINE' } })
  })

  it.each([
    ['noise', () => Buffer.from('<html>it works</html>')],
    ['nothing', () => Buffer.alloc(0)],
    ['the answer to another request', (request: SeenRequest) => ippAnswer(0, request.requestId + 1, [])],
    ['more than a megabyte', () => Buffer.alloc(2 * 1024 * 1024)],
  ])('is uncertain when the document is answered with %s', async (_what, react) => {
    except(operation.send, react)
    expect(await print()).toMatchObject({ failure: { code: 'PRINTER-UNCERTAIN' } })
  })

  it('does not wait for ever for an answer', async () => {
    server.react = () => null
    expect(await printer.status()).toEqual({ ok: false, failure: { code: 'PRINTER-TIMEOUT', detail: 'timeout' } })
    expect(await print()).toMatchObject({ failure: { code: 'PRINTER-OFFLINE' } })
  })

  it('reports a web server that wants something else', async () => {
    server.react = (_request, response) => {
      response.writeHead(401).end()
      return null
    }
    expect(await printer.status()).toEqual({ ok: false, failure: { code: 'PRINTER-OFFLINE', detail: 'HTTP 401' } })
  })

  it('speaks IPP 1.1 with a printer that knows no 2.0', async () => {
    const behave = wellBehaved()
    server.react = (request, response) => (request.version === '1.1' ? behave(request, response) : ippAnswer(0x0503, request.requestId, []))
    expect(await print()).toMatchObject({ ok: true })
    expect(server.seen.filter((request) => request.version === '2.0')).toHaveLength(1)
  })

  it.each([
    ['canceled with no sheet out', 7, [[0x21, 'job-media-sheets-completed', 0]], 'PRINTER-REFUSED'],
    ['aborted with no sheet out', 8, [[0x21, 'job-impressions-completed', 0]], 'PRINTER-REFUSED'],
    ['aborted behind the first sheet', 8, [[0x21, 'job-media-sheets-completed', 1]], 'PRINTER-UNCERTAIN'],
    ['aborted without a count', 8, [], 'PRINTER-UNCERTAIN'],
    ['completed with errors', 9, [[0x44, 'job-state-reasons', 'job-completed-with-errors']], 'PRINTER-UNCERTAIN'],
  ] as const)('a job %s is told as what it is', async (_what, state, jobAttributes, code) => {
    server.react = wellBehaved({ jobStates: [5, state], jobAttributes })
    expect(await print()).toMatchObject({ failure: { code } })
  })

  it('names the condition that ended a job before its first sheet', async () => {
    let questions = 0
    const before = wellBehaved()
    const after = wellBehaved({ reasons: ['media-jam-error'], jobStates: [8], jobAttributes: [[0x21, 'job-impressions-completed', 0]] })
    server.react = (request, response) => (request.operation === operation.printer && questions++ === 0 ? before(request, response) : after(request, response))
    expect(await print()).toMatchObject({ failure: { code: 'PRINTER-JAM' } })
  })

  it('is uncertain when the printer forgets the job', async () => {
    except(operation.job, (request) => ippAnswer(0x0406, request.requestId, []))
    expect(await print()).toMatchObject({ failure: { code: 'PRINTER-UNCERTAIN' } })
  })

  it('bears a lost question or two, not three', async () => {
    let lost = 2
    const behave = wellBehaved()
    const forgetful: Reaction = (request, response) => {
      if (request.operation !== operation.job || lost-- <= 0) return behave(request, response)
      response.socket?.destroy()
      return null
    }
    server.react = forgetful
    expect(await print()).toMatchObject({ ok: true })
    lost = 3
    expect(await print()).toMatchObject({ failure: { code: 'PRINTER-UNCERTAIN' } })
  })

  it('withdraws a job whose time is over, once', async () => {
    server.react = wellBehaved({ jobStates: [5] })
    expect(await print()).toMatchObject({ failure: { code: 'PRINTER-TIMEOUT' } })
    expect(operations().filter((each) => each === operation.cancel)).toHaveLength(1)
  })

  it('believes a completion that came just before the withdrawal', async () => {
    const behave = wellBehaved({ jobStates: [5] })
    const done = wellBehaved()
    server.react = (request, response) => (operations().includes(operation.cancel) ? done : behave)(request, response)
    expect(await print()).toMatchObject({ ok: true })
  })

  it('gives a running job up as uncertain when it is closed', async () => {
    server.react = wellBehaved({ jobStates: [5] })
    const patient = new IppDocumentPrinter({ address: ippAddress(server.uri), limits: { ...limits, jobMs: 60_000 } })
    const printing = patient.print(sampleJob())
    await patient.close()
    expect(await printing).toMatchObject({ ok: false })
  })

  it.each([
    [['none'], 3, 'ready'],
    [['none'], 4, 'busy'],
    [['none'], 5, 'offline'],
    [['media-low-warning'], 3, 'paperLow'],
    [['media-empty-error'], 5, 'paperOut'],
    [['media-needed'], 5, 'paperOut'],
    [['door-open-error', 'media-empty'], 5, 'coverOpen'],
    [['media-jam'], 5, 'jam'],
    [['offline-report'], 3, 'offline'],
    [['toner-low-report', 'com.example-vendor-thing'], 3, 'ready'],
  ] as const)('reasons %j in state %s are %s', async (reasons, printerState, condition) => {
    server.react = wellBehaved({ reasons, printerState })
    expect(await printer.status()).toMatchObject({ ok: true, value: { condition } })
  })
})

describe('addresses of IPP printers', () => {
  it.each([
    ['ipp://printer.example/ipp/print', 'ipp://printer.example:631/ipp/print', false],
    ['ipps://printer.example/ipp/print', 'ipps://printer.example:631/ipp/print', true],
    ['http://127.0.0.1:8631/printers/a', 'ipp://127.0.0.1:8631/printers/a', false],
    ['ipp://[::1]:8631/ipp', 'ipp://[::1]:8631/ipp', false],
  ])('%s is %s', (given, uri, encrypted) => {
    expect(ippAddress(given)).toMatchObject({ uri, encrypted })
  })

  it.each(['lpd://printer.example/', 'ipp://user:secret@printer.example/ipp', 'not an address'])('%s is refused', (given) => {
    expect(() => ippAddress(given)).toThrow()
  })
})
