import type { FailureCatalogue } from '../../failure-words.ts'

const untouched = 'カードには{何|なに}も{起|お}きていません。'
const ask = '{係員|かかりいん}にお{声|こえ}がけください。'
const follow = '{係員|かかりいん}の{案内|あんない}をお{待|ま}ちください。'
const atDesk = { title: '{係員|かかりいん}が{確|たし}かめています', body: untouched, todo: follow }

/** The issuer's terminal and the clerk's card cases. */
export const cardCaseFailures = {
  'ISSUER-NOT-CONFIGURED': {
    resident: { title: 'この{端末|たんまつ}では、この{手続|てつづ}きができません', body: untouched, todo: ask },
    clerk: { title: '統合端末が設定されていないか、この処理に対応していません', todo: '統合端末で直接処理するか、保守担当に連絡してください。' },
  },
  'ISSUER-REFUSED': {
    resident: { title: 'この{手続|てつづ}きは{受|う}け{付|つ}けられませんでした', body: untouched, todo: follow },
    clerk: { title: '統合端末が処理を断りました。カードは変わっていません', todo: 'カードの状態と事項を確かめてください。' },
  },
  'ISSUER-UNREACHABLE': {
    resident: { title: 'いま、この{手続|てつづ}きができません', body: untouched, todo: follow },
    clerk: { title: '統合端末につながりません。カードは変わっていません', todo: '少し待ってもう一度行い、続くときは保守担当に連絡してください。' },
  },
  'ISSUER-UNCERTAIN': {
    resident: { title: '{手続|てつづ}きが{終|お}わったか、{確|たし}かめています', body: '{続|つづ}きは、{係員|かかりいん}と{一緒|いっしょ}に{行|おこな}えます。', todo: ask },
    clerk: { title: '処理が終わったかどうか分かりません', todo: 'この事案のまま、もう一度行ってください。同じ指示なので二重にはなりません。新しい事案を開かないでください。' },
  },
  'REGISTRY-READ-ONLY': {
    resident: atDesk,
    clerk: { title: '新しい電子証明書を住民記録に登録できません', todo: 'カードの処理は終わっています。住民記録システムで発行番号を登録してください。' },
  },
  'CASE-NOT-FOUND': {
    resident: atDesk,
    clerk: { title: 'この事案は見つかりません', todo: '一覧から選び直してください。保存期間が過ぎると内容は消去されます。' },
  },
  'CASE-STATE': {
    resident: atDesk,
    clerk: { title: '事案の状態が変わっています', todo: '今の状態を確かめて、もう一度選んでください。' },
  },
  'CASE-RULE': {
    resident: atDesk,
    clerk: { title: '要件がそろっていません', todo: '事案に示された不足を補ってください。' },
  },
  'CASE-NEEDS-SECOND-PERSON': {
    resident: atDesk,
    clerk: { title: '別の職員の確認が必要です', todo: 'この窓口で、別のアカウントの職員に確認してもらってください。' },
  },
  'CASE-NOT-COMMISSIONED': {
    resident: { title: 'この{手続|てつづ}きは、ここではお{取り扱|とりあつか}いできません', body: untouched, todo: 'お{住|す}まいの{市区町村|しくちょうそん}の{窓口|まどぐち}へお{越|こ}しください。' },
    clerk: { title: 'この端末では扱えない事務です', todo: '住所地の市区町村の窓口を案内してください。' },
  },
  'CASE-OTHER-CARD': {
    resident: { title: 'ちがうカードのようです', body: untouched, todo: 'お{手続|てつづ}きするご{本人|ほんにん}のカードを{置|お}いてください。' },
    clerk: { title: 'この事案の方のカードと確認できません', todo: 'カードを確かめてください。電子証明書のないカードは、券面の有効期限とセキュリティコードを入力してください。' },
  },
} satisfies Partial<FailureCatalogue>
