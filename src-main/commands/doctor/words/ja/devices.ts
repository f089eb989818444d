import type { DoctorWords } from '../words.ts'

export const devices: Pick<DoctorWords, 'devices'> = {
  devices: {
    virtual: '仮想の装置（研修用）',
    notBuilt: ({ file }) => `${file} がありません`,
    build: '先に npm run build を実行してください。',
    reader: {
      notUp: ({ device }) => `${device}：リーダーのプロセスが起動しません`,
      noCard: ({ device }) => `${device}、カードなし`,
      mute: ({ device }) => `${device}：置かれているカードが応答しません`,
      takeOff: 'カードを取り除いてください。マイナンバーカードは表を上にして置いてください。',
      card: ({ device }) => `${device}、カードあり`,
    },
    printer: {
      held: ({ path }) => `${path}：動作中の端末プログラムが使用しているため、確認していません`,
      seeLight: '職員画面の装置の表示を見るか、端末プログラムを止めてから doctor をもう一度実行してください。',
      found: ({ device, condition }) => `${device}：${condition}`,
      conditions: {
        ready: '印刷できます',
        busy: '印刷中です',
        paperLow: '用紙が残りわずかです',
        paperOut: '用紙がありません',
        coverOpen: 'カバーが開いています',
        jam: '紙が詰まっています',
        offline: '接続できません',
      },
      haveReady: '用紙を用意してください。',
    },
  },
}
