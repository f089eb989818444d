import { createPrivateKey } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { systemClock } from '../../clock.ts'
import { composeOffers } from '../../composition/offers.ts'
import type { Configuration } from '../../config.ts'
import { openFontSet, type FontSet } from '../../documents/fonts/font-set.ts'
import { characterText, writtenCharacters } from '../../documents/fonts/written-character.ts'
import { fileTrouble } from '../shell/files.ts'
import type { Check, Subject } from './check.ts'

/**
 * Characters of real names that fonts lack first: 外字, a character beyond the BMP, and variation sequences of the
 * Moji_Joho collection, which 文字情報基盤 uses and IPAmj明朝 draws.
 */
export const difficultCharacters = '髙﨑𠮷葛\u{E0102}辻\u{E0102}邉\u{E0110}斉\u{E0103}'

const pngSignature = Buffer.from('89504E470D0A1A0A', 'hex')

/** The characters of `text` that no font of the set can draw. */
export function missingCharacters(fonts: Pick<FontSet, 'shape'>, text: string): string[] {
  return writtenCharacters(text)
    .map(characterText)
    .filter((character) => !fonts.shape(character).ok)
}

export function checkFonts(paths: readonly string[], about: Subject): Check {
  const found = paths.filter((path) => existsSync(path))
  const absent = paths.filter((path) => !found.includes(path)).map((path) => `not found: ${path}`)
  if (found.length === 0) return about.failed(absent.join('\n'), 'Install a configured font, or correct fonts in the configuration.')
  const sets: FontSet[] = []
  for (const path of found) {
    try {
      sets.push(openFontSet([path]))
    } catch (error) {
      return about.failed(`${path}: ${error instanceof Error ? error.message : 'not a font'}`, 'Install the font again, or take it out of the configuration.')
    }
  }
  const names = sets.map(({ sources }) => sources.map(({ name, file }) => `${name} (${file.glyphCount} glyphs)`).join())
  const missing = missingCharacters(openFontSet(found), difficultCharacters)
  const coverage = missing.length === 0 ? `all of ${difficultCharacters}` : `NOT ${missing.join(' ')} of ${difficultCharacters}`
  const seen = [names.join(', '), ...absent, `draws ${coverage}`].join('\n')
  const hasIpamj = found.some((path) => basename(path) === 'ipamjm.ttf')
  if (!hasIpamj) return about.attention(`IPAmj明朝 is not there\n${seen}`, 'Install IPAmj明朝 (Debian: fonts-ipamj-mincho); without it many recorded names can not be printed.')
  return missing.length > 0 || absent.length > 0 ? about.attention(seen, 'Install the fonts that are missing; a name that no font can draw is not printed.') : about.fine(seen)
}

export function checkFees(configuration: Configuration, about: Subject): Check {
  const offers = composeOffers(configuration, systemClock)
  if (!offers.ok) return about.failure(offers.failure)
  return about.fine(`today: ${offers.value().map(({ service, fee }) => `${service} ${fee} yen`).join(', ')}`)
}

/** The city's key for the codes on papers: there, of the right kind, and closed to others. */
export function checkSigningKey({ keyFile, keyId }: Configuration['signing'], about: Subject): Check {
  const remedy = 'Put the Ed25519 private key (PEM) of the city where signing.keyFile says.'
  const read = readable(keyFile)
  if (!read.ok) return about.failed(`${keyFile}: ${read.why}`, remedy)
  try {
    const { asymmetricKeyType } = createPrivateKey(read.bytes)
    if (asymmetricKeyType !== 'ed25519') return about.failed(`${keyFile}: a key of another kind (${asymmetricKeyType ?? 'unknown'})`, remedy)
  } catch {
    return about.failed(`${keyFile}: not a private key in PEM`, remedy)
  }
  const open = process.platform !== 'win32' && (statSync(keyFile).mode & 0o077) !== 0
  return open ? about.attention(`key ${keyId}; ${keyFile} is open to other accounts`, `chmod 600 ${keyFile}`) : about.fine(`key ${keyId}, Ed25519`)
}

export function checkSeal(sealFile: string | null, about: Subject): Check {
  if (sealFile === null) return about.fine('drawn 見本 seal (training)')
  const read = readable(sealFile)
  if (!read.ok) return about.failed(`${sealFile}: ${read.why}`, 'Put the PNG of the seal where municipality.sealFile says.')
  const isPng = read.bytes.subarray(0, pngSignature.length).equals(pngSignature)
  return isPng ? about.fine(sealFile) : about.failed(`${sealFile}: not a PNG`, 'Save the picture of the seal as PNG.')
}

function readable(file: string): { ok: true; bytes: Buffer } | { ok: false; why: string } {
  try {
    return { ok: true, bytes: readFileSync(file) }
  } catch (error) {
    const why = fileTrouble(error)
    if (why === null) throw error
    return { ok: false, why }
  }
}
