import { createHash, sign, verify } from 'node:crypto'
import { createCrlFileSource } from '../../../src-main/pki/providers/crl/crl-file-source.ts'
import { httpOcspTransport } from '../../../src-main/pki/providers/ocsp/http-transport.ts'
import { createOcspSource } from '../../../src-main/pki/providers/ocsp/ocsp-source.ts'
import type { CertificateStatus } from '../../../src-main/pki/certificate-status.ts'
import { OpensslResponder } from '../../fixtures/pki/openssl-responder.ts'
import { newKey, newResponder, oneDay } from '../../unit/pki/ocsp/support/authority.ts'
import type { BenchRow } from '../bench-row.ts'
import { median } from '../figures.ts'
import { BenchPki } from './bench-pki.ts'

const rounds = 101
const processRounds = 15
const mostWithList = 15
const mostWithResponder = 30

async function times(count: number, work: () => Promise<void> | void): Promise<number> {
  const measured: number[] = []
  for (let round = 0; round < count; round += 1) {
    const start = performance.now()
    await work()
    measured.push(performance.now() - start)
  }
  return median(measured)
}

/** RSA-2048 with SHA-256, nothing around it. */
function bareSignature(): Promise<number> {
  const key = newKey()
  const message = createHash('sha256').update('bench').digest()
  const signature = sign('sha256', message, key)
  return times(rounds, () => {
    if (!verify('sha256', message, key, signature)) throw new Error('the signature does not hold')
  })
}

async function warm(pki: BenchPki, status: CertificateStatus): Promise<number> {
  for (let round = 0; round < 5; round += 1) await pki.check(status)
  return times(rounds, () => pki.check(status))
}

/**
 * Validity of one certificate in the card (RSA-2048, as JPKI's): path and a city's list of 5,000 certificates, against
 * `openssl verify` in a process of its own and against one bare signature. Files are looked at again on each check.
 */
export async function benchPathAndList(): Promise<BenchRow[]> {
  const pki = new BenchPki()
  try {
    const source = () => createCrlFileSource({ crls: [pki.path('city.crl')], maxAgeDays: 7, skewSeconds: 60 })
    const own = await warm(pki, pki.status(source()))
    const first = await times(processRounds, () => pki.check(pki.status(source())))
    const bare = await bareSignature()
    const openssl = await times(processRounds, () => pki.openssl(['verify', '-crl_check', '-CAfile', pki.path('ca.pem'), '-CRLfile', pki.path('city.pem'), pki.path('card.pem')]))
    const baseline = `openssl verify -crl_check in a process of its own, ${openssl.toFixed(1)} ms`
    return [
      { name: 'validity: path + CRL', median: own, unit: 'ms', baseline, ratio: own / openssl, goal: { figure: 'median', atMost: mostWithList } },
      { name: 'validity: path + CRL, the first time with this list', median: first, unit: 'ms', baseline, ratio: first / openssl, goal: null },
      { name: 'validity: path + CRL, against its arithmetic', median: own, unit: 'ms', baseline: `one bare RSA-2048 signature, ${bare.toFixed(3)} ms`, ratio: own / bare, goal: null },
    ]
  } finally {
    pki.remove()
  }
}

/**
 * The same with OCSP on loopback: a delegated responder of openssl, a new nonce each time, against openssl's own client
 * in a process of its own, which asks the same responder and looks at no path of the certificate.
 */
export async function benchPathAndOcsp(): Promise<BenchRow[]> {
  const pki = new BenchPki()
  const signerKey = newKey()
  const { authority, period } = pki
  const responder = await OpensslResponder.start({ authority: authority.der, signer: newResponder(authority, signerKey, {}, period), signerKey, index: [{ serial: '1001', revoked: null }] })
  try {
    const transport = httpOcspTransport(responder.url, 20)
    const own = await warm(pki, pki.status(createOcspSource({ transport, hash: 'sha256', nonce: 'required', maxAgeSeconds: oneDay, skewSeconds: 60 })))
    const question = ['-issuer', pki.path('ca.pem'), '-sha256', '-cert', pki.path('card.pem'), '-CAfile', pki.path('ca.pem'), '-url', responder.url]
    const openssl = await times(processRounds, () => pki.openssl(['ocsp', ...question]))
    const baseline = `openssl ocsp in a process of its own, same responder, ${openssl.toFixed(1)} ms`
    return [{ name: 'validity: path + OCSP on loopback', median: own, unit: 'ms', baseline, ratio: own / openssl, goal: { figure: 'median', atMost: mostWithResponder } }]
  } finally {
    await responder.stop()
    pki.remove()
  }
}
