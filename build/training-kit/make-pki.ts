import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { japaneseDay } from '../../src-main/training/issuer/certificates/japanese-day.ts'
import { kitFiles, type RecordIssuerFiles } from '../../src-main/training/card/profiles/kit-supplies.ts'
import { readAuthorities } from '../../src-main/training/issuer/authorities/kit-authorities.ts'
import { publishLists } from '../../src-main/training/issuer/register/published-lists.ts'
import { registerFile } from '../../src-main/training/issuer/register/register-file.ts'
import { authorityFile, newAuthorities, newResponders, type Authorities } from './pki/authorities.ts'
import { keyPool } from './pki/key-pool.ts'
import { newRecordIssuers, publicKeyFile } from './pki/record-issuers.ts'
import { kitIsCurrent, specHash, stampFile, type Stamp } from './pki/stamp.ts'
import { firstRegister } from './pki/first-register.ts'
import { writeCards } from './pki/write-cards.ts'

export type { KitCard } from './pki/write-cards.ts'

/** Of authorities, responders, record issuers and all cards with their chips. */
const keysNeeded = 420

/** Private keys are readable by their owner only, although these open nothing but training. */
const writeKey = (file: string, key: KeyObject): Promise<void> => writeFile(file, key.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })

async function writeAuthorities(dir: string, authorities: Authorities): Promise<void> {
  for (const { stem, der, key } of [...authorities.trusted, authorities.other]) {
    await writeFile(join(dir, `${stem}.der`), der)
    await writeKey(join(dir, `${stem}.key.pem`), key)
  }
}

async function writeResponders(dir: string, authorities: Authorities, newKey: () => KeyObject, now: Date): Promise<void> {
  for (const { hierarchy, key, certificates } of newResponders(authorities, newKey, now)) {
    await writeKey(join(dir, `ocsp-${hierarchy === 'signature' ? 'sign' : 'user'}.key.pem`), key)
    for (const { stem, der } of certificates) await writeFile(join(dir, `${stem}.der`), der)
  }
}

async function writeRecordIssuers(dir: string, newKey: () => KeyObject): Promise<void> {
  const issuers = newRecordIssuers(newKey)
  const files = await Promise.all(
    issuers.map(async ({ applet, rootKeyId, rootKey, signer }) => {
      const stem = `record-issuer-${applet === 'cardFace' ? 'face' : 'text'}`
      await writeFile(join(dir, `${stem}-root.pub.der`), publicKeyFile(rootKey))
      await writeFile(join(dir, `${stem}.cv`), signer.certificate)
      await writeKey(join(dir, `${stem}.key.pem`), signer.key)
      const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
      return [applet, { rootKeyId: hex(rootKeyId), rootKeyFile: `${stem}-root.pub.der`, keyId: hex(signer.keyId), keyFile: `${stem}.key.pem`, certificateFile: `${stem}.cv` }] as const
    }),
  )
  const byApplet: Partial<RecordIssuerFiles> = Object.fromEntries(files)
  await writeFile(join(dir, kitFiles.recordIssuers), `${JSON.stringify(byApplet, null, 2)}\n`)
}

async function writeKit(dir: string, now: Date): Promise<void> {
  const newKey = await keyPool(keysNeeded)
  for (const folder of ['cards', 'pictures', 'crl', 'issuer']) await mkdir(join(dir, folder))
  const authorities = newAuthorities(newKey, now)
  await writeAuthorities(dir, authorities)
  await writeResponders(dir, authorities, newKey, now)
  await writeRecordIssuers(dir, newKey)
  const cards = await writeCards(dir, authorities, newKey, now)
  const register = firstRegister(cards, authorities.trusted.map(authorityFile), now)
  await registerFile(dir).write(register)
  await publishLists(dir, await readAuthorities(dir, register.authorities), register, now)
  await writeFile(join(dir, kitFiles.terminalKey), `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  const city = generateKeyPairSync('ed25519')
  await writeKey(join(dir, 'city-signing.key.pem'), city.privateKey)
  await writeFile(join(dir, 'city-signing.pub.pem'), city.publicKey.export({ format: 'pem', type: 'spki' }))
  const packetIssuer = generateKeyPairSync('x25519')
  await writeKey(join(dir, 'packet-issuer.key.pem'), packetIssuer.privateKey)
  await writeFile(join(dir, 'packet-issuer.pub.pem'), packetIssuer.publicKey.export({ format: 'pem', type: 'spki' }))
  const stamp: Stamp = { spec: specHash(), goodUntil: japaneseDay(now, 1).toISOString() }
  await writeFile(join(dir, stampFile), `${JSON.stringify(stamp)}\n`)
}

/**
 * Makes `<kitDir>/pki`: two roots of three generations with revocation lists and status responders, the certificates,
 * keys and pictures of the cards (cards.json), what the training issuer works with (issuer/), the city's
 * document-signing key, and the key that opens packets of applications. Does nothing where the folder already holds a current kit. A kit is made aside and moved into
 * place whole, so that neither a crash nor a second maker leaves a mixture.
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
