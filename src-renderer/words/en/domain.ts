import { formatNumber } from '../dates.ts'
import { cardWorks, certificates, pins, secret } from './card-domain.ts'
import type { Words } from '../ja.ts'

export const domain: Words['domain'] = {
  services: {
    residentRecordHousehold: {
      name: 'Whole household',
      explanation: 'Resident record with everyone registered in your household.',
      legal: 'Copy of the resident record (all members) 住民票の写し',
    },
    residentRecordMembers: {
      name: 'Only you, or people you choose',
      explanation: 'Resident record with the members you choose.',
      legal: 'Copy of the resident record (some members) 住民票の写し',
    },
    pinChange: {
      name: 'Change a PIN',
      explanation: 'If you know your present PIN, you can choose a new one.',
      legal: '暗証番号の変更',
    },
    certificateValidity: {
      name: 'Check your card’s validity',
      explanation: 'Whether your card and its digital certificates work now, and until when.',
      legal: '電子証明書の有効性の確認',
    },
    cardApplication: {
      name: 'Apply for a My Number Card',
      explanation: 'The photo is taken here. For a first card, a renewal or a new card in place of an old one.',
      legal: '個人番号カードの交付申請',
    },
  },
  options: {
    relationship: {
      name: 'Family relationship',
      explanation: 'Head of the household and how each person is related to them.',
      legal: '世帯主・続柄',
    },
    registeredDomicile: {
      name: 'Registered domicile',
      explanation: 'Where the family register is kept, and the first name in it.',
      legal: '本籍・筆頭者',
    },
    individualNumber: { name: 'My Number', explanation: '12-digit number. Only certain offices may receive it.', legal: '個人番号' },
    residentRecordCode: { name: 'Resident record code', explanation: '11-digit number, sometimes needed for pensions.', legal: '住民票コード' },
    foreignResidentDetails: {
      name: 'Nationality and status',
      explanation: 'Nationality or region, and residence status of foreign residents.',
      legal: '国籍・地域、在留情報',
    },
  },
  purposes: {
    employment: 'For my employer',
    tax: 'For tax',
    socialSecurity: 'For pension, health insurance or welfare',
    disasterRelief: 'For disaster relief',
    otherLawful: 'For another procedure laid down by law',
  },
  extents: { household: 'Whole household', members: 'Some members' },
  pins,
  secret,
  certificates,
  cardWorks,
  yen: (amount) => `¥${formatNumber(amount)}`,
  price: (fee) => (fee === 0 ? 'Free' : `¥${formatNumber(fee)} a copy`),
  copies: (count) => (count === 1 ? '1 copy' : `${count} copies`),
}
