import { fileTroubles } from '../../../shell/file-trouble.ts'
import type { DoctorWords } from '../words.ts'

export const machine: Pick<DoctorWords, 'fileTroubles' | 'troubleAt' | 'notThereYet' | 'versions' | 'clock' | 'shell' | 'configuration' | 'disk' | 'folder'> = {
  fileTroubles: fileTroubles.ja,
  troubleAt: ({ path, trouble }) => `${path}：${trouble}`,
  notThereYet: ({ path }) => `${path} はまだありません（初回の起動時に作成します）`,
  versions: {
    found: ({ node, sqlite, system }) => `Node ${node}、SQLite ${sqlite}、${system}`,
    harmfulSqlite: 'この版の SQLite はデータベースを壊すおそれがあります。npm ci でパッケージを入れ直してください。',
    otherNode: ({ major }) => `npm run で起動してください。付属の Node ${major} が使われます。`,
  },
  clock: {
    timeZone: ({ name }) => `タイムゾーン ${name}`,
    drift: ({ apart, watched }) => `${watched}ミリ秒間の時刻のずれ ${apart}ミリ秒`,
    timeServer: { unknown: '時刻同期 不明', followed: '時刻同期 あり', ignored: '時刻同期 なし' },
    wrong: '時計を正しい時刻に合わせてください。証明書の有効期間、利用時間、紙に印字する日付はこの時計によります。',
    jumping: '端末プログラムの動作中に時刻が変更されています。時刻同期サービスで少しずつ合わせる設定にしてください。',
    switchOn: '時刻同期サービスを有効にしてください（timedatectl set-ntp true）。',
    seeByHand: '時刻同期サービスが動いているかを、手作業で確認してください。',
    otherZone: '紙の日付や受付番号は常に日本時間です。システムのログも日本時間にするには、タイムゾーンを Asia/Tokyo に設定してください。',
  },
  shell: {
    none: 'Electron も Chromium もありません',
    install: 'Chromium を導入するか、環境変数 MADOGUCHI_CHROMIUM でブラウザーを指定してください。それまでは、npm start が開くべきアドレスを表示します。',
  },
  configuration: {
    valid: ({ what }) => `誤りなし（${what}）`,
    training: '研修モード',
    profile: ({ name }) => `種別 ${name}`,
    terminal: ({ number }) => `端末 ${number}`,
    running: ({ found }) => `${found}、端末プログラムが動作中`,
    profiles: { counter: '窓口', 'post-office': '郵便局', 'self-service': '無人', outreach: '出張' },
  },
  disk: {
    free: ({ megabytes, folder }) => `空き ${megabytes} MB（${folder}）`,
    none: '空きを作ってください。空きがないと申請を受け付けられません。データベースと -wal ファイルは消さないでください。',
    little: '早めに空きを作ってください。控えのファイルとログに必要です。',
  },
  folder: {
    found: ({ path, mode }) => `${path}、アクセス権 ${mode}`,
    open: ({ found }) => `${found}（他のアカウントから読めます）`,
    close: ({ path }) => `次のコマンドで他のアカウントのアクセス権を外してください：chmod 700 ${path}`,
    notOurs: 'フォルダーの所有者を端末プログラムのアカウントにするか、そのアカウントで doctor を実行してください。',
  },
}
