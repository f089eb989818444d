const locks = (noun: string): string => `カードの${noun}が{使|つか}えなくなります。`

/** A PIN that the card knows already. */
export const enterPin = {
  title: (secret: string) => `${secret}を{入|い}れてください`,
  /** In a change, so that nobody enters the new one here. */
  titlePresent: (secret: string) => `まず、{今|いま}の${secret}を{入|い}れてください`,
  /** The other number that the second key of 住民基本台帳用 still holds. */
  titleOther: 'もう1か{所|しょ}の{番号|ばんごう}を{入|い}れてください',
  leadOther: '{前|まえ}の{番号|ばんごう}と{新|あたら}しい{番号|ばんごう}のうち、さきほどとちがうほうです。',
  /** After a change whose answer got lost. */
  titleWhich: (noun: string) => `{新|あたら}しい${noun}を{入|い}れてください`,
  leadWhich: (noun: string) => `{変|か}わったかどうか、カードで{確|たし}かめます。「ちがいます」と{出|で}たら、{前|まえ}の${noun}のままです。`,
  lead: '{数字|すうじ}は{画面|がめん}に{出|で}ません。まわりから{見|み}えないように{入|い}れてください。',
  leadLetters: '{文字|もじ}は{画面|がめん}に{出|で}ません。まわりから{見|み}えないように{入|い}れてください。',
  letters: (least: number, most: number) => `{大文字|おおもじ}の{英字|えいじ}A〜Zと{数字|すうじ}0〜9、${least}〜${most}{文字|もじ}です。`,
  wrong: (noun: string) => `${noun}がちがいます`,
  triesLeft: (count: number) => `あと${count}{回|かい}{入|い}れられます`,
  tryShapes: (left: number, all: number) => `{全部|ぜんぶ}で${all}{回|かい}のうち、{残|のこ}り${left}{回|かい}`,
  lockNote: (all: number, noun: string) => `{続|つづ}けて${all}{回|かい}まちがえると、${noun}が{使|つか}えなくなります。`,
  entered: (count: number, length: number) => `${length}けたのうち${count}けた{入|い}れました`,
  enteredLetters: (count: number) => `${count}{文字|もじ}{入|い}れました`,
  digits: '{数字|すうじ}キー',
  keys: '{文字|もじ}と{数字|すうじ}のキー',
  erase: '{消|け}す',
  submit: '{確認|かくにん}する',
}

/** One try is left. */
export const lastTry = {
  title: (noun: string) => `${noun}を{入|い}れられるのは、あと1{回|かい}です`,
  lead: (noun: string) => `{次|つぎ}にまちがえると、${locks(noun)}{使|つか}えるようにするには、{窓口|まどぐち}での{手続|てつづ}きが{必要|ひつよう}です。`,
  advice: 'おぼえていないときは、ここでやめて{係員|かかりいん}におたずねください。カードは{今|いま}のまま{使|つか}えます。',
  leave: '{入|い}れずにやめる',
  try: 'もう1{回|かい}{入|い}れる',
  waitingTitle: '{係員|かかりいん}が{確認|かくにん}します',
  waitingLead: '{係員|かかりいん}が{確認|かくにん}するまで、カードを{置|お}いたままお{待|ま}ちください。',
}
