import type { z } from 'zod'
import type { renderInputSchema } from '../../documents/render-input/render-input.ts'

/** A household of the invented 見本市: a couple, one of them with a 旧氏, and a child. */
export const exampleRenderInput: z.input<typeof renderInputSchema> = {
  household: {
    householdId: '100001',
    address: '架空県見本市中央一丁目２番３号',
    headName: '見本　太郎',
    members: [
      {
        residentId: '10000101',
        name: { text: '見本　太郎', kana: 'みほん　たろう' },
        birthDate: '1985-04-03',
        sex: 'male',
        isHead: true,
        relationship: '世帯主',
        registeredDomicile: { address: '架空県見本市中央一丁目２番', headOfRegister: '見本　太郎' },
        becameResidentOn: '2012-04-01',
        addressSetOn: '2018-09-30',
        notifiedOn: '2018-10-05',
        previousAddress: '架空県架空市北町三丁目１０番５号',
      },
      {
        residentId: '10000102',
        name: { text: '見本　花子', kana: 'みほん　はなこ' },
        formerSurname: { text: '例題', kana: 'れいだい' },
        birthDate: '1987-07-15',
        sex: 'female',
        relationship: '妻',
        registeredDomicile: { address: '架空県見本市中央一丁目２番', headOfRegister: '見本　太郎' },
        becameResidentOn: '2012-04-01',
        addressSetOn: '2018-09-30',
        notifiedOn: '2018-10-05',
        previousAddress: '架空県架空市南町二丁目４番６号',
      },
      {
        residentId: '10000103',
        name: { text: '見本　一郎', kana: 'みほん　いちろう' },
        birthDate: '2017-02-08',
        sex: 'male',
        relationship: '子',
        registeredDomicile: { address: '架空県見本市中央一丁目２番', headOfRegister: '見本　太郎' },
        becameResidentOn: '2017-02-08',
        addressSetOn: '2018-09-30',
        notifiedOn: '2018-10-05',
      },
    ],
  },
  order: { extent: 'household', include: ['relationship', 'registeredDomicile'] },
  issue: {
    municipality: { name: '見本市', code: '999997', mayorTitle: '見本市長', mayorName: '見本　市長' },
    certificateNumber: 'EXAMPLE-000001',
    issuedAt: '2026-04-01T10:00:00+09:00',
    terminalNumber: 'T01',
  },
}
