import { entry } from './entry.ts'

/** The certificate in the card and the resident's record. */
export const certificateFailures = {
  'CERT-EXPIRED': entry(
    'clerk',
    false,
    { ja: '電子証明書の有効期間が終わっている。', en: 'The certificate has expired.' },
    { ja: '窓口で電子証明書の更新を案内する。', en: 'Offer the renewal of the certificate at the counter.' },
  ),
  'CERT-NOT-YET-VALID': entry(
    'operator',
    false,
    {
      ja: '電子証明書の有効期間が始まっていない。端末の時計の狂いが多い。',
      en: "The certificate's period has not begun; most often the terminal's clock is wrong.",
    },
    {
      ja: '端末の時刻と時刻同期を確認する。正しければ証明書の発行日を窓口で確認する。',
      en: "Check the terminal's clock and its synchronisation, then the date of issue.",
    },
  ),
  'CERT-REVOKED': entry(
    'clerk',
    false,
    { ja: '電子証明書が失効している。', en: 'The certificate was revoked.' },
    {
      ja: '交付しない。住所・氏名の変更や紛失届の有無を確認し、証明書の発行を案内する。',
      en: 'Issue nothing. Check for a move, a change of name or a loss report, and offer a new certificate.',
    },
  ),
  'CERT-UNKNOWN': entry(
    'operator',
    true,
    {
      ja: '失効情報が証明書を知らない、または古すぎて信用できない。',
      en: 'The revocation source does not know the certificate, or is too old to be believed.',
    },
    { ja: '失効リストの更新日時を確認し、新しいものを取り込む。', en: 'Check the date of the revocation list and bring in a fresh one.' },
  ),
  'CERT-UNREACHABLE': entry(
    'operator',
    true,
    {
      ja: '失効情報の照会先に接続できない、または失効リストのファイルが読めない。',
      en: 'The revocation service can not be reached, or the list file can not be read.',
    },
    {
      ja: '回線、照会先の設定、失効リストのファイルの場所を確認する。その間は窓口で申請を受ける。',
      en: 'Check the line, the configured address and the list file. Meanwhile take requests at the counter.',
    },
  ),
  'CERT-UNTRUSTED': entry(
    'operator',
    false,
    { ja: '証明書が、設定された認証局につながらない。', en: 'The certificate does not lead to a configured certification authority.' },
    {
      ja: '信頼する認証局の設定を確認する。正しければ交付せず責任者に報告する。',
      en: 'Check the configured authorities. If they are right, issue nothing and report to the supervisor.',
    },
  ),
  'CERT-MALFORMED': entry(
    'clerk',
    false,
    { ja: 'カードの電子証明書のデータが壊れている。', en: 'The certificate in the card is damaged.' },
    { ja: '窓口で証明書の再発行を案内する。', en: 'Offer a new certificate at the counter.' },
  ),
  'RESIDENT-NOT-FOUND': entry(
    'clerk',
    false,
    {
      ja: 'この電子証明書に結び付く住民がこの団体の記録にいない。他市町村の住民か、結び付けが未登録。',
      en: 'No resident of this municipality is tied to the certificate: a resident of elsewhere, or not registered yet.',
    },
    {
      ja: '住所地を確認する。自団体の住民なら証明書の発行番号の登録を確認する。',
      en: 'Ask where the person is registered. If here, check the registration of the certificate number.',
    },
  ),
  'RESIDENT-BLOCKED': entry(
    'clerk',
    false,
    {
      ja: '記録に交付を止める事由がある。住民側の画面には理由を出していない。',
      en: 'The record carries a block. The resident screen shows no reason.',
    },
    {
      ja: '職員画面の通知を確認し、定められた手順で窓口対応する。理由を画面や紙に残さない。',
      en: 'Look at the alert on the staff screen and follow the procedure. Leave the reason on no screen and no paper.',
    },
  ),
  'RESIDENT-INCOMPLETE': entry(
    'operator',
    false,
    { ja: '住民の記録に必須の項目が欠けている。', en: 'A field that the paper needs is missing in the record.' },
    {
      ja: '住民記録システムで記録を補う。それまでは窓口で対応する。',
      en: 'Complete the record in the resident system. Until then serve the person at the counter.',
    },
  ),
  'RESIDENT-CHANGED': entry(
    'clerk',
    false,
    { ja: '受付のあと、印刷までに住民の記録が変わった。', en: 'The record changed between the request and the printing.' },
    { ja: '申請を取り消し、新しい記録であらためて申請してもらう。', en: 'Void the request and have it made again from the present record.' },
  ),
  'REGISTRY-UNAVAILABLE': entry(
    'operator',
    true,
    { ja: '住民記録に接続できない。', en: 'The resident records can not be reached.' },
    { ja: 'データベースの稼働、回線、接続設定を確認する。', en: 'Check the database, the line and the connection settings.' },
  ),
} as const
