import { createPrivateKey } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { systemClock } from '../../clock.ts'
import { composeOffers } from '../../composition/offers.ts'
import type { Configuration } from '../../config.ts'
import { openFontSet, type FontSet } from '../../documents/fonts/font-set.ts'
import { characterText, writtenCharacters } from '../../documents/fonts/written-character.ts'
import { fileTrouble } from '../shell/file-trouble.ts'
import type { Check, Subject } from './check.ts'
import type { DoctorWords } from './words/words.ts'

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
  const { fonts: words, list } = about.words
  const found = paths.filter((path) => existsSync(path))
  const absent = paths.filter((path) => !found.includes(path)).map((path) => words.notFound({ path }))
  if (found.length === 0) return about.failed(absent.join('\n'), words.none)
  const sets: FontSet[] = []
  for (const path of found) {
    try {
      sets.push(openFontSet([path]))
    } catch (error) {
      return about.failed(words.broken({ path, why: error instanceof Error ? error.message : words.notFont }), words.installAgain)
    }
  }
  const names = sets.flatMap(({ sources }) => sources.map(({ name, file }) => words.font({ name, glyphs: file.glyphCount })))
  const missing = missingCharacters(openFontSet(found), difficultCharacters)
  const coverage = missing.length === 0 ? words.drawsAll({ characters: difficultCharacters }) : words.lacks({ missing: missing.join(' '), characters: difficultCharacters })
  const seen = [list(names), ...absent, coverage].join('\n')
  const hasIpamj = found.some((path) => basename(path) === 'ipamjm.ttf')
  if (!hasIpamj) return about.attention(`${words.noIpamj}\n${seen}`, words.installIpamj)
  return missing.length > 0 || absent.length > 0 ? about.attention(seen, words.installMissing) : about.fine(seen)
}

export function checkFees(configuration: Configuration, about: Subject): Check {
  const offers = composeOffers(configuration, systemClock)
  if (!offers.ok) return about.failure(offers.failure)
  const { fees: words, list } = about.words
  return about.fine(words.today({ offers: list(offers.value().map(({ service, fee }) => words.offer({ service: words.services[service], fee }))) }))
}

/** The city's key for the codes on papers: there, of the right kind, and closed to others. */
export function checkSigningKey({ keyFile, keyId }: Configuration['signing'], about: Subject): Check {
  const { signingKey: words, troubleAt } = about.words
  const read = readable(keyFile, about.words)
  if (!read.ok) return about.failed(troubleAt({ path: keyFile, trouble: read.why }), words.remedy)
  try {
    const { asymmetricKeyType } = createPrivateKey(read.bytes)
    if (asymmetricKeyType !== 'ed25519') return about.failed(words.otherKind({ file: keyFile, kind: asymmetricKeyType ?? words.unknownKind }), words.remedy)
  } catch {
    return about.failed(words.notKey({ file: keyFile }), words.remedy)
  }
  const open = process.platform !== 'win32' && (statSync(keyFile).mode & 0o077) !== 0
  return open ? about.attention(words.open({ keyId, file: keyFile }), words.close({ file: keyFile })) : about.fine(words.found({ keyId }))
}

export function checkSeal(sealFile: string | null, about: Subject): Check {
  const { seal: words, troubleAt } = about.words
  if (sealFile === null) return about.fine(words.drawn)
  const read = readable(sealFile, about.words)
  if (!read.ok) return about.failed(troubleAt({ path: sealFile, trouble: read.why }), words.missing)
  const isPng = read.bytes.subarray(0, pngSignature.length).equals(pngSignature)
  return isPng ? about.fine(sealFile) : about.failed(words.notPng({ file: sealFile }), words.saveAsPng)
}

function readable(file: string, words: DoctorWords): { ok: true; bytes: Buffer } | { ok: false; why: string } {
  try {
    return { ok: true, bytes: readFileSync(file) }
  } catch (error) {
    const why = fileTrouble(error, words.fileTroubles)
    if (why === null) throw error
    return { ok: false, why }
  }
}
