import { entry } from './entry.ts'

/** The reader, the card and the PIN. */
export const cardFailures = {
  'CARD-NO-SERVICE': entry(
    'operator',
    true,
    {
      ja: 'パソコンのPC/SCサービス(pcscd、Windowsではスマートカードサービス)が動いていない。',
      en: 'The PC/SC service (pcscd; on Windows: Smart Card) is not running.',
    },
    {
      ja: 'サービスを起動する。端末プログラムは自動で接続し直すので再起動は不要。',
      en: 'Start the service. The kiosk reconnects by itself; no restart is needed.',
    },
  ),
  'CARD-NO-READER': entry(
    'clerk',
    true,
    { ja: 'カードリーダーが接続されていない。', en: 'No card reader is connected.' },
    {
      ja: 'USBケーブルを挿し直す。別の口でも認識しなければ予備機と交換する。',
      en: 'Plug the USB cable in again. If another port does not help, use the spare reader.',
    },
  ),
  'CARD-READER-BUSY': entry(
    'operator',
    true,
    { ja: '別のプログラムがカードリーダーを占有している。', en: 'Another program holds the card reader.' },
    { ja: 'カードを使う他のプログラムを終了する。', en: 'End the other programs that use cards.' },
  ),
  'CARD-REMOVED': entry(
    'resident',
    true,
    { ja: '処理の途中でカードがリーダーから離れた。', en: 'The card left the reader while it was in use.' },
    { ja: '案内があるまでカードを置いたままにして、もう一度行う。', en: 'Begin again and leave the card in place until told.' },
  ),
  'CARD-MUTE': entry(
    'resident',
    true,
    {
      ja: 'カードが応答しない。裏返し、置く位置のずれ、またはICチップの故障。',
      en: 'The card does not answer: upside down, badly placed, or its chip is broken.',
    },
    {
      ja: '向きと位置を直して置き直す。別のリーダーでも応答しなければ窓口でカードの再交付を案内する。',
      en: 'Place it again the right way round. If another reader gets no answer either, offer a replacement card.',
    },
  ),
  'CARD-TIMEOUT': entry(
    'resident',
    true,
    { ja: 'カードの応答が制限時間を超えた。リーダーの処理は打ち切られた。', en: 'The card took longer than allowed; its process was ended.' },
    { ja: 'カードを置き直してもう一度行う。続く場合はリーダーを交換する。', en: 'Place the card again. If it goes on, replace the reader.' },
  ),
  'CARD-FOREIGN': entry(
    'resident',
    false,
    { ja: '個人番号カードではないカードが置かれた。', en: 'The card is not an Individual Number Card.' },
    { ja: '個人番号カードを置く。', en: 'Use an Individual Number Card.' },
  ),
  'CARD-OLD-JUKI': entry(
    'resident',
    false,
    { ja: '住民基本台帳カードが置かれた。この端末では使えない。', en: 'This is a Basic Resident Register card, which the terminal does not serve.' },
    { ja: '個人番号カードを使うか、窓口で申請する。', en: 'Use an Individual Number Card, or apply at the counter.' },
  ),
  'CARD-PHONE': entry(
    'resident',
    false,
    { ja: 'スマートフォンが置かれた。この端末は実物のカードだけを受け付ける。', en: 'A phone was placed; this terminal takes the card itself only.' },
    { ja: '実物の個人番号カードを置く。', en: 'Use the physical card.' },
  ),
  'CARD-MALFORMED': entry(
    'clerk',
    false,
    { ja: 'カードの返したデータが仕様に合わない。', en: 'What the card returned does not follow its specification.' },
    {
      ja: '別のリーダーで確かめる。同じ結果なら窓口で申請を受け、カードの故障として扱う。',
      en: 'Try another reader. If it is the same, take the request at the counter and treat the card as faulty.',
    },
  ),
  'CARD-REFUSED': entry(
    'clerk',
    false,
    { ja: 'カードがこの操作を拒否した。', en: 'The card refused this operation.' },
    { ja: '窓口で電子証明書の搭載と状態を確認する。', en: 'Check at the counter which certificates the card holds and their state.' },
  ),
  'CARD-NO-CERTIFICATE': entry(
    'clerk',
    false,
    { ja: '利用者証明用電子証明書がカードに入っていない。', en: 'The card holds no certificate for user authentication.' },
    { ja: '窓口で証明書の発行を案内し、申請は窓口で受ける。', en: 'Offer the issuance of the certificate and take the request at the counter.' },
  ),
  'CARD-NOT-GENUINE': entry(
    'clerk',
    false,
    {
      ja: 'カードの署名が証明書の鍵と一致しない。偽造または複製の疑いがある。',
      en: "The card's signature does not fit its certificate: possibly a forgery or a copy.",
    },
    {
      ja: '交付せず、責任者に報告する。カードを返す前に指示を受ける。',
      en: 'Issue nothing and report to the supervisor before the card is given back.',
    },
  ),
  'CARD-SWAPPED': entry(
    'resident',
    true,
    { ja: '手続きの途中で別のカードに替わった。', en: 'The card was exchanged for another one during the procedure.' },
    { ja: '初めに置いたカードを置く。別のカードで行う場合は初めからやり直す。', en: 'Place the first card again, or begin anew with the other one.' },
  ),
  'CARD-FACE-ONLY': entry(
    'clerk',
    false,
    { ja: '顔認証マイナンバーカードで、暗証番号が設定されていない。', en: 'The card is for face authentication only and has no PINs.' },
    { ja: '券面の追記欄の「顔認証」を確かめ、窓口の申請書で受け付ける。', en: 'Look for the words “face authentication” in the notes field of the card’s face and take the request on paper.' },
  ),
  'CARD-SIGNATURE-WRONG': entry(
    'clerk',
    false,
    {
      ja: 'カードの記録に付いた発行者の署名が合わない。偽造または改ざんの疑いがある。',
      en: "The issuer's signature on a record of the card is wrong: possibly forged or altered.",
    },
    { ja: '手続きを進めず、責任者に報告する。', en: 'Do not go on; report to the supervisor.' },
  ),
  'PIN-FORMAT': entry(
    'resident',
    true,
    {
      ja: '暗証番号の桁数が違う。カードには送られておらず、残り回数は減らない。',
      en: 'The PIN has the wrong length. It was not sent to the card; no try was lost.',
    },
    { ja: '4桁の数字を入力する。', en: 'Enter four digits.' },
  ),
  'PIN-WRONG': entry(
    'resident',
    true,
    { ja: '暗証番号が違う。残り回数が1つ減った。', en: 'The PIN is wrong. One try was lost.' },
    {
      ja: '利用者証明用の4桁の番号を確かめて入力する。思い出せなければ中止する。',
      en: 'Make sure it is the four-digit PIN for user authentication. If in doubt, stop.',
    },
  ),
  'PIN-BLOCKED': entry(
    'clerk',
    false,
    { ja: '連続して誤ったため暗証番号が使えなくなっている。', en: 'Too many wrong tries: the PIN is blocked.' },
    { ja: '本人確認のうえ、窓口で暗証番号の再設定を行う。', en: 'Verify the person and reset the PIN at the counter.' },
  ),
  'PIN-LAST-TRY-DECLINED': entry(
    'clerk',
    false,
    { ja: '残り1回の入力を、住民または職員が行わないことにした。', en: 'The resident or the clerk decided not to use the last try.' },
    { ja: '窓口で申請を受けるか、暗証番号を再設定する。', en: 'Take the request at the counter, or reset the PIN.' },
  ),
  'PIN-WEAK': entry(
    'resident',
    true,
    {
      ja: '新しい暗証番号が生年月日・セキュリティコード・有効期限・連番など推測されやすいもの。カードには送られていない。',
      en: 'The new PIN is easy to guess (birth date, security code, expiry year, run, repeat). It was not sent to the card.',
    },
    { ja: '別の番号を決める。何を断るかは市区町村の設定で変えられる。', en: 'Choose another. What is refused is a setting of the municipality.' },
  ),
  'PIN-SAME-AS-OLD': entry(
    'resident',
    true,
    { ja: '新しい暗証番号が今のものと同じ。カードには送られていない。', en: 'The new PIN equals the present one. Nothing was sent to the card.' },
    { ja: '今と違う番号を決める。', en: 'Choose one that differs from the present PIN.' },
  ),
  'PIN-PARTLY-CHANGED': entry(
    'clerk',
    false,
    {
      ja: '住民基本台帳用の暗証番号はカードの中の2か所にあり、片方だけが変わっている。',
      en: 'The resident register PIN is kept in two places of the card, and only one of them holds the new value.',
    },
    {
      ja: '端末の修復手続きで両方を同じ番号にそろえる。できなければ窓口で再設定する。',
      en: 'Bring both to the same value with the repair procedure of the terminal; if that fails, reset the PIN at the counter.',
    },
  ),
  'PIN-CHANGE-UNCERTAIN': entry(
    'clerk',
    false,
    {
      ja: '変更の命令を送った後、カードの返事が失われた。新旧どちらの番号かは分からない。',
      en: "The card's answer to the change was lost: it may hold the old PIN or the new one.",
    },
    {
      ja: 'カードを置き直し、残り回数を見せたうえで、住民に新しい番号を1回だけ入力してもらって確かめる。違えば元の番号のまま。自動では試さない。',
      en: 'Place the card again, show the tries left, and let the resident enter the new PIN once to find out; if it is wrong, the old one still stands. Nothing is tried automatically.',
    },
  ),
} as const
