import type { AuditEvent } from './event-catalogue.ts'

export interface EventDescription {
  readonly ja: string
  readonly en: string
}

/** When each event of the catalogue is written. */
export const eventDescriptions: Readonly<Record<AuditEvent['type'], EventDescription>> = {
  'kiosk-started': { ja: '端末プログラムが起動した。', en: 'The kiosk program started.' },
  'kiosk-stopped': { ja: '端末プログラムが正常に終了した。', en: 'The kiosk program ended in order.' },
  'kiosk-recovered': {
    ja: '起動時、印刷中だった申請を「要確認」に移した。',
    en: 'At start, requests that had been printing were set to "uncertain".',
  },
  'kiosk-halted': { ja: '証明書と申請者の照合が一致せず、端末を停止した。', en: 'Paper and request did not belong together; the terminal stopped.' },
  'kiosk-halt-ended': { ja: '職員が確認のうえ停止を解除した。', en: 'Staff ended a halt after checking.' },
  'device-changed': { ja: '機器の状態が変わった。', en: 'The state of a device changed.' },
  'session-begin': { ja: '住民の操作が始まった。', en: 'A resident began.' },
  'session-end': { ja: '住民の操作が終わり、画面と記憶を消去した。', en: "A resident's session ended and was wiped." },
  'card-opened': { ja: 'カードを開いた(または開けなかった)。', en: 'A card was opened, or could not be.' },
  'pin-verified': { ja: '暗証番号を照合した。番号そのものは記録しない。', en: 'A PIN was verified. The PIN itself is never recorded.' },
  'card-overview-read': { ja: 'カードの暗証番号の残り回数と搭載証明書を読み取った(または読み取れなかった)。', en: "The card's tries and certificates were read, or could not be." },
  'pin-change-begin': { ja: '暗証番号の変更を始めた。番号そのものは記録しない。', en: 'A change of a PIN began. No PIN is ever recorded.' },
  'pin-change-end': { ja: '暗証番号の変更が終わった、断られた、または結果が不明である。', en: 'A change of a PIN was done, refused, or its outcome is unknown.' },
  'certificate-read': { ja: 'カードの電子証明書を読み取った(または読み取れなかった)。', en: 'A certificate was read from the card, or could not be.' },
  'validity-receipt-printed': { ja: '電子証明書の確認結果の控えを印刷した(または印刷できなかった)。', en: 'A slip with the result of a validity check was printed, or could not be.' },
  'card-work-begin': { ja: '職員が始めたカード事務の操作を住民が始めた。', en: "A resident began to follow a clerk's work on the card." },
  'card-work-end': { ja: '住民側のカード事務の操作が終わった。', en: "The resident's part of a clerk's work on the card ended." },
  'card-proved': { ja: 'カードの署名で本人のカードであることを確かめた。', en: "The card's signature proved that it holds the key." },
  'certificate-checked': { ja: '電子証明書の有効性を確認した。', en: 'The validity of the certificate was checked.' },
  'resident-found': { ja: '電子証明書から住民記録を検索した。', en: 'The resident record was looked up by the certificate.' },
  'issuance-blocked': { ja: '交付を止める事由があり、交付しなかった。', en: 'A block on the record stopped the issuance.' },
  'message-refused': { ja: '画面からの不正な、または時機を失した要求を拒否した。', en: 'An invalid or ill-timed message from a screen was refused.' },
  'request-received': { ja: '申請を受け付けた。', en: 'A request was received.' },
  'request-changed': { ja: '申請の状態が変わった。', en: 'A request changed.' },
  'print-begin': { ja: '証明書の印刷を始めた。', en: 'Printing of a certificate began.' },
  'print-end': { ja: '証明書の印刷が終わった、失敗した、または結果が不明である。', en: 'Printing of a certificate ended, failed, or is uncertain.' },
  'fee-receipt-printed': { ja: '領収書を印刷した(または印刷できなかった)。', en: 'A fee receipt was printed, or could not be.' },
  'staff-signed-in': { ja: '職員がサインインした(または拒否された)。', en: 'A clerk signed in, or was refused.' },
  'staff-signed-out': { ja: '職員がサインアウトした、または画面が施錠された。', en: 'A clerk signed out, or the screen was locked.' },
  'staff-viewed-request': { ja: '職員が申請の内容を閲覧した。', en: 'A clerk looked at a request.' },
  'staff-decided-last-try': { ja: '最後の1回の暗証番号入力を職員が許可または不許可とした。', en: 'A clerk allowed or refused the last PIN try.' },
  'staff-account-changed': { ja: '職員アカウントを追加・変更した。', en: 'A staff account was added or changed.' },
  'alert-raised': { ja: '職員画面に通知を出した。', en: 'An alert was raised on the staff screen.' },
  'alert-acknowledged': { ja: '職員が通知を確認した。', en: 'A clerk acknowledged an alert.' },
  'card-case-opened': { ja: '職員がカード事務の事案を開いた。', en: 'A clerk opened a card case.' },
  'card-case-changed': { ja: 'カード事務の事案の状態が変わった。', en: 'A card case changed.' },
  'card-case-viewed': { ja: '職員がカード事務の事案の内容を閲覧した。', en: 'A clerk looked at a card case.' },
  'card-case-paper-printed': { ja: '申請書または照会書を印刷した(または印刷できなかった)。', en: 'A form or letter of a card case was printed, or could not be.' },
  'card-case-card-proved': { ja: '置かれたカードが事案の住民のものかを確かめた。', en: 'The card on the reader was compared with the case.' },
  'card-cases-recovered': { ja: '起動時、カード処理中だった事案を「要確認」または「準備完了」に戻した。', en: 'At start, cases that had been at the card were set to "uncertain" or back to "ready".' },
  'issuer-order-begin': { ja: '統合端末への指示を始めた。', en: "An order to the issuer's terminal began." },
  'issuer-order-end': { ja: '統合端末への指示が終わった、断られた、届かなかった、または結果が不明である。', en: "An order to the issuer's terminal was done, refused, not sent, or is uncertain." },
  'resident-searched': { ja: '職員が住民を氏名と生年月日で検索した。', en: 'A clerk searched for a resident by name and birth date.' },
  'card-looked-at': { ja: '職員が住民側のカードを読み取って住民を検索した。', en: "A clerk looked at the card on the resident's reader." },
  'internal-error': { ja: 'プログラムの不具合が起きた。', en: 'A bug showed itself.' },
}
