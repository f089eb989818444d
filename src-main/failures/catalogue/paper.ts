import { entry } from './entry.ts'

/** Documents and the two printers. */
export const paperFailures = {
  'DOCUMENT-MISSING-GLYPH': entry(
    'operator',
    false,
    {
      ja: '設定されたどのフォントにもない文字が記録に含まれる。代わりの字では印刷しない。',
      en: 'A character of the record is in none of the configured fonts. No look-alike is printed.',
    },
    {
      ja: '詳細に示された文字を含むフォント(IPAmj明朝など)を導入し、設定に加える。',
      en: 'Install a font that has the character named in the detail (such as IPAmj Mincho) and add it to the configuration.',
    },
  ),
  'DOCUMENT-TOO-LONG': entry(
    'clerk',
    false,
    { ja: '氏名や住所が様式の欄に収まらない。途中で切っては印刷しない。', en: 'A name or an address does not fit its field. Nothing is cut off.' },
    { ja: '窓口の証明書発行システムで交付する。', en: 'Issue the paper from the system at the counter.' },
  ),
  'DOCUMENT-INVALID-INPUT': entry(
    'operator',
    false,
    { ja: '証明書を作るためのデータの形式が正しくない。', en: 'The data for the paper is not in the right form.' },
    {
      ja: '詳細に示された項目を直す。`render --schema` で形式を確認できる。',
      en: 'Correct the field named in the detail. `render --schema` prints the form.',
    },
  ),
  'DOCUMENT-MISMATCH': entry(
    'operator',
    false,
    {
      ja: '作成した証明書と申請の対象者が一致しない。他人の証明書になるおそれがあるため端末を停止した。',
      en: "The paper and the request's person do not agree. The terminal stopped, so that nobody gets another person's paper.",
    },
    {
      ja: '印刷物を渡さず回収する。責任者が監査ログを確認し、保守業者に連絡してから解除する。',
      en: 'Keep back everything printed. The supervisor reads the audit log and calls maintenance before ending the halt.',
    },
  ),
  'DOCUMENT-NOT-VERIFIED': entry(
    'operator',
    false,
    {
      ja: '証明書の二次元コードの署名が確認できない。改ざん、別団体の証明書、または鍵の違い。',
      en: 'The signature in the code of the paper does not verify: changed, from elsewhere, or another key.',
    },
    {
      ja: '原本と検証用の公開鍵を確認する。一致しなければ真正でないものとして扱う。',
      en: 'Check the original and the public key. If it still fails, treat the paper as not genuine.',
    },
  ),
  'PRINTER-PAPER-OUT': entry(
    'clerk',
    true,
    { ja: '証明書プリンターの用紙がない。', en: 'The document printer is out of paper.' },
    { ja: '改ざん防止用紙を補給し、もう一度印刷する。', en: 'Load security paper and print again.' },
  ),
  'PRINTER-COVER-OPEN': entry(
    'clerk',
    true,
    { ja: '証明書プリンターのカバーが開いている。', en: "The document printer's cover is open." },
    { ja: 'カバーを閉め、もう一度印刷する。', en: 'Close the cover and print again.' },
  ),
  'PRINTER-JAM': entry(
    'clerk',
    true,
    { ja: '証明書プリンターで紙が詰まった。', en: 'Paper is jammed in the document printer.' },
    {
      ja: '紙を取り除き、出かかった紙は枚数を控えて廃棄してから、もう一度印刷する。',
      en: 'Remove the paper, count and destroy what came out in part, then print again.',
    },
  ),
  'PRINTER-OFFLINE': entry(
    'clerk',
    true,
    { ja: '証明書プリンターに接続できない。', en: 'The document printer can not be reached.' },
    {
      ja: '電源とネットワークを確認する。設定のアドレスは `doctor` で確認できる。',
      en: 'Check its power and network. `doctor` shows the configured address.',
    },
  ),
  'PRINTER-TIMEOUT': entry(
    'clerk',
    false,
    { ja: '証明書プリンターが時間内に印刷完了を知らせなかった。', en: 'The document printer did not report completion in time.' },
    {
      ja: '紙が出たかを目で確かめ、「出た」「出ていない」を画面で選ぶ。確かめずに再印刷しない。',
      en: 'See whether paper came out and say so on the screen. Do not print again without looking.',
    },
  ),
  'PRINTER-REFUSED': entry(
    'operator',
    false,
    {
      ja: '証明書プリンターが印刷を受け付けなかった(形式・用紙・権限)。',
      en: 'The document printer refused the job (format, paper size or permission).',
    },
    {
      ja: 'PDFとA4に対応する機種・キューか、アクセス制限がないかを確認する。',
      en: 'Check that the printer or queue takes PDF on A4 and admits this terminal.',
    },
  ),
  'PRINTER-UNCERTAIN': entry(
    'clerk',
    false,
    {
      ja: '印刷の途中で接続や端末が止まり、紙が出たかどうか分からない。',
      en: 'The connection or the terminal stopped during printing; whether paper came out is unknown.',
    },
    { ja: '排紙口を確認し、「出た」「出ていない」を画面で選ぶ。', en: 'Look at the output tray and say on the screen whether paper came out.' },
  ),
  'RECEIPT-PAPER-OUT': entry(
    'clerk',
    true,
    { ja: 'レシートプリンターのロール紙がない。', en: 'The receipt printer is out of paper.' },
    {
      ja: 'ロール紙を交換し、受付票または領収書を出し直す。申請は受け付け済み。',
      en: 'Change the roll and print the slip or receipt again. The request itself is safe.',
    },
  ),
  'RECEIPT-COVER-OPEN': entry(
    'clerk',
    true,
    { ja: 'レシートプリンターのカバーが開いている。', en: "The receipt printer's cover is open." },
    { ja: 'カバーを閉め、出し直す。', en: 'Close it and print again.' },
  ),
  'RECEIPT-JAM': entry(
    'clerk',
    true,
    { ja: 'レシートプリンターの紙詰まりまたはカッターの異常。', en: 'Paper jam or cutter error in the receipt printer.' },
    { ja: '紙を取り除き、電源を入れ直して出し直す。', en: 'Remove the paper, switch it off and on, and print again.' },
  ),
  'RECEIPT-OFFLINE': entry(
    'clerk',
    true,
    { ja: 'レシートプリンターに接続できない。', en: 'The receipt printer can not be reached.' },
    { ja: '電源とケーブルを確認する。ポートの設定は `doctor` で確認できる。', en: 'Check its power and cable. `doctor` shows the configured port.' },
  ),
  'RECEIPT-TIMEOUT': entry(
    'clerk',
    true,
    { ja: 'レシートプリンターが時間内に応答しなかった。', en: 'The receipt printer did not answer in time.' },
    { ja: '紙が出ていなければ出し直す。', en: 'If nothing came out, print again.' },
  ),
  'RECEIPT-UNCERTAIN': entry(
    'clerk',
    true,
    { ja: 'レシートが出たかどうか分からない。', en: 'Whether the receipt came out is unknown.' },
    { ja: '紙を確認し、出ていなければ出し直す。', en: 'Look, and print again if nothing came out.' },
  ),
  'RECEIPT-CHARACTER': entry(
    'operator',
    false,
    { ja: 'レシートプリンターの文字集合(Shift_JIS)にない文字がある。', en: "A character is not in the receipt printer's set (Shift_JIS)." },
    { ja: '設定の名称(団体名など)をShift_JISの文字に直す。', en: 'Use characters of Shift_JIS in the configured names.' },
  ),
} as const
