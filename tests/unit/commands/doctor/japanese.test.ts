import { describe, expect, it } from 'vitest'
import type { ReaderState } from '../../../../src-main/card/card-reader.ts'
import { checkCardWork } from '../../../../src-main/commands/doctor/card-work.ts'
import { subject, type Check } from '../../../../src-main/commands/doctor/check.ts'
import { judgeClock } from '../../../../src-main/commands/doctor/clock.ts'
import { judgePrinter, judgeReader } from '../../../../src-main/commands/doctor/devices.ts'
import { judgeRoom } from '../../../../src-main/commands/doctor/machine.ts'
import { ok } from '../../../../src-main/failures/result.ts'
import { documentRefusal, receiptRefusal, statusOf } from '../../../../src-main/printing/conditions.ts'
import { trainingConfiguration } from '../../../../src-main/training/training-configuration.ts'
import { englishIn } from './english-left.ts'

const base = trainingConfiguration('/out', '/resources')
const postOffice = { ...base.profile, name: 'post-office' as const, cardWork: ['pinReset' as const, 'certificateIssue' as const, 'cardReturn' as const] }
const commissions = [{ municipality: base.municipality.code, kinds: ['pinReset' as const, 'cardReturn' as const] }]

const readerStates: readonly ReaderState[] = [
  { kind: 'noService' },
  { kind: 'restarting' },
  { kind: 'noReader' },
  { kind: 'noCard', reader: 'R' },
  { kind: 'muteCard', reader: 'R' },
  { kind: 'card', reader: 'R', atr: new Uint8Array(), insertion: 1 },
]

/** Every judgement that can be made without a terminal, good and bad. */
const checks: readonly Check[] = [
  ...[true, false, null].flatMap((synchronized) =>
    ['2026-11-21', '1970-01-01'].map((day) => judgeClock({ now: new Date(day), timeZone: 'UTC', drift: 3000, synchronized }, subject('clock', 'ja'))),
  ),
  ...[1, 500_000_000, 5_000_000_000].map((bytes) => judgeRoom(bytes, '/data', subject('disk', 'ja'))),
  ...readerStates.map((state) => judgeReader(state, () => 'PC/SC (koffi)', subject('card-reader', 'ja'))),
  ...(['ready', 'busy', 'paperLow', 'paperOut', 'coverOpen', 'jam', 'offline'] as const).flatMap((condition) => [
    judgePrinter(ok(statusOf(condition)), '/dev/ttyUSB0', receiptRefusal, subject('receipt-printer', 'ja')),
    judgePrinter(ok(statusOf(condition)), 'IPP ipp://printer/ipp/print', documentRefusal, subject('document-printer', 'ja')),
  ]),
  checkCardWork(base, subject('card-work', 'ja')),
  checkCardWork({ ...base, issuer: { driver: 'none' } }, subject('card-work', 'ja')),
  checkCardWork({ ...base, profile: { ...base.profile, cardWork: [] } }, subject('card-work', 'ja')),
  checkCardWork({ ...base, profile: postOffice, cardWork: { rulesFile: null, commissions } }, subject('card-work', 'ja')),
]

describe('the doctor in Japanese', () => {
  it.each(checks)('leaves nothing in English: $title, $seen', ({ title, seen, remedy }) => {
    expect([title, seen, remedy ?? ''].flatMap(englishIn)).toEqual([])
  })

  it('names conditions and kinds of work in words, and beside what has to be corrected its name in the configuration', () => {
    expect(judgePrinter(ok(statusOf('paperLow')), 'P', receiptRefusal, subject('receipt-printer', 'ja')).seen).toBe('P：用紙が残りわずかです')
    expect(checks.at(-1)?.seen.split('\n')).toEqual([
      '扱える手続き：暗証番号の初期化・再設定（標準の規則による）',
      '団体コード 999997 の委託がない手続き：電子証明書の発行（certificateIssue）',
      '端末の種別「郵便局」では扱えない手続き：返納（cardReturn）',
      '研修用の模擬統合端末に接続',
    ])
  })
})
