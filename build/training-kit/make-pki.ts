import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { certificateIdentity } from '../../src-main/pki/certificate-identity.ts'
import { newAuthority, newRsaKey, type Authority } from './pki/authorities.ts'
import { japaneseDay } from './pki/calendar.ts'
import { cards } from './pki/cards.ts'
import { issueCard, type IssuedCard, type IssuedCertificate, type Issuers } from './pki/issue-card.ts'
import { kitIsCurrent, specHash, stampFile, type Stamp } from './pki/stamp.ts'
import { authorityKey, caName } from './pki/training-profile.ts'
import { extension, revocationList } from './pki/x509-writer.ts'
import { integer } from './pki/der-writer.ts'

/** One card of pki/cards.json. Paths are relative to the pki folder and use '/'. */
export interface KitCard {
  readonly profile: string
  readonly residentId: string | null
  readonly issuer: string
  readonly issuerKeyIdentifier: string
  readonly serial: string
  readonly certificateFile: string
  readonly keyFile: string
  readonly signCertificateFile: string | null
  readonly signKeyFile: string | null
}

const cessationOfOperation = 5

/** Private keys are readable by their owner only, although these open nothing but training. */
const writeKey = (file: string, key: KeyObject): Promise<void> => writeFile(file, key.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })

async function writeAuthority(dir: string, fileName: string, { der, key }: Authority): Promise<void> {
  await writeFile(join(dir, `${fileName}.der`), der)
  await writeKey(join(dir, `${fileName}.key.pem`), key)
}

async function writeIssued(dir: string, fileName: string, { der, key }: IssuedCertificate): Promise<void> {
  await writeFile(join(dir, 'cards', `${fileName}.der`), der)
  await writeKey(join(dir, 'cards', `${fileName}.key.pem`), key)
}

function revocations(issuer: Authority, issued: readonly IssuedCard[], now: Date): Uint8Array {
  return revocationList({
    issuer: caName(issuer.hierarchy),
    issuerKey: issuer.key,
    thisUpdate: now,
    nextUpdate: japaneseDay(now, 1),
    revoked: issued
      .filter(({ spec }) => spec.kind === 'revoked')
      .map(({ serial }) => ({ serial, at: japaneseDay(now, 0, -10), reason: cessationOfOperation })),
    extensions: [authorityKey(issuer.key), extension('2.5.29.20', integer(1n))],
  })
}

async function writeCards(dir: string, issuers: Issuers, now: Date): Promise<readonly IssuedCard[]> {
  const issued = await Promise.all(
    cards.flatMap((spec, index) => (spec.sameCertificateAs === undefined ? [issueCard(spec, index, issuers, now)] : [])),
  )
  await mkdir(join(dir, 'cards'))
  for (const { spec, userAuthentication, signature } of issued) {
    await writeIssued(dir, spec.profile, userAuthentication)
    if (signature !== null) await writeIssued(dir, `${spec.profile}.sign`, signature)
  }
  const entries: KitCard[] = []
  for (const { profile, residentId, sameCertificateAs = profile, foreignKey } of cards) {
    const source = issued.find(({ spec }) => spec.profile === sameCertificateAs)
    if (source === undefined) throw new Error(`card ${profile} names ${sameCertificateAs}, which has no certificate of its own`)
    const identity = certificateIdentity(source.userAuthentication.der)
    if (!identity.ok) throw new Error(`the certificate of ${profile} can't be read: ${identity.failure.detail ?? identity.failure.code}`)
    if (foreignKey === true) await writeKey(join(dir, 'cards', `${profile}.key.pem`), await newRsaKey())
    entries.push({
      profile,
      residentId,
      ...identity.value,
      certificateFile: `cards/${sameCertificateAs}.der`,
      keyFile: `cards/${foreignKey === true ? profile : sameCertificateAs}.key.pem`,
      signCertificateFile: source.signature === null ? null : `cards/${sameCertificateAs}.sign.der`,
      signKeyFile: source.signature === null ? null : `cards/${sameCertificateAs}.sign.key.pem`,
    })
  }
  await writeFile(join(dir, 'cards.json'), `${JSON.stringify(entries, null, 2)}\n`)
  return issued
}

async function writeKit(dir: string, now: Date): Promise<void> {
  const [user, other, sign] = await Promise.all([
    newAuthority('userAuthentication', 0x0133_c349n, now),
    newAuthority('userAuthentication', 0x06d1_8006n, now),
    newAuthority('signature', 0x0132_c4abn, now),
  ])
  await writeAuthority(dir, 'user-ca', user)
  await writeAuthority(dir, 'other-ca', other)
  await writeAuthority(dir, 'sign-ca', sign)
  const issued = await writeCards(dir, { user, other, sign }, now)
  await writeFile(join(dir, 'crl-user.der'), revocations(user, issued, now))
  await writeFile(join(dir, 'crl-sign.der'), revocations(sign, [], now))
  const city = generateKeyPairSync('ed25519')
  await writeKey(join(dir, 'city-signing.key.pem'), city.privateKey)
  await writeFile(join(dir, 'city-signing.pub.pem'), city.publicKey.export({ format: 'pem', type: 'spki' }))
  const stamp: Stamp = { spec: specHash(), goodUntil: japaneseDay(now, 1).toISOString() }
  await writeFile(join(dir, stampFile), `${JSON.stringify(stamp)}\n`)
}

/**
 * Makes `<kitDir>/pki`: authorities, revocation lists, card certificates with keys, the city's document-signing key and
 * cards.json. Does nothing where the folder already holds a current kit. A kit is made aside and moved into place
 * whole, so that neither a crash nor a second maker leaves a mixture.
 */
export async function makePki(kitDir: string): Promise<void> {
  const pkiDir = join(resolve(kitDir), 'pki')
  const now = new Date(Math.floor(Date.now() / 1000) * 1000)
  if (await kitIsCurrent(pkiDir, now)) return
  await mkdir(resolve(kitDir), { recursive: true })
  const aside = await mkdtemp(join(resolve(kitDir), '.pki-'))
  try {
    await writeKit(aside, now)
    if (await kitIsCurrent(pkiDir, now)) return
    await rm(pkiDir, { recursive: true, force: true })
    await rename(aside, pkiDir)
  } catch (error) {
    // Another maker may have been faster; its kit is as good.
    if (!(await kitIsCurrent(pkiDir, now))) throw error
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

const [, script, kitDir] = process.argv
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  if (kitDir === undefined) {
    console.error('usage: node build/training-kit/make-pki.ts <kitDir>')
    process.exitCode = 2
  } else {
    await makePki(kitDir)
  }
}
