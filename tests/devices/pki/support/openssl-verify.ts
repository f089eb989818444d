import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface OpensslQuestion {
  /** PEM texts. */
  readonly anchors: readonly string[]
  readonly intermediates: readonly string[]
  readonly target: string
  readonly lists: readonly string[]
  readonly at: Date
  readonly options: readonly string[]
}

export interface Opinion {
  readonly accepted: boolean
  readonly output: string
}

export const pem = (label: 'CERTIFICATE' | 'X509 CRL', der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${(Buffer.from(der).toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`

/** What `openssl verify` says: a second opinion in tests, never a part of the product. Its absence is a failure. */
export async function opensslVerify({ anchors, intermediates, target, lists, at, options }: OpensslQuestion): Promise<Opinion> {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-openssl-'))
  const file = (name: string, content: string): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const time = String(Math.floor(at.getTime() / 1000))
  // All of a chain includes the anchor, whose lists may leave it out: where only the target is below it, only that is asked for.
  const scope = intermediates.length === 0 ? '-crl_check' : '-crl_check_all'
  const revocation = lists.length === 0 ? [] : ['-CRLfile', file('lists.pem', lists.join('')), scope, '-extended_crl', '-use_deltas']
  // -CAfile, not -trusted: with the latter, paths of list signers are not found.
  const args = ['verify', '-CAfile', file('anchors.pem', anchors.join('')), '-attime', time, ...(intermediates.length === 0 ? [] : ['-untrusted', file('more.pem', intermediates.join(''))])]
  try {
    return await new Promise((resolve, reject) => {
      execFile('openssl', [...args, ...revocation, ...options, file('target.pem', target)], (error, stdout, stderr) => {
        if (error !== null && 'code' in error && error.code === 'ENOENT') reject(new Error('openssl can\'t be run: install the Debian package "openssl"'))
        else resolve({ accepted: error === null, output: `${stdout}${stderr}` })
      })
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
