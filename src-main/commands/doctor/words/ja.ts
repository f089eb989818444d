import { counter } from './ja/counter.ts'
import { devices } from './ja/devices.ts'
import { machine } from './ja/machine.ts'
import { records } from './ja/records.ts'
import type { DoctorWords } from './words.ts'

export const ja: DoctorWords = {
  titles: {
    versions: 'バージョン',
    clock: '時計',
    shell: '画面の表示',
    configuration: '設定',
    disk: 'ディスクの空き',
    'data-folder': 'データフォルダー',
    database: 'データベース',
    key: '端末の鍵',
    audit: '監査ログ',
    halt: '停止の有無',
    registry: '住民記録',
    certificates: '失効確認（利用者証明用）',
    'signature-certificates': '失効確認（署名用）',
    'signing-key': '市区町村の署名鍵',
    seal: '公印',
    fonts: 'フォント',
    fees: '手数料表',
    'card-work': 'カードの手続き',
    'card-reader': 'カードリーダー',
    'receipt-printer': 'レシートプリンター',
    'counter-receipt-printer': '窓口のレシートプリンター',
    'document-printer': '証明書プリンター',
  },
  marks: { ok: '正常', attention: '注意', failed: '異常' },
  remedy: ({ remedy }) => `対処：${remedy}`,
  sum: ({ ready, ok, attention, failed }) => `${ready ? '準備はできています' : '準備ができていません'}（正常 ${ok}件、注意 ${attention}件、異常 ${failed}件）。`,
  list: (items) => items.join('、'),
  sentences: (sentences) => sentences.join(''),
  ...machine,
  ...records,
  ...counter,
  ...devices,
}
