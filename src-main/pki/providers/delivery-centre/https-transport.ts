import { readFile } from 'node:fs/promises'
import { exchange } from '../http/exchange.ts'
import type { CentreTransport } from './centre-source.ts'
import { contentType, maxMessageOctets } from './message.ts'

export interface CentreConnection {
  /** https: alone; TLS is all that vouches for an answer. */
  readonly url: string
  /** PEM files: who may vouch for the adapter, and the terminal's own certificate and key. Read anew for every question. */
  readonly authoritiesFile: string
  readonly certificateFile: string
  readonly keyFile: string
  readonly deadlineSeconds: number
}

async function fileText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** Mutual TLS, as `message.ts` asks. */
export const httpsCentreTransport = ({ url, authoritiesFile, certificateFile, keyFile, deadlineSeconds }: CentreConnection): CentreTransport => ({
  async ask(body) {
    const [authorities, certificate, key] = await Promise.all([authoritiesFile, certificateFile, keyFile].map(fileText))
    if (authorities == null || certificate == null || key == null) return { ok: false, why: "the terminal's key, certificate or authorities can't be read" }
    const answer = await exchange({
      url,
      body: { octets: body, contentType },
      accept: [contentType],
      maxOctets: maxMessageOctets,
      deadlineSeconds,
      tls: { authorities, certificate, key },
    })
    if (answer.outcome === 'answered') return { ok: true, response: answer.body }
    return { ok: false, why: answer.outcome === 'failed' ? answer.why : 'the server answers HTTP 304' }
  },
})
