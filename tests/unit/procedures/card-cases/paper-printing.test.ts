import { describe, expect, it } from 'vitest'
import type { CardCaseEvent } from '../../../../src-preload/contract.ts'
import { codeOf, CardCaseHouse, must, sato } from '../../../fixtures/procedures/card-case-house.ts'

const print = (caseId: string): CardCaseEvent => ({ type: 'cardCasePrint', caseId, paper: 'applicationForm' })

describe('papers', () => {
  it('are printed for the case, and written down', async () => {
    const house = new CardCaseHouse()
    const opened = await house.open()
    must(await house.desk.dispatch(print(opened), sato))
    expect(house.jobs).toMatchObject([{ requestId: opened, sheets: 1 }])
    expect(house.events().at(-1)).toEqual({ type: 'card-case-paper-printed', actor: 'sato', caseId: opened, paper: 'applicationForm', outcome: 'success', code: null })
  })

  it('that did not come out are told of, and written down', async () => {
    const house = new CardCaseHouse()
    const opened = await house.open()
    house.printerFails = 'PRINTER-JAM'
    expect(codeOf(await house.desk.dispatch(print(opened), sato))).toBe('PRINTER-JAM')
    expect(house.events().at(-1)).toMatchObject({ type: 'card-case-paper-printed', outcome: 'failure', code: 'PRINTER-JAM' })
  })

  it('that can not be made are not printed, and a look at one is written down', async () => {
    const house = new CardCaseHouse()
    const opened = await house.open()
    must(await house.desk.paper(opened, 'applicationForm', sato))
    expect(house.events().at(-1)).toEqual({ type: 'card-case-viewed', actor: 'sato', caseId: opened, what: 'applicationForm' })
    house.world.paperFails = 'DOCUMENT-MISSING-GLYPH'
    expect(codeOf(await house.desk.dispatch(print(opened), sato))).toBe('DOCUMENT-MISSING-GLYPH')
    expect(house.jobs).toEqual([])
  })

  it('and what a case is about are shown to nobody where that can not be written down', async () => {
    const house = new CardCaseHouse()
    const opened = await house.open()
    house.auditFails = 'STORE-FULL'
    expect(codeOf(await house.desk.detail(opened, sato))).toBe('STORE-FULL')
    expect(codeOf(await house.desk.paper(opened, 'applicationForm', sato))).toBe('STORE-FULL')
  })
})
