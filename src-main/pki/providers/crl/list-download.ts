import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Clock } from '../../../clock.ts'
import type { Certificate } from '../../certificate/certificate.ts'
import { sameName } from '../../certificate/distinguished-name.ts'
import { checkSignature } from '../../certificate/signature.ts'
import type { Decoded } from '../../der/der-reader.ts'
import { derFromFile } from '../../files/pem.ts'
import { parseRevocationList, type RevocationList } from '../../revocation/revocation-list.ts'
import type { Exchanged } from '../http/exchange.ts'

export interface ListDownloadOptions {
  /** Fetches the list; `etag` is what came with the one before. */
  readonly fetch: (etag: string | null) => Promise<Exchanged>
  /** Where the last good list is kept, DER; survives a restart. Its folder is made when needed. */
  readonly cacheFile: string
  /** Who may have signed a list. Anybody can put a newer one in the way of a plain http: answer. */
  readonly signers: () => Promise<readonly Certificate[]>
  readonly refreshSeconds: number
  /** After a failure: how long the source is left in peace, and the list before it is used as long as it is fresh. */
  readonly retrySeconds: number
  readonly clock: Clock
}

export interface ListDownload {
  /** Fetches when it is time to. Null, or why there may be something newer than what is kept. */
  refresh(): Promise<string | null>
}

const fileCode = (error: unknown): string | null => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null)

async function keptList(file: string): Promise<RevocationList | null> {
  try {
    const list = parseRevocationList(await readFile(file))
    return list.ok ? list.value : null
  } catch (error) {
    if (fileCode(error) === null) throw error
    return null
  }
}

async function codeOfFailure(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    const code = fileCode(error)
    if (code === null) throw error
    return code
  }
}

async function writeAside(file: string, content: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Whole or not at all, also when the power goes: written aside, synced, moved into place. */
async function replaceFile(file: string, content: Uint8Array): Promise<string | null> {
  const aside = `${file}.${randomBytes(6).toString('hex')}.new`
  const noFolder = await codeOfFailure(() => mkdir(dirname(file), { recursive: true, mode: 0o700 }))
  if (noFolder !== null) return `the list can't be kept (${noFolder})`
  const code = (await codeOfFailure(() => writeAside(aside, content))) ?? (await codeOfFailure(() => rename(aside, file)))
  if (code === null) return null
  await rm(aside, { force: true })
  return `the list can't be kept (${code})`
}

function readList(body: Uint8Array): Decoded<{ readonly der: Uint8Array; readonly list: RevocationList }> {
  const der = derFromFile(body, 'X509 CRL')
  if (!der.ok) return der
  const list = parseRevocationList(der.value)
  return list.ok ? { ok: true, value: { der: der.value, list: list.value } } : list
}

/** Why `list` may not take the place of the one before it, or null. */
function whyNotNewer(list: RevocationList, before: RevocationList | null, signers: readonly Certificate[]): string | null {
  const signed = signers.some((signer) => sameName(list.issuer, signer.subject) && checkSignature(list, signer.publicKeyInfo).ok)
  if (!signed) return 'no configured authority signed the list'
  return before !== null && list.thisUpdate.getTime() < before.thisUpdate.getTime() ? 'the list is older than the one before it' : null
}

/** Keeps the newest list of an address in a file; what can't be believed never takes the place of what could. */
export function createListDownload({ fetch, cacheFile, signers, refreshSeconds, retrySeconds, clock }: ListDownloadOptions): ListDownload {
  let next = Number.NEGATIVE_INFINITY
  let etag: string | null = null
  let trouble: string | null = null
  let underWay: Promise<string | null> | null = null

  async function download(): Promise<string | null> {
    const before = await keptList(cacheFile)
    const answer = await fetch(before === null ? null : etag)
    if (answer.outcome === 'unchanged') return before === null ? 'the server says that a list is unchanged which was never fetched' : null
    if (answer.outcome === 'failed') return answer.why
    const read = readList(answer.body)
    if (!read.ok) return read.why
    const why = whyNotNewer(read.value.list, before, await signers()) ?? (await replaceFile(cacheFile, read.value.der))
    if (why === null) etag = answer.headers.etag ?? null
    return why
  }

  async function downloadOnce(): Promise<string | null> {
    trouble = await download()
    next = clock.now().getTime() + (trouble === null ? refreshSeconds : retrySeconds) * 1000
    return trouble
  }

  return {
    async refresh() {
      // A clock that was set back must not keep the kiosk from asking for days.
      const wait = next - clock.now().getTime()
      if (wait > 0 && wait <= refreshSeconds * 1000) return trouble
      underWay ??= downloadOnce().finally(() => {
        underWay = null
      })
      return underWay
    },
  }
}
