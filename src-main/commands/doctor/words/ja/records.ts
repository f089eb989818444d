import type { DoctorWords } from '../words.ts'

export const records: Pick<DoctorWords, 'database' | 'key' | 'audit' | 'halt' | 'registry' | 'certificates'> = {
  database: {
    whole: ({ schema, unfinished }) => `破損なし、スキーマ ${schema}、未完了の申請 ${unfinished}件`,
    owned: ({ found }) => `${found}（動作中の端末プログラムが使用しているため、読み取りだけで調べました）`,
    newer: ({ schema, known }) => `データベースのスキーマは ${schema}、このプログラムが扱えるのは ${known} まで`,
    otherTerminal: ({ found, terminal }) => `${found}、端末 ${terminal} のデータベースです`,
    correctTerminal: '設定の terminal.number または dataFolder を直してください。',
    behind: ({ found, behind }) => `${found}、未適用の移行 ${behind}件`,
    willMigrate: 'することはありません。次の起動時に、控えを取ってから移行します。',
    uncertain: ({ found, uncertain }) => `${found}、うち ${uncertain}件は紙が出たか分かりません`,
    lookAtTray: '排紙口を確認し、職員画面で「出た」「出ていない」を選んでください。',
  },
  key: {
    kept: 'OS の鍵ストアで保管しています',
    none: 'まだありません（初回の起動時に作成します）',
    found: ({ keyId }) => `鍵ファイルあり、鍵 ${keyId}`,
    missing: 'データベースはありますが、鍵ファイルがありません',
    other: ({ sealedBy, found }) => `データベースを封じた鍵は ${sealedBy}、見つかった鍵は ${found}`,
  },
  audit: {
    none: 'まだ記録はありません',
    sealRight: ({ entries }) => `連鎖の途切れなし、${entries}件、末尾の封は正しい`,
    sealUnchecked: ({ entries }) => `連鎖の途切れなし、${entries}件、末尾の封は未確認（鍵ファイルなし）`,
  },
  halt: { halted: '重大な不一致のため端末が停止しています', none: '停止していません' },
  registry: { answers: ({ file }) => `${file} から応答あり` },
  certificates: {
    anchors: ({ count }) => `トラストアンカー（信頼する認証局）${count}件`,
    revocationData: ({ from }) => `失効情報あり（${from}）`,
    and: (parts) => parts.join('、'),
    ended: ({ day }) => `認証局の証明書 ${day} に期限切れ`,
    until: ({ day }) => `認証局の証明書 ${day} まで有効`,
    list: ({ file, issued, next }) => `失効リスト ${file}（${issued} 発行、次回 ${next}）`,
    nextNotSaid: '記載なし',
    remedy: '設定の certificateStatus が示す場所に、現行の認証局の証明書と失効リストを置いてください。照会先への回線も確認してください。',
    endsSoon: 'まもなく期限を迎えるものがあります。',
  },
}
