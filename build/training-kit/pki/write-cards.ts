import type { KeyObject } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { certificateIdentity } from '../../../src-main/pki/certificate-identity.ts'
import { cardProfiles } from '../../../src-main/training/card/profiles/card-profiles.ts'
import { holderOf } from '../../../src-main/training/card/profiles/holder-of.ts'
import { kitFiles, type KitCardFiles } from '../../../src-main/training/card/profiles/kit-supplies.ts'
import type { CardHolder } from '../../../src-main/training/card/records/card-holder.ts'
import { writePictures } from '../pictures/card-pictures.ts'
import { newestGeneration, stemOf, type Authorities } from './authorities.ts'
import { issueCard, type CardPlan, type IssuedCertificate } from './issue-card.ts'

/** One card of pki/cards.json. Paths are relative to the pki folder and use '/'. */
export interface KitCard extends KitCardFiles {
  /** 宛名番号 in the sample municipality; null where no resident is linked to the card. */
  readonly residentId: string | null
  /** Identity of the 利用者証明用 certificate; null where there is none. */
  readonly issuer: string | null
  readonly issuerKeyIdentifier: string | null
  readonly serial: string | null
}

export interface WrittenCard {
  readonly profile: string
  readonly holder: CardHolder
  readonly plan: CardPlan
}

const pem = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString()
const secretly = { mode: 0o600 }
const chipKeysOfCard = 4

/** Certificates, keys and pictures of every profile that has a holder, and cards.json. Serial numbers follow the order of the profiles. */
export async function writeCards(dir: string, authorities: Authorities, newKey: () => KeyObject, now: Date): Promise<readonly WrittenCard[]> {
  const profiles = Object.entries(cardProfiles().profiles)
  const plans = new Map<string, CardPlan>()
  for (const [index, [profile, { holder, certificates, municipalityCode = cardProfiles().municipalityCode }]] of profiles.entries()) {
    if (holder === undefined || certificates.sameAs !== undefined) continue
    const plan = issueCard({ residentId: holder, municipalityCode, certificates, index }, authorities, newKey, now)
    plans.set(profile, plan)
    for (const { kind, der, key } of plan.certificates) {
      await writeFile(join(dir, 'cards', `${profile}${suffix[kind]}.der`), der)
      await writeFile(join(dir, 'cards', `${profile}${suffix[kind]}.key.pem`), pem(key), secretly)
    }
  }
  const written = profiles.flatMap(([profile, settings]) => {
    const plan = plans.get(settings.certificates.sameAs ?? profile)
    const holder = plan === undefined ? null : holderOf(settings, plan.expiry)
    return plan === undefined || holder === null ? [] : [{ profile, settings, holder, plan }]
  })
  const pictures = await writePictures(dir, new Map(written.map(({ holder }) => [holder.cardSerial, holder])), now)
  const entries: KitCard[] = []
  for (const { profile, settings, holder, plan } of written) {
    const source = settings.certificates.sameAs ?? profile
    const { foreignKey } = settings.certificates
    const chipKeysFile = `cards/${profile}.chip.key.pem`
    await writeFile(join(dir, chipKeysFile), Array.from({ length: chipKeysOfCard }, () => pem(newKey())).join(''), secretly)
    if (foreignKey) await writeFile(join(dir, 'cards', `${profile}.key.pem`), pem(newKey()), secretly)
    const found = (kind: IssuedCertificate['kind']): IssuedCertificate | undefined => plan.certificates.find((one) => one.kind === kind)
    const [user, sign] = [found('userAuthentication'), found('signature')]
    const own = pictures.get(holder.cardSerial)
    if (own === undefined) throw new Error(`no pictures for ${profile}`)
    entries.push({
      profile,
      residentId: cardProfiles().holders[settings.holder ?? '']?.resident === true ? (settings.holder ?? null) : null,
      ...identityOf(profile, user),
      expiry: plan.expiry,
      certificateFile: user === undefined ? null : `cards/${source}.der`,
      keyFile: user === undefined ? null : `cards/${foreignKey ? profile : source}.key.pem`,
      caFile: `${settings.certificates.authority === 'other' ? 'other-ca' : stemOf('userAuthentication', user?.generation ?? newestGeneration)}.der`,
      signCertificateFile: sign === undefined ? null : `cards/${source}.sign.der`,
      signKeyFile: sign === undefined ? null : `cards/${source}.sign.key.pem`,
      signCaFile: `${stemOf('signature', sign?.generation ?? newestGeneration)}.der`,
      chipKeysFile,
      pictures: own,
    })
  }
  await writeFile(join(dir, kitFiles.cards), `${JSON.stringify(entries, null, 2)}\n`)
  return written
}

const suffix = { userAuthentication: '', signature: '.sign' } as const

function identityOf(profile: string, certificate: IssuedCertificate | undefined): Pick<KitCard, 'issuer' | 'issuerKeyIdentifier' | 'serial'> {
  if (certificate === undefined) return { issuer: null, issuerKeyIdentifier: null, serial: null }
  const identity = certificateIdentity(certificate.der)
  if (!identity.ok) throw new Error(`the certificate of ${profile} can't be read: ${identity.failure.detail ?? identity.failure.code}`)
  return identity.value
}
