import type { FormRow, FormSheet } from '../../documents/forms/form-content.ts'
import type { PrintedApplicant } from './application-form.ts'

export interface PinFormFacts {
  readonly number: string
  readonly terminalNumber: string
  readonly municipality: string
  /** 見本市長 */
  readonly mayor: string
  readonly applicant: PrintedApplicant
  /** 署名用 is issued; under 15 and to wards it is not. */
  readonly signature: boolean
  readonly userAuthentication: boolean
}

const four = (label: string): FormRow => ({ kind: 'squares', label, count: 4, note: '数字4桁' })

/**
 * 暗証番号設定依頼書 of 申請時来庁方式 (reference counter-procedures §A.1): written by the applicant alone, folded and
 * sealed before anybody else sees it. What is written here is typed into no kiosk.
 */
export function pinFormSheet({ number, terminalNumber, municipality, mayor, applicant, signature, userAuthentication }: PinFormFacts): FormSheet {
  return {
    title: '暗証番号設定依頼書',
    reference: `受付番号　${number}　　端末　${terminalNumber}`,
    date: '令和　　年　　月　　日',
    recipient: `（宛先）${mayor}`,
    parts: [
      { kind: 'paragraph', text: '個人番号カードに次の暗証番号を設定してください。記入は申請者ご本人が行い、折って封をしてからお出しください。職員に見せたり、読み上げたりしないでください。', lines: 3 },
      {
        kind: 'section',
        heading: '１　暗証番号',
        rows: [
          ...(signature ? [{ kind: 'squares', label: '署名用電子証明書', count: 16, note: '英大文字と数字 6～16字' } as const] : []),
          ...(userAuthentication ? [four('利用者証明用電子証明書')] : []),
          four('住民基本台帳用'),
          four('券面事項入力補助用'),
        ],
      },
      { kind: 'paragraph', text: '数字4桁の三つは同じ番号でもかまいません。生年月日など、ほかの人に分かりやすい番号は使わないでください。', lines: 2 },
      {
        kind: 'section',
        heading: '２　申請者',
        rows: [
          { kind: 'text', label: '氏名', field: 'name', value: applicant.name, tall: true },
          { kind: 'signature', label: '申請者（代理人）氏名', note: '（自署）' },
        ],
      },
    ],
    footer: `${municipality}　封をした依頼書は、カードに暗証番号を設定するときまで開けません。`,
  }
}
