import { parseCertificate, type Certificate } from '../certificate/certificate.ts'
import type { Decoded } from '../der/der-reader.ts'
import { derFromFile } from '../files/pem.ts'
import { watchFiles, type WatchedFiles } from '../files/watched-files.ts'

const maxFileOctets = 256 * 1024

function interpret(bytes: Uint8Array): Decoded<Certificate> {
  const der = derFromFile(bytes, 'CERTIFICATE')
  return der.ok ? parseCertificate(der.value) : der
}

/** Certificates in files (DER or PEM, one each) that are trusted for nothing; a folder gives its *.cer, *.crt, *.der and *.pem. */
export function certificateFiles(paths: readonly string[]): { load(): Promise<{ readonly certificates: readonly Certificate[]; readonly problems: readonly string[] }> } {
  const folderSuffixes = ['.cer', '.crt', '.der', '.pem']
  const files: WatchedFiles<Decoded<Certificate>> = watchFiles({ paths, folderSuffixes, maxOctets: maxFileOctets, interpret })
  return {
    async load() {
      const { files: loaded, problems } = await files.load()
      const broken = loaded.flatMap(({ name, content }) => (content.ok ? [] : [`${name}: ${content.why}`]))
      return { certificates: loaded.flatMap(({ content }) => (content.ok ? [content.value] : [])), problems: [...problems, ...broken] }
    },
  }
}
