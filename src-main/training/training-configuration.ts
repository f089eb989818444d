import { join } from 'node:path'
import { applicationKinds, cardCaseKinds, collectionWays } from '../../src-preload/contract/values.ts'
import type { Configuration } from '../config.ts'

/**
 * The embedded default: 見本市, a virtual card, virtual printers. No hardware, no server, no network.
 * `outFolder` holds what the build made: the training kit and the fonts that come by npm; `resources` the fee table.
 */
export function trainingConfiguration(outFolder: string, resources: string): Configuration {
  const kit = join(outFolder, 'training')
  return {
    profile: {
      name: 'counter',
      training: true,
      languages: ['ja', 'en'],
      services: ['residentRecordHousehold', 'residentRecordMembers', 'pinChange', 'certificateValidity', 'cardApplication'],
      cardWork: [...cardCaseKinds],
      applications: { kinds: [...applicationKinds], collections: [...collectionWays], photoFile: true },
      options: ['relationship', 'registeredDomicile', 'foreignResidentDetails', 'individualNumber', 'residentRecordCode'],
      maxCopies: 5,
      hours: null,
      lastTry: 'staff',
      feeChannel: 'counter',
      idleSeconds: { warn: 60, wipe: 90 },
      staffLockMinutes: 15,
    },
    terminal: { number: 'T01', office: '見本市役所 市民課', officePhone: '000-000-0000' },
    municipality: {
      name: { ja: '見本市', en: 'Mihon City' },
      code: '999997',
      mayorTitle: '見本市長',
      mayorName: '見本　市郎',
      sealFile: null,
    },
    dataFolder: join(outFolder, 'data'),
    devices: {
      cardReader: { driver: 'training' },
      receiptPrinter: { driver: 'training' },
      counterReceiptPrinter: null,
      documentPrinter: { driver: 'training' },
    },
    residents: { driver: 'sqlite', file: join(kit, 'registry.sqlite'), maxNameGraphemes: 60, maxAddressGraphemes: 80 },
    certificateStatus: {
      // All generations that a card may still have; the first has ended, and says of its cards that they have as well.
      anchors: ['user-ca.der', 'user-ca-2.der', 'user-ca-1.der'].map((file) => join(kit, 'pki', file)),
      signatureAnchors: ['sign-ca.der', 'sign-ca-2.der', 'sign-ca-1.der'].map((file) => join(kit, 'pki', file)),
      intermediates: [],
      policies: [],
      signaturePolicies: [],
      sources: [
        {
          driver: 'crl-file',
          certificates: ['userAuthentication', 'signature'],
          crls: ['crl-user.der', 'crl-user-2.der', 'crl-sign.der', 'crl-sign-2.der'].map((file) => join(kit, 'pki', file)),
          maxAgeDays: 400,
          skewSeconds: 300,
        },
      ],
      afterUnknown: 'stop',
    },
    cardWork: { rulesFile: null, commissions: [] },
    applications: {
      rulesFile: null,
      formsFile: join(resources, 'applications', 'training-forms.json'),
      packets: { recipientKeyFile: join(kit, 'pki', 'packet-issuer.pub.pem'), folder: null },
    },
    issuer: { driver: 'training', keep: false },
    signing: { keyId: 'training', keyFile: join(kit, 'pki', 'city-signing.key.pem') },
    fonts: ['/usr/share/fonts/truetype/ipamj/ipamjm.ttf', join(outFolder, 'fonts', 'BIZUDMincho-Regular.ttf')],
    feesFile: join(resources, 'fees', 'mihon.json'),
    pinRulesFile: null,
    retentionDays: 30,
    maxUnfinishedRequests: 50,
  }
}
