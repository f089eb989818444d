import type { ApplicationBatch, ApplicationState } from '../../../src-preload/contract.ts'
import type { FormRow, FormSheet } from '../../documents/forms/form-content.ts'
import { parseCivilDate } from '../../residents/dates/civil-date.ts'
import { writtenDate } from '../../residents/dates/written-date.ts'

/** One person on the sheet. */
export interface HandoverPerson {
  readonly place: number
  readonly number: string
  /** Null: it can't be printed here, and the number stands for the person. */
  readonly name: string | null
  readonly state: ApplicationState
  /** What is still missing, in words. */
  readonly missing: readonly string[]
}

const batchKinds: Readonly<Record<ApplicationBatch['kind'], string>> = { company: '企業一括申請', outreach: '出張申請受付', district: '行政区での申請受付・交付' }

const states: Readonly<Record<ApplicationState, string>> = {
  draft: '記入中',
  received: '申請受付',
  returned: '不備返戻',
  corrected: '訂正済み',
  resent: '再送付',
  shipped: '発送',
  prepared: '交付前設定',
  notified: '交付通知',
  delivered: '交付',
  refused: '不受理',
  withdrawn: '取下げ',
}

/** Never a look-alike: the office finds the person by the number. */
const unprintable = '（文字なし）'

/** People on a sheet; a row each. */
const perSheet = 18

/** 引継書: what a batch hands over, person by person, with who gives and who takes. */
export function handoverSheets({ batch, people, office }: { readonly batch: ApplicationBatch; readonly people: readonly HandoverPerson[]; readonly office: { readonly municipality: string; readonly terminalNumber: string } }): FormSheet[] {
  const held = parseCivilDate(batch.heldOn)
  const pages = Math.max(1, Math.ceil(people.length / perSheet))
  const { counts } = batch
  return Array.from({ length: pages }, (_, page) => {
    const rows: FormRow[] = people.slice(page * perSheet, (page + 1) * perSheet).map(({ place, number, name, state, missing }) => ({
      kind: 'text',
      label: `${place}　${number}`,
      field: `person-${place}`,
      value: `${name ?? unprintable}　${states[state]}${missing.length === 0 ? '' : `　不足：${missing.join('、')}`}`,
    }))
    return {
      title: '交付申請　引継書',
      reference: `端末　${office.terminalNumber}　　${page + 1} / ${pages}`,
      date: `実施日　${held === null ? '' : writtenDate(held, { digits: 'full', calendar: 'era' })}`,
      recipient: `${batchKinds[batch.kind]}　${batch.name}`,
      parts: [
        { kind: 'paragraph', text: `場所　${batch.place}　　人数　${counts.people}　写真　${counts.photos}　受付　${counts.received}　その他で終了　${counts.ended}`, lines: 2 },
        { kind: 'section', heading: '１　申請者', rows },
        ...(people.some(({ name }) => name === null) ? [{ kind: 'paragraph' as const, text: '「文字なし」の人の氏名は、この用紙の文字にないため印刷していません。受付番号で画面の申請を確かめてください。', lines: 2 }] : []),
        { kind: 'section', heading: '２　引継ぎ', rows: [{ kind: 'signature', label: '引き渡した者', note: '（署名・日時）' }, { kind: 'signature', label: '引き継いだ者', note: '（署名・日時）' }] },
      ],
      footer: office.municipality,
    }
  })
}
