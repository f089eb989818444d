import type { ApplicationFacts, ApplicationKind, CollectionWay, ExpressGround, PhotoException } from '../../../src-preload/contract.ts'
import type { FormPart, FormRow, FormSheet } from '../../documents/forms/form-content.ts'
import { parseCivilDate } from '../../residents/dates/civil-date.ts'
import { writtenDate } from '../../residents/dates/written-date.ts'
import type { CivilDate, Sex } from '../../residents/resident.ts'

/** Who applies, as printed; from the record of residents where linked, else as written. */
export interface PrintedApplicant {
  readonly name: string
  readonly kana: string
  readonly address: string
  readonly birthDate: CivilDate | null
  readonly sex: Sex | null
  readonly formerSurname: string | null
}

export interface PhotoExceptionFacts {
  readonly reason: PhotoException
  readonly note: string
}

export interface ApplicationFormFacts {
  readonly number: string
  /** 申請日, ISO. */
  readonly day: string
  readonly facts: ApplicationFacts
  readonly applicant: PrintedApplicant
  /** Null: none is on the card, or none was taken yet. */
  readonly photo: { readonly jpeg: Uint8Array; readonly exception: PhotoExceptionFacts | null } | null
  readonly noPhotoOnCard: boolean
  readonly terminalNumber: string
  readonly municipality: string
  /** 見本市長 */
  readonly mayor: string
}

const kinds: Readonly<Record<ApplicationKind, string>> = {
  first: '新規',
  renewal: '更新（有効期間満了）',
  reissueLost: '再交付（紛失・焼失等）',
  reissueDamaged: '再交付（損傷・機能不良）',
  reissueFullNotes: '再交付（追記欄の満欄）',
  reissueNumberChanged: '再交付（番号等の変更）',
}

const collections: Readonly<Record<CollectionWay, string>> = { atDelivery: '交付時来庁', atApplication: '申請時来庁（郵送）', postOffice: '郵便局', outreach: '出張申請受付（郵送）' }

const grounds: Readonly<Record<ExpressGround, string>> = {
  newborn: '１歳未満の者の初回の申請',
  movedInFromAbroad: '国外からの転入',
  lost: '紛失の届出',
  newForeignResident: '中長期在留者等となった',
  newlyRecorded: '新たに住民票に記載された',
  released: '刑事施設等からの出所',
  numberChanged: '個人番号等の変更',
  damaged: '焼損・損傷・機能不良',
  fullNotes: '追記欄の満欄',
}

/** Written into the field of the name, as the rules of the photo ask (reference counter-procedures §A.3). */
export const exceptionWords: Readonly<Record<PhotoException, string>> = {
  bandage: '包帯のため',
  eyePatch: '眼帯のため',
  religiousHeadgear: '宗教上の理由による着帽のため',
  medicalHeadgear: '医療上の理由による着帽のため',
  tube: '医療用の管のため',
  wheelchair: '車椅子のため',
  lyingDown: '横になって撮影したため',
  helperBeside: '介助のため',
  other: '特別の事情のため',
}

const sexes: Readonly<Record<Sex, string>> = { male: '男', female: '女', notStated: '' }

const inWords = (date: CivilDate | null): string => (date === null ? '' : writtenDate(date, { digits: 'full', calendar: 'era' }))
const dayInWords = (iso: string | null): string => (iso === null ? '' : inWords(parseCivilDate(iso)))
const text = (label: string, field: string, value: string): FormRow => ({ kind: 'text', label, field, value })
const tall = (label: string, field: string, value: string): FormRow => ({ kind: 'text', label, field, value, tall: true })
const checks = (label: string, options: readonly (readonly [string, boolean])[], columns: number): FormRow => ({ kind: 'checks', label, columns, options: options.map(([words, checked]) => ({ text: words, checked })) })
/** Full-width characters that stand beside each other in a paragraph: a fully filled form has room for one line more. */
const lineOfForm = 46

/** The concrete reason, which staff confirm at delivery (reference counter-procedures §A.3): the category alone would tell nobody what to look for. */
const exceptionText = ({ reason, note }: PhotoExceptionFacts): string => `顔写真の基準によらない理由　${exceptionWords[reason]}：${note}`

function exceptionPart(exception: PhotoExceptionFacts): FormPart[] {
  if (exception.note === '') return []
  const text = exceptionText(exception)
  return [{ kind: 'paragraph', text: text.length > lineOfForm ? exceptionText({ ...exception, note: '別紙のとおり' }) : text, lines: 1 }]
}

/** 12345 67890 …: as people compare it. */
const grouped = (formId: string): string => formId.replaceAll(/(.{4})(?=.)/g, '$1 ')

/**
 * 個人番号カード交付申請書 兼 電子証明書発行申請書, filled in. The published layout was not found (reference
 * counter-procedures §J), so this is the office's own paper with the fields of the official one.
 */
export function applicationFormSheet(form: ApplicationFormFacts): FormSheet {
  const { facts, applicant, photo } = form
  const exception = photo?.exception ?? null
  const name = exception === null ? applicant.name : `${applicant.name}（${exceptionWords[exception.reason]}）`
  const parts: FormPart[] = [
    { kind: 'paragraph', text: '個人番号カードの交付及び電子証明書の発行を申請します。電子証明書は、不要とした場合を除き発行されます。', lines: 2 },
    {
      kind: 'withPhoto',
      heading: '１　申請者',
      rows: [
        tall('申請書ＩＤ', 'formId', facts.formId === null ? '' : grouped(facts.formId)),
        text('フリガナ', 'kana', applicant.kana),
        tall('氏名', 'name', name),
        tall('住所', 'address', applicant.address),
        text('生年月日・性別', 'birthDate', [inWords(applicant.birthDate), applicant.sex === null ? '' : sexes[applicant.sex]].filter((each) => each !== '').join('　')),
      ],
      photo: { jpeg: photo?.jpeg ?? null, note: photo !== null ? '' : form.noPhotoOnCard ? '１歳未満のため顔写真なし' : '顔写真　縦45mm×横35mm' },
    },
    ...(exception === null ? [] : exceptionPart(exception)),
    {
      kind: 'section',
      heading: '２　申請の内容',
      rows: [
        checks('申請の種類', Object.entries(kinds).map(([kind, words]) => [words, kind === facts.kind] as const), 2),
        checks('電子証明書', [['署名用を希望しない', !facts.certificates.signature], ['利用者証明用を希望しない', !facts.certificates.userAuthentication]], 2),
        checks('券面の表記', [['氏名の点字表記を希望する', facts.braille], ['旧氏の記載を希望する', facts.formerName]], 2),
        checks('受取方法', Object.entries(collections).map(([way, words]) => [words, way === facts.collection] as const), 2),
        ...(facts.express === null ? [] : [text('特急発行', 'express', grounds[facts.express.ground]), text('事由の生じた日', 'expressSince', dayInWords(facts.express.since))]),
        ...(facts.stay === null ? [] : [text('在留期間の満了の日', 'stay', facts.stay.until === null ? '定めなし' : dayInWords(facts.stay.until))]),
        text('電話番号', 'phone', facts.phone),
      ],
    },
    ...(facts.representative === null
      ? []
      : [
          {
            kind: 'section' as const,
            heading: '３　代理人（法定代理人等）',
            rows: [
              tall('氏名', 'representativeName', facts.representative.name),
              tall('住所', 'representativeAddress', facts.representative.address),
              text('本人との関係・電話', 'relationship', [facts.representative.relationship, facts.representative.phone].filter((each) => each !== '').join('　')),
            ],
          },
        ]),
    { kind: 'section', heading: facts.representative === null ? '３　署名' : '４　署名', rows: [{ kind: 'signature', label: '申請者（代理人）氏名', note: '（自署）' }] },
  ]
  return {
    title: '個人番号カード交付申請書　兼　電子証明書発行申請書',
    reference: `受付番号　${form.number}　　端末　${form.terminalNumber}`,
    date: `申請日　${dayInWords(form.day)}`,
    recipient: `（宛先）${form.mayor}`,
    parts,
    footer: `${form.municipality}　氏名欄の括弧書きは、顔写真の基準によらない理由です。`,
  }
}

/** The form and, where the reason for the photo takes more than a line, a sheet with it. */
export function applicationFormSheets(form: ApplicationFormFacts): FormSheet[] {
  const sheet = applicationFormSheet(form)
  const exception = form.photo?.exception ?? null
  if (exception === null || exceptionText(exception).length <= lineOfForm) return [sheet]
  const lines = Math.ceil(exception.note.length / lineOfForm) + 1
  return [
    sheet,
    {
      ...sheet,
      title: '個人番号カード交付申請書　別紙',
      parts: [
        { kind: 'section', heading: '顔写真の基準によらない理由', rows: [text('氏名', 'name', form.applicant.name), text('理由の区分', 'reason', exceptionWords[exception.reason])] },
        { kind: 'paragraph', text: exception.note, lines },
      ],
      footer: form.municipality,
    },
  ]
}
