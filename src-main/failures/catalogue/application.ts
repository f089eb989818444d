import { entry } from './entry.ts'

/** Card applications, their photos, packets and lists. */
export const applicationFailures = {
  'APPLICATION-NOT-FOUND': entry(
    'clerk',
    false,
    { ja: '申請がない、または保存期間が過ぎて個人情報が消去された。', en: 'There is no such application, or its personal data was deleted when its retention time was over.' },
    { ja: '一覧から選び直す。', en: 'Choose again from the list.' },
  ),
  'APPLICATION-STATE': entry(
    'clerk',
    true,
    { ja: '申請の状態が変わっていて、この操作は今は行えない。', en: 'The application has moved on, and this can not be done to it now.' },
    { ja: '内容を開き直して確かめる。', en: 'Open it again and look.' },
  ),
  'APPLICATION-RULE': entry(
    'clerk',
    false,
    { ja: '受付の条件を満たしていない。', en: 'The application does not keep a rule.' },
    { ja: '申請の画面に出ている不足・不可の項目を確かめる。', en: 'See what the application says is missing or barred.' },
  ),
  'PHOTO-NOT-JPEG': entry(
    'resident',
    true,
    { ja: '写真のファイルがJPEGではない(PNGの拡張子だけを変えたものなど)。', en: 'The file is no JPEG, such as a PNG under another name.' },
    { ja: 'JPEGで保存し直すか、その場で撮る。', en: 'Save it as a JPEG, or take a photo here.' },
  ),
  'PHOTO-BROKEN': entry(
    'resident',
    true,
    { ja: '写真のファイルが壊れているか、途中で切れている。', en: 'The file is damaged or cut off.' },
    { ja: '元の写真を選び直すか、その場で撮る。', en: 'Choose the original again, or take a photo here.' },
  ),
  'PHOTO-COLOUR': entry(
    'resident',
    true,
    { ja: '写真がRGBでも白黒でもない(CMYKなど)。', en: 'The photo is neither RGB nor grey (CMYK, for example).' },
    { ja: 'RGBで保存し直すか、その場で撮る。', en: 'Save it in RGB, or take a photo here.' },
  ),
  'PHOTO-PIXELS': entry(
    'resident',
    true,
    { ja: '写真の縦横が480～6000画素の範囲にない、または比率が35対45ではない。', en: 'The photo is not 480 to 6000 pixels each way, or not 35 to 45.' },
    { ja: '大きい写真を選び直すか、その場で撮る。', en: 'Choose a larger one, or take a photo here.' },
  ),
  'PHOTO-BYTES': entry(
    'resident',
    true,
    { ja: '写真のファイルが20KB～7MBの範囲にない。', en: 'The file is not 20 KB to 7 MB.' },
    { ja: '別の写真を選び直すか、その場で撮る。', en: 'Choose another one, or take a photo here.' },
  ),
  'PHOTO-METADATA': entry(
    'operator',
    false,
    { ja: '写真に撮影情報(Exifなど)が残ったまま届いた。画面の側の不具合。', en: 'The photo came with metadata (Exif), which the page should have taken off.' },
    { ja: '保守担当に連絡する。その場の撮影は使える。', en: 'Tell the IT people. Photos taken here work.' },
  ),
  'PACKET-NOT-CONFIGURED': entry(
    'operator',
    false,
    { ja: '送付用の鍵が設定されていない。', en: 'The keys for packets are not configured.' },
    { ja: '設定 applications.packet に発行者の公開鍵と自治体の署名鍵を指定する。', en: 'Give the issuer’s public key and the city’s signing key in applications.packet.' },
  ),
  'PACKET-INVALID': entry(
    'clerk',
    false,
    { ja: '送付ファイルが改変されている、壊れている、または署名が確かでない。', en: 'The packet was changed, is damaged, or is not signed by whom it says.' },
    { ja: '中身を使わない。送り主に作り直しを頼む。', en: 'Use nothing of it. Ask the sender for another.' },
  ),
  'PACKET-OTHER-KEY': entry(
    'operator',
    false,
    { ja: '送付ファイルはこの鍵あてではない、または署名した者が違う。', en: 'The packet is for another key, or signed by another one.' },
    { ja: '鍵の指定を確認する。', en: 'Check the keys that are named.' },
  ),
  'PACKET-INCOMPLETE': entry(
    'clerk',
    true,
    { ja: '送付ファイルが途中で終わっている。', en: 'The packet ends in the middle.' },
    { ja: '同じ送付番号でもう一度作る。二重にはならない。', en: 'Make it again under the same number; nothing is sent twice.' },
  ),
  'PACKET-FOLDER': entry(
    'operator',
    true,
    { ja: '送付ファイルを書けない。', en: 'The packet can’t be written.' },
    { ja: '送付先の場所の空きと権限を確認する。', en: 'Check the room and the rights of its folder.' },
  ),
  'BATCH-LIST': entry(
    'clerk',
    false,
    { ja: '名簿の列が足りない、文字コードが違う、または値に誤りがある。', en: 'The list lacks columns, is in another encoding, or has wrong values.' },
    { ja: '確認の画面に出た列・行を直して、もう一度読み込む。', en: 'Mend the columns and lines that are named and read it in again.' },
  ),
}
