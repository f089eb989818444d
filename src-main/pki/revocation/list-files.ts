import type { Decoded } from '../der/der-reader.ts'
import { derFromFile } from '../files/pem.ts'
import { watchFiles, type WatchedFiles } from '../files/watched-files.ts'
import { parseRevocationList, type RevocationList } from './revocation-list.ts'

/** A list at hand, and what to call it in evidence. */
export interface AvailableList {
  readonly source: string
  readonly list: RevocationList
}

export interface AvailableLists {
  readonly lists: readonly AvailableList[]
  /** One sentence for each file that holds no list. */
  readonly broken: readonly string[]
  /** One sentence for each path that can't be read. */
  readonly problems: readonly string[]
}

/** Port: where revocation lists come from. Never rejects for a bad list. */
export interface RevocationLists {
  load(): Promise<AvailableLists>
}

/** Revocation lists in files (DER or PEM, one each); a folder gives its files named *.crl. Looked at again on every load. */
export function revocationListFiles(paths: readonly string[], sourceName = (file: string): string => `CRL file ${file}`): RevocationLists {
  const files: WatchedFiles<Decoded<RevocationList>> = watchFiles({ paths, folderSuffixes: ['.crl'], maxOctets: maxFileOctets, interpret })
  return {
    async load() {
      const { files: loaded, problems } = await files.load()
      return {
        lists: loaded.flatMap(({ name, content }) => (content.ok ? [{ source: sourceName(name), list: content.value }] : [])),
        broken: loaded.flatMap(({ name, content }) => (content.ok ? [] : [`${name}: ${content.why}`])),
        problems,
      }
    },
  }
}

const maxFileOctets = 96 * 1024 * 1024

function interpret(bytes: Uint8Array): Decoded<RevocationList> {
  const der = derFromFile(bytes, 'X509 CRL')
  return der.ok ? parseRevocationList(der.value) : der
}
