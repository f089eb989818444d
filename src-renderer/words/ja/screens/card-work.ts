/** What a clerk does on the card, as the resident follows it. */
export const cardWork = {
  needed: '{入|い}れていただく{番号|ばんごう}',
  setBefore: '{前|まえ}の{回|かい}に{決|き}めた{番号|ばんごう}',
  set: '{新|あたら}しく{決|き}めた{番号|ばんごう}',
  /** How the resident enters them. */
  how: '{番号|ばんごう}は、この{画面|がめん}でご{本人|ほんにん}が{入|い}れます。{係員|かかりいん}には{見|み}えません。',
  begin: 'はじめる',
  /** The order had been done by an interrupted attempt. */
  before: '{前|まえ}の{回|かい}に、{手続|てつづ}きは{終|お}わっていました',
  beforePins: '{前|まえ}の{回|かい}に{決|き}めた{番号|ばんごう}が{使|つか}えます。{今|いま}{決|き}めた{番号|ばんごう}は{使|つか}えません。',
  doneTitle: '{手続|てつづ}きが{終|お}わりました',
  finish: 'おわる',
}
