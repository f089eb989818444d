/**
 * The resident record (住民票) as the certificate needs it; items of 住民基本台帳法7条 and 30条の45.
 * Text keeps its variation selectors (IVS): 葛󠄀 and 葛 are different people's names.
 */

/** A date of which parts may be unknown (不詳). Month and day without year do not occur. Gregorian. */
export interface CivilDate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

/** Names are separated family name U+3000 given name. */
export interface RecordedName {
  readonly text: string
  /** 氏名の振り仮名 (since 2025-05-26); null where not recorded. */
  readonly kana: string | null
}

export type Sex = 'male' | 'female' | 'notStated'

/** 本籍・筆頭者. Japanese nationals only. */
export interface RegisteredDomicile {
  readonly address: string
  readonly headOfRegister: string
}

export type ForeignCategory = 'midToLongTerm' | 'specialPermanent' | 'temporaryRefuge' | 'provisionalStay' | 'transitional'

/** 外国人住民 (住基法30条の45). */
export interface ForeignDetails {
  /** 国籍・地域. */
  readonly nationality: string
  readonly category: ForeignCategory
  /** 外国人住民となった年月日. */
  readonly becameForeignResidentOn: CivilDate
  /** 在留資格; null for 特別永住者. */
  readonly statusOfResidence: string | null
  /** 在留期間, such as "3年"; null where there is none. */
  readonly periodOfStay: string | null
  readonly periodExpiresOn: CivilDate | null
  /** 在留カード等の番号: two letters, eight digits, two letters. */
  readonly residenceCardNumber: string | null
}

/** 続柄: up to four generations of codes (reference counter-procedures §F.2) and the words of the record. */
export interface Relationship {
  readonly label: string
  readonly codes: readonly string[]
}

export type ResidentStatus =
  | { readonly kind: 'current' }
  | { readonly kind: 'movingOut'; readonly plannedOn: CivilDate; readonly destination: string }
  | { readonly kind: 'movedOut'; readonly on: CivilDate; readonly destination: string }
  | { readonly kind: 'deceased'; readonly on: CivilDate | null }

export interface Resident {
  /** 宛名番号: the municipality's own key; not the 個人番号. */
  readonly residentId: string
  readonly name: RecordedName
  /** 旧氏. */
  readonly formerSurname: RecordedName | null
  /** 通称 (foreign residents). */
  readonly alias: RecordedName | null
  readonly birthDate: CivilDate
  readonly sex: Sex
  readonly isHead: boolean
  readonly relationship: Relationship
  readonly registeredDomicile: RegisteredDomicile | null
  readonly foreign: ForeignDetails | null
  /** 住民となった年月日. */
  readonly becameResidentOn: CivilDate
  /** 住所を定めた年月日; null if never moved inside the municipality. */
  readonly addressSetOn: CivilDate | null
  /** 届出日. */
  readonly notifiedOn: CivilDate | null
  /** 転入前住所; null when resident since birth. */
  readonly previousAddress: string | null
  readonly remarks: readonly string[]
  readonly status: ResidentStatus
  /** 個人番号, 12 digits; present only when the lookup asked for it. */
  readonly individualNumber?: string
  /** 住民票コード, 11 digits; present only when the lookup asked for it. */
  readonly residentRecordCode?: string
}

export interface Household {
  /** 世帯番号. */
  readonly householdId: string
  /** 住所. */
  readonly address: string
  readonly headName: string
  /** In the order of the record: head first. */
  readonly members: readonly Resident[]
}

/** Why nothing may be printed at a terminal (reference counter-procedures §D.8). The resident never learns which. */
export type IssuanceBlock =
  | 'supportMeasures' // 支援措置
  | 'under15' // 15歳未満
  | 'movingOut' // 転出予定
  | 'movedOut' // 転出
  | 'deceased' // 死亡
  | 'characterPending' // 文字登録待ち
  | 'overLength' // 氏名・住所の桁数超過
  | 'sameDayMoveIn' // 転入当日
