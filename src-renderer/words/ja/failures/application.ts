import type { FailureCatalogue } from '../../failure-words.ts'

const again = 'ほかの{写真|しゃしん}を{選|えら}ぶか、ここで{撮|と}ってください。'
const atDesk = { title: '{係員|かかりいん}が{確|たし}かめています', body: '{入力|にゅうりょく}した{内容|ないよう}は{残|のこ}っています。', todo: '{係員|かかりいん}の{案内|あんない}をお{待|ま}ちください。' }

/** Card applications, their photos, packets and lists. */
export const applicationFailures = {
  'APPLICATION-NOT-FOUND': {
    resident: atDesk,
    clerk: { title: '申請が見つかりません', todo: '一覧から選び直してください。' },
  },
  'APPLICATION-STATE': {
    resident: atDesk,
    clerk: { title: '申請の状態が変わっています', todo: '開き直して、今の状態を確かめてください。' },
  },
  'APPLICATION-RULE': {
    resident: atDesk,
    clerk: { title: '受付の条件がそろっていません', todo: '画面の「不足」「不可」を確かめてください。' },
  },
  'PHOTO-NOT-JPEG': {
    resident: { title: 'この{写真|しゃしん}は{使|つか}えません', body: 'JPEGという{形式|けいしき}ではありません。', todo: again },
    clerk: { title: '写真がJPEGではありません', todo: 'その場で撮影するか、JPEGの写真を選んでもらってください。' },
  },
  'PHOTO-BROKEN': {
    resident: { title: 'この{写真|しゃしん}は{読|よ}めません', body: 'ファイルがこわれています。', todo: again },
    clerk: { title: '写真のファイルが壊れています', todo: '別の写真を選ぶか、その場で撮影してもらってください。' },
  },
  'PHOTO-COLOUR': {
    resident: { title: 'この{写真|しゃしん}は{使|つか}えません', body: '{印刷用|いんさつよう}の{色|いろ}の{形式|けいしき}です。', todo: again },
    clerk: { title: '写真の色の形式が使えません（CMYKなど）', todo: 'RGBの写真を選ぶか、その場で撮影してもらってください。' },
  },
  'PHOTO-PIXELS': {
    resident: { title: 'この{写真|しゃしん}は{大|おお}きさが{合|あ}いません', body: 'たて・よこ480{画素|がそ}より{大|おお}きい{写真|しゃしん}が{必要|ひつよう}です。', todo: again },
    clerk: { title: '写真の大きさ（画素数）が合いません', todo: '縦横とも480～6000画素、比率35:45が必要です。その場の撮影をすすめてください。' },
  },
  'PHOTO-BYTES': {
    resident: { title: 'この{写真|しゃしん}は{大|おお}きさが{合|あ}いません', body: '20KBから7MBまでの{写真|しゃしん}が{使|つか}えます。', todo: again },
    clerk: { title: '写真のファイルの大きさが合いません', todo: '20KB～7MBの写真を選ぶか、その場で撮影してもらってください。' },
  },
  'PHOTO-METADATA': {
    resident: { title: 'この{写真|しゃしん}は{使|つか}えません', body: '{撮影|さつえい}した{場所|ばしょ}などの{情報|じょうほう}が{残|のこ}っています。', todo: again },
    clerk: { title: '写真に撮影情報が残っています', todo: 'その場で撮影してもらい、保守担当に知らせてください。' },
  },
  'PACKET-NOT-CONFIGURED': {
    resident: atDesk,
    clerk: { title: '送付ファイルの鍵が設定されていません', todo: '保守担当に連絡してください。申請は受け付けたまま残っています。' },
  },
  'PACKET-INVALID': {
    resident: atDesk,
    clerk: { title: '送付ファイルが正しくありません', todo: '中身を使わず、作り直してください。' },
  },
  'PACKET-OTHER-KEY': {
    resident: atDesk,
    clerk: { title: '送付ファイルの宛先または署名者が違います', todo: '鍵の指定を保守担当に確認してもらってください。' },
  },
  'PACKET-INCOMPLETE': {
    resident: atDesk,
    clerk: { title: '送付ファイルが途中で切れています', todo: '同じ送付番号でもう一度作ってください。二重にはなりません。' },
  },
  'PACKET-FOLDER': {
    resident: atDesk,
    clerk: { title: '送付ファイルを書けません', todo: '保存先の空きと権限を保守担当に確認してもらってください。' },
  },
  'BATCH-LIST': {
    resident: atDesk,
    clerk: { title: '名簿を取り込めません', todo: '画面に出ている列と行を直してから、もう一度読み込んでください。何も取り込まれていません。' },
  },
} satisfies Partial<FailureCatalogue>
