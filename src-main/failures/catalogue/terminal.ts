import { entry } from './entry.ts'

/** The store, requests, staff, messages and the terminal as a whole. */
export const terminalFailures = {
  'STORE-UNAVAILABLE': entry(
    'operator',
    true,
    {
      ja: '端末のデータベースを開けない、または読み書きできない(ディスク・パス・別端末のファイル)。',
      en: "The terminal's database can not be opened or used (disk, path, or another terminal's file).",
    },
    {
      ja: '設定のパス、端末番号、ディスクの状態を確認する。ファイルを消さない。',
      en: 'Check the configured path, the terminal number and the disk. Delete nothing.',
    },
  ),
  'STORE-READ-ONLY': entry(
    'operator',
    false,
    { ja: 'データベースのファイルまたはフォルダーに書き込めない。', en: 'The database file or its folder can not be written.' },
    {
      ja: '端末プログラムのアカウントに書き込み権限を与える。ディスクが読み取り専用になっていないか確認する。',
      en: "Give the kiosk's account permission to write; check that the disk is not mounted read-only.",
    },
  ),
  'STORE-FULL': entry(
    'operator',
    false,
    {
      ja: 'ディスク(または割当て)に空きがない。受け付け済みの申請は失われていない。',
      en: 'The disk or its quota is full. No request that was acknowledged is lost.',
    },
    { ja: '空きを作る。データベースと `-wal` ファイルは消さない。', en: 'Make room. Do not delete the database or its `-wal` file.' },
  ),
  'STORE-CORRUPT': entry(
    'operator',
    false,
    { ja: 'データベースが壊れている、またはデータベースではない。', en: 'The database is damaged, or is no database.' },
    {
      ja: '起動を繰り返さず、フォルダーごと複製を保存してから、控えのファイルから復旧する。',
      en: 'Do not keep restarting. Copy the whole folder away first, then restore from a backup.',
    },
  ),
  'STORE-NEWER-SCHEMA': entry(
    'operator',
    false,
    { ja: 'データベースは、より新しい版のプログラムで作られている。', en: 'The database was written by a newer version of the program.' },
    { ja: 'プログラムを新しい版に戻す。', en: 'Install the newer version again.' },
  ),
  'STORE-KEY-MISSING': entry(
    'operator',
    false,
    {
      ja: 'データベースを開く端末の鍵がない、違う、壊れている、または他のアカウントから読める。',
      en: "The terminal's key is missing, wrong, damaged, or open to other accounts.",
    },
    {
      ja: '鍵ファイルを控えから戻し、アクセス権を0600にする。鍵がなければ個人情報は復元できない。',
      en: 'Restore the key file and set its mode to 0600. Without the key the personal data can not be recovered.',
    },
  ),
  'STORE-IN-USE': entry(
    'operator',
    true,
    { ja: '別のプロセスがこのデータベースを使っている。', en: 'Another process uses this database.' },
    { ja: '二重に起動した端末プログラムや操作コマンドを終了する。', en: 'End the second kiosk or the operator command that is running.' },
  ),
  'AUDIT-BROKEN': entry(
    'operator',
    false,
    { ja: '監査ログの連鎖が途切れている。改ざんまたはファイルの破損。', en: 'The chain of the audit log is broken: tampering or a damaged file.' },
    {
      ja: '端末を止め、フォルダーごと保全し、情報セキュリティ責任者に報告する。',
      en: 'Stop the terminal, secure the whole folder and report to the security officer.',
    },
  ),
  'REQUEST-NOT-FOUND': entry(
    'clerk',
    false,
    {
      ja: '申請がない、または保存期間が過ぎて個人情報が消去されている。',
      en: 'There is no such request, or its personal data was deleted after the retention time.',
    },
    { ja: '受付番号と日付を確認し、必要ならあらためて申請してもらう。', en: 'Check the number and the day; have the request made again if needed.' },
  ),
  'REQUEST-STATE': entry(
    'clerk',
    false,
    { ja: '申請は先に別の操作で変わっており、この操作は合わない。', en: 'The request has changed meanwhile; this action does not fit any more.' },
    { ja: '一覧の最新の状態を見て、次の操作を選ぶ。', en: 'Look at its present state in the list and choose again.' },
  ),
  'REQUEST-TOO-MANY': entry(
    'clerk',
    true,
    { ja: '未処理の申請が上限に達した。', en: 'As many requests as allowed are waiting.' },
    { ja: '一覧の申請を交付または取消しする。', en: 'Hand over or void requests in the list.' },
  ),
  'STAFF-BAD-CREDENTIALS': entry(
    'clerk',
    true,
    { ja: '職員IDまたはパスワードが違う、または使用停止のアカウント。', en: 'Wrong id or password, or a disabled account.' },
    { ja: '入力を確かめる。5回続けて誤ると15分間使えない。', en: 'Check what you typed. Five wrong tries close the account for 15 minutes.' },
  ),
  'STAFF-LOCKED-OUT': entry(
    'clerk',
    true,
    { ja: '続けて誤ったため、アカウントが15分間閉じている。', en: 'Too many wrong tries: the account is closed for 15 minutes.' },
    {
      ja: '15分待つか、責任者が職員画面で仮パスワードを設定する。責任者自身は `staff unlock` で解除する。覚えがなければ責任者に報告する。',
      en: 'Wait 15 minutes, or a supervisor sets a one-time password on the staff screen; for the supervisor there is `staff unlock`. If it was not you, tell the supervisor.',
    },
  ),
  'STAFF-PASSWORD-ENDED': entry(
    'clerk',
    true,
    { ja: '仮パスワードは正しいが、設定から24時間を過ぎている。', en: 'The one-time password is right, but was set more than 24 hours ago.' },
    { ja: '責任者が職員画面（または `staff password`）で、あらためて仮パスワードを設定する。', en: 'A supervisor sets another one on the staff screen, or with `staff password`.' },
  ),
  'STAFF-SIGNED-OUT': entry(
    'clerk',
    true,
    { ja: 'サインインしていない、または画面が施錠されている。', en: 'Nobody is signed in, or the screen is locked.' },
    { ja: 'サインインする。', en: 'Sign in.' },
  ),
  'STAFF-NOT-ALLOWED': entry(
    'clerk',
    false,
    { ja: 'この操作をする権限がない。', en: 'This role may not do that.' },
    { ja: '権限のある職員が行う。', en: 'Ask somebody whose role may.' },
  ),
  'STAFF-EXISTS': entry(
    'operator',
    false,
    { ja: 'その職員IDは登録済み。', en: 'That account id exists.' },
    { ja: '別のIDを使う。', en: 'Use another id.' },
  ),
  'STAFF-NOT-FOUND': entry(
    'operator',
    false,
    { ja: 'その職員IDは登録されていない。', en: 'There is no such account.' },
    { ja: '`staff list` で確認する。', en: 'Look it up with `staff list`.' },
  ),
  'STAFF-WEAK-PASSWORD': entry(
    'clerk',
    false,
    { ja: 'パスワードが短い、推測しやすい、職員IDを含む、または今のものと同じ。', en: 'The password is short, easily guessed, contains the account id, or is the old one.' },
    { ja: '10文字以上で、ありふれておらず、今のものと違うものにする。', en: 'Use ten characters or more, none of the usual ones, and not the old one.' },
  ),
  'MESSAGE-INVALID': entry(
    'operator',
    false,
    { ja: '画面や操作コマンドから来た内容が定められた形式に合わない。', en: 'What came from a screen or a command does not have the agreed form.' },
    {
      ja: '入力を直す。画面で起きた場合は画面を再読込みし、続けば保守業者に連絡する。',
      en: 'Correct the input. On a screen: reload it, and call maintenance if it goes on.',
    },
  ),
  'MESSAGE-ILL-TIMED': entry(
    'resident',
    true,
    { ja: '操作が今の画面に合わない(二度押しなど)。', en: 'The action does not fit the present screen, such as a double press.' },
    { ja: '今の画面の案内に従う。', en: 'Follow what the screen shows now.' },
  ),
  'MESSAGE-FORBIDDEN': entry(
    'operator',
    false,
    { ja: 'その画面からは許されない要求が届いた。', en: 'A message came from a screen that may not send it.' },
    {
      ja: '監査ログを確認する。心当たりがなければセキュリティ責任者に報告する。',
      en: 'Read the audit log. If there is no explanation, report to the security officer.',
    },
  ),
  'KIOSK-CLOSED': entry(
    'resident',
    true,
    { ja: '利用時間外。', en: 'Outside opening hours.' },
    { ja: '利用時間内に行う。時間は設定で変えられる。', en: 'Come back in opening hours. They are set in the configuration.' },
  ),
  'KIOSK-HALTED': entry(
    'clerk',
    false,
    { ja: '重大な不一致のため端末が停止している。', en: 'The terminal is halted because of an incident.' },
    { ja: '責任者が原因を確認し、職員画面で解除する。', en: 'The supervisor finds the cause and ends the halt on the staff screen.' },
  ),
  'CONFIG-INVALID': entry(
    'operator',
    false,
    { ja: '設定ファイルに誤りがある。', en: 'The configuration has a mistake.' },
    { ja: '詳細に示された箇所を直して起動し直す。', en: 'Correct the place named in the detail and start again.' },
  ),
  INTERNAL: entry(
    'operator',
    true,
    { ja: 'プログラムの不具合。画面は最初に戻った。', en: 'A bug in the program. The screen went back to the start.' },
    { ja: '監査ログの internal-error を添えて保守業者に連絡する。', en: 'Send the internal-error entry of the audit log to maintenance.' },
  ),
} as const
