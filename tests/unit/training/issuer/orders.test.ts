import { createVerify, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CardRecord, CertificateKind, IssuerOrder, NewPins } from '../../../../src-main/issuer/issuer-terminal.ts'
import { cardProfiles } from '../../../../src-main/training/card/profiles/card-profiles.ts'
import type { SimulatedCard } from '../../../../src-main/training/card/simulated-card.ts'
import { endOfDay } from '../../../../src-main/training/issuer/certificates/validity-period.ts'
import { secretsOf } from '../../../fixtures/card/card-operations.ts'
import { codeOf, ObservedCard, pin } from '../../../fixtures/card/observed-card.ts'
import { value } from '../../../fixtures/pcscd/reader-states.ts'
import { clientOf, IssuerBench, recordRoots } from '../../../fixtures/training/issuer-bench.ts'

let bench: IssuerBench
beforeAll(async () => {
  bench = await IssuerBench.open()
})
afterAll(() => bench.dispose())

let orders = 0
const numbered = <T extends object>(order: T): T & { readonly orderId: string } => ({ orderId: `order-${orders++}`, ...order })

const holderOfProfile = (profile: string): CardRecord => {
  const holder = cardProfiles().holders[cardProfiles().profiles[profile]?.holder ?? '']
  if (holder === undefined) throw new Error(`no holder of ${profile}`)
  const { name, address, birthDate, sex } = holder
  return { name, address, birthDate, sex }
}

const newPins = (): Required<NewPins> => ({ userAuthentication: pin('8263'), signature: pin('KX92PT'), inputSupport: pin('9174'), residentRegister: pin('3058') })

const issueOrder = (profile: string, certificates: readonly CertificateKind[], pins: NewPins = {}): IssuerOrder & { readonly kind: 'issueCertificates' } =>
  numbered({ kind: 'issueCertificates' as const, certificates, record: holderOfProfile(profile), pins })

async function certificateOn(card: SimulatedCard, kind: CertificateKind, password = 'ABC123'): Promise<Uint8Array> {
  const client = await clientOf(card)
  if (kind === 'signature') value(await client.verifyPin('signature', pin(password)))
  return value(await client.readCertificate(kind))
}

const statusOf = async (kind: CertificateKind, certificate: Uint8Array): Promise<string> => {
  const verdict = await bench.check(kind, certificate)
  return verdict.status === 'revoked' ? verdict.reason : verdict.status
}

const serialOf = (der: Uint8Array): string => new X509Certificate(der).serialNumber.toLowerCase().replace(/^0+/, '')

describe('暗証番号の初期化', () => {
  it('unlocks and sets each of the four, both keys of 住民基本台帳用 among them', async () => {
    const card = bench.card('all-blocked')
    const receipt = value(await bench.perform(numbered({ kind: 'resetPins' as const, pins: newPins() }), card))
    expect(receipt).toMatchObject({ issued: [], revoked: [] })
    const client = await clientOf(card)
    const pins = newPins()
    for (const kind of ['userAuthentication', 'signature', 'inputSupport', 'residentRegister'] as const) {
      expect(value(await client.pinTries(kind)).left).toBe(kind === 'signature' ? 5 : 3)
      expect(codeOf(await client.verifyPin(kind, pins[kind]))).toBe('ok')
    }
  })

  it('leaves the PINs alone that it was not told of', async () => {
    const card = bench.card('input-support-blocked')
    value(await bench.perform(numbered({ kind: 'resetPins' as const, pins: { inputSupport: pin('9174') } }), card))
    const client = await clientOf(card)
    expect(codeOf(await client.verifyPin('inputSupport', pin('9174')))).toBe('ok')
    expect(codeOf(await client.verifyPin('userAuthentication', pin('1234')))).toBe('ok')
  })

  it.each([
    ['no PIN at all', {}],
    ['letters for digits', { userAuthentication: pin('12a4') }],
    ['five digits', { residentRegister: pin('12345') }],
    ['a password without a digit', { signature: pin('ABCDEFG') }],
  ] as const)('is refused for %s, and nothing is changed', async (_, pins) => {
    const card = bench.card('adult')
    expect(codeOf(await bench.perform(numbered({ kind: 'resetPins' as const, pins }), card))).toBe('ISSUER-REFUSED')
    expect(codeOf(await (await clientOf(card)).verifyPin('userAuthentication', pin('1234')))).toBe('ok')
  })

  it('does not give the chip the PIN in clear', async () => {
    const card = new ObservedCard(bench.card('pin-blocked'))
    value(await bench.perform(numbered({ kind: 'resetPins' as const, pins: newPins() }), card))
    const seen = card.commands.map((command) => Buffer.from(command, 'hex').toString('latin1'))
    expect(seen.filter((command) => /8263|KX92PT|9174|3058/.test(command))).toEqual([])
    expect(seen.length).toBeGreaterThan(8)
  })
})

describe('電子証明書の発行・更新', () => {
  it('makes new keys in the chip and certificates for them that the trust of the kiosk accepts', async () => {
    const card = bench.card('single')
    const old = { userAuthentication: await certificateOn(card, 'userAuthentication'), signature: await certificateOn(card, 'signature') }
    const receipt = value(await bench.perform(issueOrder('single', ['userAuthentication', 'signature']), card))
    const client = await clientOf(card)
    value(await client.verifyPin('userAuthentication', pin('1234')))
    value(await client.verifyPin('signature', pin('ABC123')))
    for (const kind of ['userAuthentication', 'signature'] as const) {
      const certificate = value(await client.readCertificate(kind))
      expect(receipt.issued.find((one) => one.certificate === kind)).toMatchObject({ serial: serialOf(certificate) })
      expect(receipt.revoked.find((one) => one.certificate === kind)).toMatchObject({ serial: serialOf(old[kind]) })
      const message = Buffer.from('m')
      expect(createVerify('sha256').update(message).verify(new X509Certificate(certificate).publicKey, value(await client.sign(kind, message)))).toBe(true)
      expect(new X509Certificate(certificate).checkIssued(new X509Certificate(value(await client.readCaCertificate(kind))))).toBe(true)
      expect(await statusOf(kind, certificate)).toBe('good')
      expect(await statusOf(kind, old[kind])).toBe('superseded')
    }
  })

  it('gives the 6th birthday to a certificate renewed in its last three months, and the 5th to another', async () => {
    const [due, current] = [bench.card('renewal-due'), bench.card('mixed')]
    const [renewed, again] = [value(await bench.perform(issueOrder('renewal-due', ['userAuthentication']), due)), value(await bench.perform(issueOrder('mixed', ['userAuthentication']), current))]
    const register = await bench.register()
    const expected = (profile: string, card: string, years: number): number => {
      const { birthDate } = holderOfProfile(profile)
      const [year, today] = [bench.clock.now().getUTCFullYear(), new Date(bench.clock.now().getTime() + 9 * 3_600_000).toISOString().slice(5, 10)]
      const last = `${year + years - (birthDate.slice(5) > today ? 1 : 0)}${birthDate.slice(4)}`
      const expiry = Object.entries(register.cards).find(([serial]) => serial.endsWith(card))?.[1].expiry ?? ''
      return endOfDay(last < expiry ? last : expiry).getTime()
    }
    expect(renewed.issued[0]?.notAfter.getTime()).toBe(expected('renewal-due', '10004601', 6))
    expect(again.issued[0]?.notAfter.getTime()).toBe(expected('mixed', '10000601', 5))
  })

  it('never lets 署名用 outlive 利用者証明用', async () => {
    const card = bench.card('eight')
    const before = new X509Certificate(await certificateOn(card, 'userAuthentication')).validToDate
    const receipt = value(await bench.perform(issueOrder('eight', ['signature']), card))
    expect(receipt.issued.map(({ certificate, notAfter }) => [certificate, notAfter <= before])).toEqual([['signature', true]])
  })

  it('gives a first certificate together with its PIN, not without', async () => {
    const card = bench.card('no-certificate')
    expect(codeOf(await bench.perform(issueOrder('no-certificate', ['userAuthentication', 'signature'], { userAuthentication: pin('8263') }), card))).toBe('ISSUER-REFUSED')
    const { userAuthentication, signature } = newPins()
    const receipt = value(await bench.perform(issueOrder('no-certificate', ['userAuthentication', 'signature'], { userAuthentication, signature }), card))
    expect(receipt.revoked).toEqual([])
    const client = await clientOf(card)
    expect(value(await client.overview()).certificates).toEqual({ userAuthentication: true, signature: true })
    value(await client.verifyPin('userAuthentication', pin('8263')))
    value(await client.sign('userAuthentication', Buffer.from('m')))
    expect(await statusOf('signature', await certificateOn(card, 'signature', 'KX92PT'))).toBe('good')
  })

  it('gives a child no 署名用', async () => {
    expect(codeOf(await bench.perform(issueOrder('under-15', ['signature'], { signature: pin('KX92PT') }), bench.card('under-15')))).toBe('ISSUER-REFUSED')
  })

  it('is refused when the record is of another birth date', async () => {
    const order = issueOrder('adult', ['userAuthentication'])
    expect(codeOf(await bench.perform({ ...order, record: { ...order.record, birthDate: '1999-01-01' } }, bench.card('adult')))).toBe('ISSUER-REFUSED')
  })
})

describe('一時停止と解除', () => {
  it('holds all certificates of the card without the card, and they stay revoked when the card is released', async () => {
    const card = bench.card('gaiji')
    const [user, signature] = [await certificateOn(card, 'userAuthentication'), await certificateOn(card, 'signature')]
    const { issuer } = value(await bench.perform(issueOrder('four-generations', ['userAuthentication']), bench.card('four-generations'))).issued[0] ?? { issuer: new Uint8Array(0) }
    const serials = [{ certificate: 'userAuthentication' as const, issuer, serial: serialOf(user) }]
    const receipt = value(await bench.perform(numbered({ kind: 'suspend' as const, serials })))
    expect(receipt.revoked.map(({ certificate }) => certificate)).toEqual(['userAuthentication', 'signature'])
    expect([await statusOf('userAuthentication', user), await statusOf('signature', signature)]).toEqual(['certificateHold', 'certificateHold'])

    expect(value(await bench.perform(numbered({ kind: 'suspend' as const, serials }))).revoked).toEqual([])
    expect(codeOf(await bench.perform(issueOrder('gaiji', ['userAuthentication']), card))).toBe('ISSUER-REFUSED')
    expect(value(await bench.perform(numbered({ kind: 'release' as const }), card))).toMatchObject({ issued: [], revoked: [] })
    expect(await statusOf('userAuthentication', user)).toBe('certificateHold')
    expect(codeOf(await bench.perform(numbered({ kind: 'release' as const }), card))).toBe('ISSUER-REFUSED')

    value(await bench.perform(issueOrder('gaiji', ['userAuthentication', 'signature']), card))
    expect(await statusOf('userAuthentication', await certificateOn(card, 'userAuthentication'))).toBe('good')
    expect(await statusOf('userAuthentication', user)).toBe('certificateHold')
  })

  it('is refused where no card has the certificate', async () => {
    const certificate = { certificate: 'userAuthentication' as const, serial: 'abcdef' }
    expect(codeOf(await bench.perform(numbered({ kind: 'suspend' as const, serials: [{ ...certificate, issuer: Buffer.from('30', 'hex') }] })))).toBe('ISSUER-REFUSED')
  })
})

describe('券面事項更新と継続利用', () => {
  const moved = (profile: string): CardRecord => ({ ...holderOfProfile(profile), address: '架空県見本市新町九丁目９番９号' })

  it('writes the new address as text and as a picture, signed, and ends 署名用', async () => {
    const card = bench.card('head-of-four')
    const [roots, signature] = [recordRoots(bench.kit), await certificateOn(card, 'signature')]
    const expiry = value(await (await clientOf(card)).readCardData()).expiry
    const { b } = secretsOf('head-of-four', expiry)
    const face = async () => value(await (await clientOf(card)).readCardFace({ by: 'verificationNumberB', secret: b() }, roots))
    const before = await face()
    const receipt = value(await bench.perform(numbered({ kind: 'updateRecord' as const, record: moved('head-of-four') }), card))
    expect(receipt.revoked.map(({ certificate }) => certificate)).toEqual(['signature'])
    expect(await statusOf('signature', signature)).toBe('affiliationChanged')
    expect(await statusOf('userAuthentication', await certificateOn(card, 'userAuthentication'))).toBe('good')
    const read = value(await (await clientOf(card)).readAttributes({ by: 'pin', secret: pin('1234') }, roots))
    expect(read).toEqual({ value: moved('head-of-four'), signature: 'valid' })
    const after = await face()
    expect(after.signature).toBe('valid')
    expect(Buffer.from(after.value.addressPicture).equals(before.value.addressPicture)).toBe(false)
    expect(Buffer.from(after.value.namePicture).equals(before.value.namePicture)).toBe(true)
    expect(Buffer.from(after.value.photo).equals(before.value.photo)).toBe(true)
    const number = value(await (await clientOf(card)).readIndividualNumber({ by: 'pin', secret: pin('1234') }, 'tax', roots))
    expect(number.signature).toBe('valid')
  })

  it('refuses a record that the chip has no room for, and leaves everything as it was', async () => {
    const card = bench.card('former-surname')
    const record = { ...holderOfProfile('former-surname'), address: '架'.repeat(300) }
    expect(codeOf(await bench.perform(numbered({ kind: 'updateRecord' as const, record }), card))).toBe('ISSUER-REFUSED')
    const read = value(await (await clientOf(card)).readAttributes({ by: 'pin', secret: pin('1234') }, recordRoots(bench.kit)))
    expect(read.value).toEqual(holderOfProfile('former-surname'))
    expect(await statusOf('signature', await certificateOn(card, 'signature'))).toBe('good')
  })

  it('makes the card one of the new municipality, whose lists its next certificates are in', async () => {
    const card = bench.card('other-municipality')
    value(await bench.perform(numbered({ kind: 'continueUse' as const, municipalityCode: '999997', record: moved('other-municipality') }), card))
    const client = await clientOf(card)
    expect(value(await client.readCardData()).municipalityCode).toBe('99999')
    expect(value(await client.readChipDetails()).managerObjects['00F0']).toBe(Buffer.from('99999').toString('hex'))
    value(await bench.perform(issueOrder('other-municipality', ['signature']), card))
    const certificate = await certificateOn(card, 'signature')
    expect(Buffer.from(certificate).includes('Mihon City CRLDP')).toBe(true)
    expect(await statusOf('signature', certificate)).toBe('good')
  })

  it('refuses a municipality that is not of the training world', async () => {
    const order = numbered({ kind: 'continueUse' as const, municipalityCode: '131016', record: moved('adult') })
    expect(codeOf(await bench.perform(order, bench.card('adult')))).toBe('ISSUER-REFUSED')
  })
})

describe('返納', () => {
  it('revokes both certificates, blocks every secret, and nothing more is done to the card', async () => {
    const card = bench.card('special-permanent')
    const [user, signature] = [await certificateOn(card, 'userAuthentication'), await certificateOn(card, 'signature')]
    const receipt = value(await bench.perform(numbered({ kind: 'returnCard' as const }), card))
    expect(receipt.revoked).toHaveLength(2)
    expect([await statusOf('userAuthentication', user), await statusOf('signature', signature)]).toEqual(['cessationOfOperation', 'cessationOfOperation'])
    const client = await clientOf(card)
    for (const kind of ['userAuthentication', 'signature', 'inputSupport', 'residentRegister'] as const) expect(value(await client.pinTries(kind)).left).toBe(0)
    expect(value(await client.verificationNumberTries())).toMatchObject({ a: { left: 0 }, b: { left: 0 } })
    expect(codeOf(await bench.perform(numbered({ kind: 'resetPins' as const, pins: newPins() }), card))).toBe('ISSUER-REFUSED')
  })
})

describe('顔認証マイナンバーカードへの切替', () => {
  it('takes every PIN and 署名用 away, keeps 利用者証明用, and sets no PIN again', async () => {
    const card = bench.card('centenarian')
    const [user, signature] = [await certificateOn(card, 'userAuthentication'), await certificateOn(card, 'signature')]
    value(await bench.perform(numbered({ kind: 'switchToFaceAuthentication' as const }), card))
    expect(await statusOf('signature', signature)).toBe('cessationOfOperation')
    expect(await statusOf('userAuthentication', user)).toBe('good')
    const overview = value(await (await clientOf(card)).overview())
    expect(overview).toMatchObject({ faceAuthenticationOnly: true, certificates: { userAuthentication: true, signature: false } })
    expect(codeOf(await bench.perform(numbered({ kind: 'resetPins' as const, pins: newPins() }), card))).toBe('ISSUER-REFUSED')
    expect(codeOf(await bench.perform(issueOrder('centenarian', ['signature']), card))).toBe('ISSUER-REFUSED')
    expect(codeOf(await bench.perform(numbered({ kind: 'switchToFaceAuthentication' as const }), card))).toBe('ISSUER-REFUSED')
    value(await bench.perform(issueOrder('centenarian', ['userAuthentication']), card))
    expect(await statusOf('userAuthentication', user)).toBe('superseded')
  })
})
