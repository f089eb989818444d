import { entry } from './entry.ts'

/** The issuer's terminal and the clerk's card cases. */
export const cardCaseFailures = {
  'ISSUER-NOT-CONFIGURED': entry(
    'operator',
    false,
    { ja: 'カードの書換えを行う統合端末が設定されていない、またはこの処理に対応していない。', en: "No issuer's terminal is configured, or it can't do this work." },
    { ja: '設定 issuer を確認する。それまでは統合端末を直接使って処理する。', en: "Check the setting issuer. Until then do the work at the issuer's terminal itself." },
  ),
  'ISSUER-REFUSED': entry(
    'clerk',
    false,
    { ja: '統合端末が処理を断った。カードは何も変わっていない。', en: "The issuer's terminal refused the order. Nothing was changed." },
    { ja: 'カードの状態と事項を確認し、必要なら拒否として記録する。', en: 'Check the state of the card and the facts of the case; refuse the case if need be.' },
  ),
  'ISSUER-UNREACHABLE': entry(
    'operator',
    true,
    { ja: '統合端末につながらない。カードは何も変わっていない。', en: "The issuer's terminal can't be reached. Nothing was changed." },
    { ja: '回線と統合端末の稼働を確認し、もう一度行う。', en: "Check the line and the issuer's terminal, then try again." },
  ),
  'ISSUER-UNCERTAIN': entry(
    'clerk',
    true,
    { ja: '統合端末の処理が終わったかどうか分からない。', en: "It is not known whether the issuer's terminal did the work." },
    { ja: '同じ事案のまま「もう一度行う」を選ぶ。同じ指示番号なので二重にはならない。', en: 'Repeat within the same case: it goes out as the same order, so nothing is done twice.' },
  ),
  'REGISTRY-READ-ONLY': entry(
    'operator',
    false,
    { ja: '住民記録は読取専用で、新しい電子証明書を結び付けられない。', en: "The resident registry is read-only, so the new certificate can't be linked to the resident." },
    { ja: '住民記録システムで新しい発行番号を登録する。事案は完了している。', en: "Enter the new certificate in the registry's own system. The case itself is done." },
  ),
  'CASE-NOT-FOUND': entry(
    'clerk',
    false,
    { ja: '事案がない、または保存期間が過ぎて個人情報が消去された。', en: 'There is no such case, or its personal data was deleted when its retention time was over.' },
    { ja: '一覧から選び直す。必要なら新しい事案を開く。', en: 'Choose again from the list; open a new case if need be.' },
  ),
  'CASE-STATE': entry(
    'clerk',
    true,
    { ja: '事案の状態が変わっていて、この操作は今は行えない。', en: 'The case has moved on, and this can not be done to it now.' },
    { ja: '表示が新しくなってから、もう一度選ぶ。', en: 'Look at its present state and choose again.' },
  ),
  'CASE-RULE': entry(
    'clerk',
    false,
    { ja: '要件がそろっていない。不足は事案の画面に示される。', en: 'A rule is not kept; what is missing is shown in the case.' },
    { ja: '不足している書類や事項を補う。補えないときは拒否として記録する。', en: 'Bring what is missing, or refuse the case.' },
  ),
  'CASE-NEEDS-SECOND-PERSON': entry(
    'clerk',
    false,
    { ja: 'この処理には別の職員の確認が必要である。本人の再入力では足りない。', en: 'This needs a second person with an account of their own; the same account twice is not enough.' },
    { ja: '規則で定めた別の職員に、同じ窓口で確認してもらう。', en: 'Ask the colleague that the rules name to confirm at this desk.' },
  ),
  'CASE-NOT-COMMISSIONED': entry(
    'clerk',
    false,
    { ja: 'この事務は、この端末(郵便局を含む)では扱うことになっていない。', en: 'This terminal is not commissioned for this work or for this resident.' },
    { ja: '住所地の市区町村の窓口を案内する。委託の範囲は設定 cardWork を確認する。', en: 'Send the resident to the counter of the municipality; the commission is in the setting cardWork.' },
  ),
  'CASE-OTHER-CARD': entry(
    'clerk',
    true,
    { ja: '置かれたカードが、この事案の住民のものと確認できない。', en: "The card on the reader could not be shown to be that of the case's resident." },
    { ja: 'カードを確認し、正しいカードを置く。証明書のないカードは券面の番号を入力する。', en: 'Check the card and place the right one. For a card without a certificate type what its face says.' },
  ),
}
