import { createHash } from 'node:crypto'
import type { Certificate } from '../certificate/certificate.ts'
import type { Decoded } from '../der/der-reader.ts'
import { derFromFile } from '../files/pem.ts'
import { watchFiles, type WatchedFiles } from '../files/watched-files.ts'
import { claimsIssuer, whyNotAuthoritative, whyNotFresh, type FreshnessRules } from './list-usability.ts'
import { parseRevocationList, type RevocationList } from './revocation-list.ts'

export interface ListFile {
  readonly name: string
  /** SHA-256 of the DER, lower-case hex. */
  readonly sha256: string
  readonly list: RevocationList
}

export type ListSearch =
  /** The newest usable list of the anchor. */
  | { readonly outcome: 'found'; readonly file: ListFile }
  /** Lists were read, but none may be believed. */
  | { readonly outcome: 'unusable'; readonly why: string }
  /** Nothing could be read. */
  | { readonly outcome: 'unreachable'; readonly why: string }

interface Interpreted {
  readonly sha256: string
  readonly list: RevocationList
}

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
  const files: WatchedFiles<Decoded<Interpreted>> = watchFiles({ paths, folderSuffixes: ['.crl'], maxOctets: maxFileOctets, interpret })
  return {
    async load() {
      const { files: loaded, problems } = await files.load()
      return {
        lists: loaded.flatMap(({ name, content }) => (content.ok ? [{ source: sourceName(name), list: content.value.list }] : [])),
        broken: loaded.flatMap(({ name, content }) => (content.ok ? [] : [`${name}: ${content.why}`])),
        problems,
      }
    },
  }
}

const maxFileOctets = 96 * 1024 * 1024

function interpret(bytes: Uint8Array): Decoded<Interpreted> {
  const der = derFromFile(bytes, 'X509 CRL')
  if (!der.ok) return der
  const list = parseRevocationList(der.value)
  return list.ok ? { ok: true, value: { list: list.value, sha256: createHash('sha256').update(der.value).digest('hex') } } : list
}

/** Revocation lists in files; a folder gives its files named *.crl. */
export interface ListFiles {
  /** The list to ask about a certificate that `anchor` signed, at `at`. */
  find(anchor: Certificate, at: Date): Promise<ListSearch>
}

export function listFiles(paths: readonly string[], rules: FreshnessRules): ListFiles {
  const files: WatchedFiles<Decoded<Interpreted>> = watchFiles({ paths, folderSuffixes: ['.crl'], maxOctets: maxFileOctets, interpret })
  // Verifying a signature over megabytes takes longer than everything else, and its outcome depends on these two alone.
  const verified = new WeakMap<RevocationList, WeakMap<Certificate, { readonly why: string | null }>>()

  function whyNotAuthoritativeOnce(list: RevocationList, anchor: Certificate): string | null {
    const byAnchor = verified.get(list) ?? new WeakMap<Certificate, { readonly why: string | null }>()
    verified.set(list, byAnchor)
    const known = byAnchor.get(anchor) ?? { why: whyNotAuthoritative(list, anchor) }
    byAnchor.set(anchor, known)
    return known.why
  }

  return {
    async find(anchor, at) {
      const { files: loaded, problems } = await files.load()
      const usable: ListFile[] = []
      const refusals: string[] = []
      for (const { name, content } of loaded) {
        if (!content.ok) {
          refusals.push(`${name}: ${content.why}`)
        } else if (claimsIssuer(content.value.list, anchor)) {
          const why = whyNotAuthoritativeOnce(content.value.list, anchor) ?? whyNotFresh(content.value.list, at, rules)
          if (why === null) usable.push({ name, ...content.value })
          else refusals.push(`${name}: ${why}`)
        }
      }
      const newest = usable.toSorted((a, b) => b.list.thisUpdate.getTime() - a.list.thisUpdate.getTime())[0]
      if (newest !== undefined) return { outcome: 'found', file: newest }
      if (refusals.length > 0) return { outcome: 'unusable', why: refusals.join('; ') }
      if (problems.length > 0) return { outcome: 'unreachable', why: problems.join('; ') }
      if (loaded.length === 0) return { outcome: 'unreachable', why: 'there is no revocation list' }
      return { outcome: 'unusable', why: 'no revocation list is by the issuer of the certificate' }
    },
  }
}
