import type { z } from 'zod'
import type { configurationSchema } from '../../config.ts'

/**
 * A counter of an invented city with a card reader, a serial receipt printer and an IPP document printer.
 * Every setting is written out, so that nothing has to be looked up to be found. Codes, fees and retention
 * are the municipality's to fill in.
 */
export const exampleConfiguration: z.input<typeof configurationSchema> = {
  profile: {
    name: 'counter',
    training: false,
    languages: ['ja', 'en'],
    services: ['residentRecordHousehold', 'residentRecordMembers'],
    cardWork: [],
    applications: { kinds: [], collections: [], photoFile: false },
    options: ['relationship', 'registeredDomicile', 'foreignResidentDetails'],
    maxCopies: 5,
    hours: null,
    lastTry: 'staff',
    feeChannel: 'counter',
    idleSeconds: { warn: 60, wipe: 90 },
    staffLockMinutes: 15,
  },
  terminal: { number: 'A01', office: '見本市役所 市民課', officePhone: '000-000-0000（内線123）' },
  municipality: {
    name: { ja: '見本市', en: 'Mihon City' },
    code: '999997',
    mayorTitle: '見本市長',
    mayorName: '見本　市長',
    sealFile: '/etc/madoguchi/seal.png',
  },
  dataFolder: '/var/lib/madoguchi',
  devices: {
    cardReader: { driver: 'koffi', reader: null, apduDeadlineSeconds: 10 },
    receiptPrinter: { driver: 'escpos-serial', path: '/dev/ttyUSB0', baudRate: 38400, columns: 48, rtscts: false, completion: 'paperSensor', clearsBuffers: false },
    counterReceiptPrinter: null,
    documentPrinter: { driver: 'ipp', uri: 'ipp://printer.example:631/ipp/print', deadlineSeconds: 120, media: null },
  },
  residents: { driver: 'sqlite', file: '/srv/madoguchi/registry.sqlite', maxNameGraphemes: 60, maxAddressGraphemes: 120 },
  certificateStatus: {
    anchors: ['/etc/madoguchi/anchors/user-authentication'],
    signatureAnchors: ['/etc/madoguchi/anchors/signature'],
    intermediates: [],
    policies: [],
    signaturePolicies: [],
    sources: [
      {
        driver: 'ocsp',
        certificates: ['userAuthentication', 'signature'],
        url: 'http://ocsp.example/',
        hash: 'sha256',
        nonce: 'required',
        maxAgeHours: 48,
        skewSeconds: 300,
        deadlineSeconds: 5,
      },
      { driver: 'crl-file', certificates: ['userAuthentication', 'signature'], crls: ['/srv/madoguchi/crls'], maxAgeDays: 7, skewSeconds: 300 },
    ],
    afterUnknown: 'stop',
  },
  cardWork: { rulesFile: null, commissions: [] },
  applications: { rulesFile: null, formsFile: null, packets: { recipientKeyFile: '/etc/madoguchi/issuer-packets.pub.pem', folder: null } },
  issuer: { driver: 'none' },
  pinRulesFile: null,
  signing: { keyId: 'city-1', keyFile: '/etc/madoguchi/city-signing.key.pem' },
  fonts: ['/usr/share/fonts/truetype/ipamj/ipamjm.ttf', '/opt/madoguchi/out/fonts/BIZUDMincho-Regular.ttf'],
  feesFile: '/etc/madoguchi/fees.json',
  retentionDays: 30,
  maxUnfinishedRequests: 50,
}
