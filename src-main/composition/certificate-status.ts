import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Clock } from '../clock.ts'
import type { Configuration } from '../config.ts'
import type { StatusSourceSettings } from '../config/certificate-status-schema.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import type { CertificateKind } from '../issuer/issuer-terminal.ts'
import type { CertificateStatus } from '../pki/certificate-status.ts'
import { nameAsText } from '../pki/certificate/distinguished-name.ts'
import { anchorFiles } from '../pki/path/anchor-files.ts'
import { certificateFiles } from '../pki/providers/certificate-files.ts'
import { combineSources } from '../pki/providers/combined-source.ts'
import { createCrlFileSource } from '../pki/providers/crl/crl-file-source.ts'
import { createCrlUrlSource } from '../pki/providers/crl/crl-url-source.ts'
import { createCentreSource } from '../pki/providers/delivery-centre/centre-source.ts'
import { httpsCentreTransport } from '../pki/providers/delivery-centre/https-transport.ts'
import { httpOcspTransport } from '../pki/providers/ocsp/http-transport.ts'
import { createOcspSource } from '../pki/providers/ocsp/ocsp-source.ts'
import { createPathCertificateStatus } from '../pki/providers/path-certificate-status.ts'
import { rememberReadiness } from '../pki/providers/remembered-readiness.ts'
import type { StatusSource } from '../pki/status-source.ts'
import { trainingOrganization } from '../training/training-organization.ts'

/** The device lights ask every few seconds; a responder is asked for them once a minute. */
const readinessSeconds = 60
const secondsPerHour = 3600

interface SourceSurroundings {
  readonly clock: Clock
  /** Where fetched lists are kept. */
  readonly cacheFolder: string
  /** Files of those who may sign lists. */
  readonly authorities: readonly string[]
}

function composeSource(settings: StatusSourceSettings, { clock, cacheFolder, authorities }: SourceSurroundings): StatusSource {
  switch (settings.driver) {
    case 'crl-file':
      return createCrlFileSource(settings)
    case 'crl-url': {
      const cacheFile = join(cacheFolder, `${createHash('sha256').update(settings.url).digest('hex').slice(0, 16)}.crl`)
      const signers = certificateFiles(authorities)
      return createCrlUrlSource({ ...settings, cacheFile, clock, signers: async () => (await signers.load()).certificates, refreshSeconds: settings.refreshMinutes * 60 })
    }
    case 'ocsp': {
      const transport = httpOcspTransport(settings.url, settings.deadlineSeconds)
      const source = createOcspSource({ ...settings, transport, maxAgeSeconds: settings.maxAgeHours * secondsPerHour })
      return rememberReadiness(source, readinessSeconds)
    }
    case 'delivery-centre': {
      const transport = settings.connection === null ? null : httpsCentreTransport(settings.connection)
      return rememberReadiness(createCentreSource({ ...settings, transport, maxAgeSeconds: settings.maxAgeHours * secondsPerHour }), readinessSeconds)
    }
  }
}

/** Status of one kind of certificate as configured, and nothing checked about whom it trusts: for the doctor and commands. */
export function certificateStatusOf(configuration: Pick<Configuration, 'certificateStatus' | 'dataFolder'>, clock: Clock, kind: CertificateKind): CertificateStatus {
  const { certificateStatus: settings, dataFolder } = configuration
  const anchors = kind === 'userAuthentication' ? settings.anchors : settings.signatureAnchors
  const policies = kind === 'userAuthentication' ? settings.policies : settings.signaturePolicies
  const surroundings = { clock, cacheFolder: join(dataFolder, 'revocation-lists'), authorities: [...anchors, ...settings.intermediates] }
  const sources = settings.sources.filter(({ certificates }) => certificates.includes(kind)).map((source) => composeSource(source, surroundings))
  const source = combineSources({ sources, afterUnknown: settings.afterUnknown })
  return createPathCertificateStatus({ kind, anchors, intermediates: settings.intermediates, policies, source, clock })
}

/**
 * The configured status source for 利用者証明用 (the default) or 署名用電子証明書. CONFIG-INVALID for a production profile
 * that trusts the authority of the training cards.
 */
export async function composeCertificateStatus(configuration: Configuration, clock: Clock, kind: CertificateKind = 'userAuthentication'): Promise<Result<CertificateStatus>> {
  const { profile, certificateStatus } = configuration
  if (!profile.training) {
    const { anchors } = await anchorFiles([...certificateStatus.anchors, ...certificateStatus.signatureAnchors]).load()
    const training = anchors.some(({ subject }) => nameAsText(subject).includes(`O=${trainingOrganization}`))
    if (training) return fail('CONFIG-INVALID', 'certificateStatus: a production profile cannot trust the training authority')
  }
  return ok(certificateStatusOf(configuration, clock, kind))
}
