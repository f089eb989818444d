import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { systemClock } from '../../../src-main/clock.ts'
import type { CertificateStatus } from '../../../src-main/pki/certificate-status.ts'
import { createPathCertificateStatus } from '../../../src-main/pki/providers/path-certificate-status.ts'
import type { StatusSource } from '../../../src-main/pki/status-source.ts'
import { integer } from '../../../src-main/training/issuer/x509/der-writer.ts'
import { authorityKey } from '../../../src-main/training/issuer/x509/training-profile.ts'
import { extension, revocationList } from '../../../src-main/training/issuer/x509/x509-writer.ts'
import { pem } from '../../fixtures/pki/openssl-responder.ts'
import { newAuthority, newKey, newLeaf, oneDay, type Authority } from '../../unit/pki/ocsp/support/authority.ts'

const seconds = (count: number): Date => new Date(Date.now() + count * 1000)
const cardSerial = 0x1001n
/** What a city of half a million has on its list in five years. */
const listedCertificates = 5000

const run = promisify(execFile)

/** An authority in the shape of JPKI's (RSA-2048), a card's certificate and a list of a city, as files of a folder. */
export class BenchPki {
  readonly authority: Authority
  readonly leaf: Uint8Array
  readonly period = { notBefore: seconds(-400 * oneDay), notAfter: seconds(400 * oneDay) }
  readonly #folder = mkdtempSync(join(tmpdir(), 'madoguchi-bench-pki-'))

  constructor() {
    this.authority = newAuthority(undefined, this.period)
    this.leaf = newLeaf(this.authority, newKey(), { serial: cardSerial, ...this.period })
    const { name, key } = this.authority
    const revoked = Array.from({ length: listedCertificates }, (_, i) => ({ serial: 0x1000_0000n + BigInt(i), at: seconds(-30 * oneDay), reason: 4 }))
    const content = { issuer: name, issuerKey: key, thisUpdate: seconds(-60), nextUpdate: seconds(oneDay), revoked, extensions: [authorityKey(key), extension('2.5.29.20', integer(1n))] }
    const list = revocationList(content)
    this.#write('ca.pem', pem(this.authority.der))
    this.#write('card.pem', pem(this.leaf))
    this.#write('city.crl', list)
    this.#write('city.pem', pem(list).replaceAll('CERTIFICATE', 'X509 CRL'))
  }

  path(name: string): string {
    return join(this.#folder, name)
  }

  status(source: StatusSource): CertificateStatus {
    return createPathCertificateStatus({ kind: 'userAuthentication', anchors: [this.path('ca.pem')], intermediates: [], policies: [], source, clock: systemClock })
  }

  /** Throws for anything but good: what is measured must have been a whole check. */
  async check(status: CertificateStatus): Promise<void> {
    const verdict = await status.check(this.leaf, new Date())
    if (verdict.status !== 'good') throw new Error('why' in verdict ? verdict.why : verdict.status)
  }

  /** openssl in a process of its own, which must say that all is well. */
  async openssl(words: readonly string[]): Promise<void> {
    const { stdout } = await run('openssl', [...words])
    if (!/: (?:OK|good)$/m.test(stdout)) throw new Error(stdout)
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #write(name: string, content: string | Uint8Array): void {
    writeFileSync(this.path(name), content)
  }
}
