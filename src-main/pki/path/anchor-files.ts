import { parseCertificate, type Certificate } from '../certificate/certificate.ts'
import type { Decoded } from '../der/der-reader.ts'
import { derFromFile } from '../files/pem.ts'
import { watchFiles, type WatchedFiles } from '../files/watched-files.ts'
import { whyUnfitAnchor } from './trust-anchor.ts'

export interface Anchors {
  readonly anchors: readonly Certificate[]
  /** One sentence for each configured file that gave no anchor. */
  readonly problems: readonly string[]
}

const maxFileOctets = 256 * 1024

function interpret(bytes: Uint8Array): Decoded<Certificate> {
  const der = derFromFile(bytes, 'CERTIFICATE')
  if (!der.ok) return der
  const certificate = parseCertificate(der.value)
  if (!certificate.ok) return certificate
  // An authority of Japan's public key infrastructures says what its key is for; a file that doesn't is the wrong file.
  const why = whyUnfitAnchor(certificate.value) ?? (certificate.value.keyUsage === null ? 'its key may not sign certificates' : null)
  return why === null ? certificate : { ok: false, why }
}

/** Trust anchors in files (DER or PEM, one each); a folder gives its files named *.cer, *.crt, *.der or *.pem. */
export function anchorFiles(paths: readonly string[]): { load(): Promise<Anchors> } {
  const folderSuffixes = ['.cer', '.crt', '.der', '.pem']
  const files: WatchedFiles<Decoded<Certificate>> = watchFiles({ paths, folderSuffixes, maxOctets: maxFileOctets, interpret })
  return {
    async load() {
      const { files: loaded, problems } = await files.load()
      const broken = loaded.flatMap(({ name, content }) => (content.ok ? [] : [`${name}: ${content.why}`]))
      return { anchors: loaded.flatMap(({ content }) => (content.ok ? [content.value] : [])), problems: [...problems, ...broken] }
    },
  }
}
