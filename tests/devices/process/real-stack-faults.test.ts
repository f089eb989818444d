import { execFileSync } from 'node:child_process'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../../fixtures/kiosk/audit-of.ts'
import { RealHouse } from '../../fixtures/kiosk/real-house.ts'

/** Process ids of the kiosk's own children: the one reader process. */
function readerProcesses(kiosk: number): string[] {
  const lines = execFileSync('ps', ['-e', '-o', 'ppid=,pid='], { encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => line.trim().split(/\s+/)).flatMap(([parent, pid]) => (parent === String(kiosk) && pid !== undefined ? [pid] : []))
}

/** Everything here happens in the life of one kiosk process: no fault needs a restart. */
describe('faults of the real devices before one kiosk', () => {
  let house: RealHouse

  beforeAll(async () => {
    house = await RealHouse.open('koffi', 4)
  })

  afterEach(async () => {
    house.bridge.setFault('none')
    await house.resident.leaves()
    house.bridge.remove()
    await house.resident.sees('attract', ({ cardPresent }) => !cardPresent)
    expect(house.kiosk.hasEnded).toBe(false)
  })

  afterAll(async () => {
    const ending = await house.kiosk.stop()
    try {
      expect(ending).toEqual({ status: 0, stderr: '' })
      expect(auditOf(house.dataFolder).entries.map(({ event }) => event.type)).not.toContain('internal-error')
    } finally {
      await house.dispose()
    }
  })

  /** A resident's whole visit, with devices that are well. Returns the 受付番号. */
  const visit = async (): Promise<string> => {
    await house.resident.asksForRecord()
    house.place('adult')
    return (await house.resident.goesOnToSlip()).number
  }

  const print = async (number: string): Promise<void> => {
    const { requestId } = await house.staff.seesRow(number)
    await house.staff.does({ type: 'print', requestId })
    await house.staff.seesState(number, 'printed')
  }

  describe('the card', () => {
    test('there is none yet, and then there is one', async () => {
      await house.resident.asksForRecord()
      expect(await house.resident.sees('placeCard')).toMatchObject({ reader: 'ready', again: null })
      house.place('single')
      await house.resident.sees('enterPin')
    })

    test('it is of another kind: the resident is told so, and goes on with the right one without touching the screen', async () => {
      await house.resident.asksForRecord()
      house.place('foreign-card')
      expect(await house.resident.failed('CARD-FOREIGN')).toMatchObject({ next: 'again' })
      house.bridge.remove()
      await house.resident.sees('failed', ({ cardPresent }) => !cardPresent)
      house.place('single')
      await house.resident.sees('enterPin')
    })

    test('it speaks garbage, and the next one is read', async () => {
      await house.resident.asksForRecord()
      house.place('garbage')
      const { failure, next } = await house.resident.sees('failed')
      expect({ failure, next }).toEqual({ failure: expect.stringMatching(/^CARD-/) as string, next: 'again' })
      house.bridge.remove()
      await house.resident.sees('failed', ({ cardPresent }) => !cardPresent)
      await house.resident.does({ type: 'next' })
      house.place('single')
      await house.resident.sees('enterPin')
    })

    test('it is pulled while it is being read', async () => {
      await house.resident.asksForRecord()
      house.bridge.setFault('removed')
      house.place('single')
      expect(await house.resident.failed('CARD-REMOVED')).toMatchObject({ next: 'again' })
      // pcscd looks every 0.4 s: a card that is back sooner was never gone for it.
      await house.resident.sees('failed', ({ cardPresent }) => !cardPresent)
      house.place('single')
      await house.resident.sees('enterPin')
    })

    test('it is pulled at the PIN, and the PIN begins anew with the card', async () => {
      await house.resident.asksForRecord()
      house.place('single')
      await house.resident.sees('enterPin')
      await house.resident.does({ type: 'pinDigit', digit: '1' }, { type: 'pinDigit', digit: '2' })
      await house.resident.sees('enterPin', ({ entered }) => entered === 2)
      house.bridge.remove()
      await house.resident.failed('CARD-REMOVED')
      house.place('single')
      await house.resident.sees('enterPin', ({ entered }) => entered === 0)
    })

    test('it is pulled while the resident checks what will be printed: nobody stays on the screen, the choices do', async () => {
      await house.resident.sees('attract')
      await house.resident.does({ type: 'chooseService', service: 'residentRecordHousehold' }, { type: 'setCopies', copies: 3 }, { type: 'next' })
      house.place('adult')
      await house.resident.entersPin()
      await house.resident.sees('confirm')
      house.bridge.remove()
      await house.resident.failed('CARD-REMOVED')
      expect(JSON.stringify(house.resident.glass.snapshot)).not.toContain('見本　花子')
      house.place('adult')
      await house.resident.entersPin()
      expect((await house.resident.sees('confirm')).order.copies).toBe(3)
    })

    test('it is pulled while the resident chooses who is on the paper', async () => {
      await house.resident.asksForRecord('residentRecordMembers')
      house.place('adult')
      await house.resident.entersPin()
      await house.resident.sees('chooseMembers')
      house.bridge.remove()
      await house.resident.failed('CARD-REMOVED')
    })

    test('it never answers: the reader process is replaced, and the next card works', async () => {
      const [before] = readerProcesses(house.kiosk.pid)
      await house.resident.asksForRecord()
      house.place('single')
      await house.resident.sees('enterPin')
      house.bridge.setFault('mute')
      await house.resident.entersPin()
      expect(await house.resident.failed('CARD-TIMEOUT')).toMatchObject({ next: 'again' })
      house.bridge.setFault('none')
      house.bridge.remove()
      await house.staff.seesLight('cardReader', null)
      const after = readerProcesses(house.kiosk.pid)
      expect(after).toHaveLength(1)
      expect(after).not.toEqual([before])
      await house.resident.does({ type: 'next' })
      await house.resident.sees('placeCard', ({ reader, again }) => reader === 'ready' && again === 'CARD-TIMEOUT')
      house.place('adult')
      await house.resident.goesOnToSlip()
    })

    test('the smart-card service is killed while the resident is at the PIN, and is started again', async () => {
      await house.resident.asksForRecord()
      house.place('adult')
      await house.resident.sees('enterPin')
      await house.resident.does({ type: 'pinDigit', digit: '1' })
      await house.service.kill()
      await house.resident.failed('CARD-REMOVED')
      await house.staff.seesLight('cardReader', 'CARD-NO-SERVICE')
      await house.resident.does({ type: 'next' })
      await house.resident.sees('placeCard', ({ reader }) => reader === 'noService')
      await house.service.start()
      // The card lay there all the time.
      await house.resident.sees('enterPin', ({ entered }) => entered === 0)
      await house.staff.seesLight('cardReader', null)
      await house.resident.goesOnToSlip()
    })
  })

  describe('the receipt printer', () => {
    test('its line breaks in the middle of a slip: the resident has the number, the clerk prints the slip later', async () => {
      house.line.printer.mood = 'line breaks in mid-job'
      await house.resident.asksForRecord()
      house.place('adult')
      const slip = await house.resident.goesOnToSlip()
      expect(slip).toMatchObject({ slip: 'failed', failure: 'RECEIPT-UNCERTAIN' })
      const row = await house.staff.seesRow(slip.number, ({ slip: state }) => state === 'failed')
      await house.staff.seesLight('receiptPrinter', 'RECEIPT-OFFLINE')
      await house.staff.isRefused({ type: 'printSlipAgain', requestId: row.requestId }, 'RECEIPT-OFFLINE')

      house.line.printer.mood = 'well'
      await house.line.unplug()
      await house.line.plugIn()
      await house.staff.seesLight('receiptPrinter', null)
      await house.staff.does({ type: 'printSlipAgain', requestId: row.requestId })
      expect(Buffer.from(house.line.printer.papers.at(-1)!).includes(slip.number)).toBe(true)
      await house.staff.seesRow(slip.number, ({ slip: state }) => state === 'printed')
    })

    test('it is out of paper', async () => {
      house.line.printer.setCondition('paperOut')
      await house.staff.seesLight('receiptPrinter', 'RECEIPT-PAPER-OUT')
      await house.resident.asksForRecord()
      house.place('adult')
      const slip = await house.resident.goesOnToSlip()
      expect(slip).toMatchObject({ slip: 'failed', failure: 'RECEIPT-PAPER-OUT' })
      house.line.printer.setCondition('ready')
      await house.staff.seesLight('receiptPrinter', null)
      const { requestId } = await house.staff.seesRow(slip.number)
      await house.staff.does({ type: 'printSlipAgain', requestId })
    })
  })

  describe('the document printer', () => {
    test('it is switched off: nothing is printed, and the request waits until it is on again', async () => {
      const number = await visit()
      await house.eve.stop()
      await house.staff.seesLight('documentPrinter', 'PRINTER-OFFLINE')
      const { requestId } = await house.staff.seesRow(number)
      await house.staff.isRefused({ type: 'print', requestId }, 'PRINTER-OFFLINE')
      await house.staff.seesState(number, 'received')
      await house.eve.start()
      await house.staff.seesLight('documentPrinter', null)
      await print(number)
    })

    test('it is out of paper', async () => {
      const number = await visit()
      await house.eve.setReason('media-empty')
      await house.staff.seesLight('documentPrinter', 'PRINTER-PAPER-OUT')
      const { requestId } = await house.staff.seesRow(number)
      await house.staff.isRefused({ type: 'print', requestId }, 'PRINTER-PAPER-OUT')
      await house.eve.clearReason()
      await house.staff.seesLight('documentPrinter', null)
      await print(number)
    })

    test('it dies in the middle of a job: a clerk looks into the tray, and only then it is printed again', async () => {
      const number = await visit()
      const papers = (await house.eve.papers()).length
      await house.eve.setEngine('kills the printer')
      const { requestId } = await house.staff.seesRow(number)
      await house.staff.isRefused({ type: 'print', requestId }, 'PRINTER-UNCERTAIN')
      await house.staff.seesRow(number, ({ state, failure }) => state === 'uncertain' && failure === 'PRINTER-UNCERTAIN')
      await house.staff.seesLight('documentPrinter', 'PRINTER-OFFLINE')

      await house.eve.setEngine('prints')
      await house.eve.start()
      await house.staff.seesLight('documentPrinter', null)
      await house.staff.isRefused({ type: 'print', requestId }, 'REQUEST-STATE')
      expect(await house.eve.papers()).toHaveLength(papers)
      await house.staff.does({ type: 'resolveUncertain', requestId, paperCameOut: false })
      await house.staff.seesState(number, 'received')
      await print(number)
      expect(await house.eve.papers()).toHaveLength(papers + 1)
    })
  })
})
