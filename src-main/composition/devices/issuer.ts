import type { Clock } from '../../clock.ts'
import type { Configuration } from '../../config.ts'
import { ok, type Result } from '../../failures/result.ts'
import type { CertificateKind, IssuerTerminal } from '../../issuer/issuer-terminal.ts'
import { noneIssuerTerminal } from '../../issuer/none-issuer-terminal.ts'
import { issuerFolders } from '../../training/issuer/issuer-folders.ts'
import { withTrainingLists } from '../../training/training-lists.ts'
import type { CertificateStatus } from '../../pki/certificate-status.ts'
import { composeCertificateStatus } from '../certificate-status.ts'
import { trainingOnly } from '../training/training-only.ts'

export interface ComposedIssuer {
  readonly terminal: IssuerTerminal
  /** The configuration as it is from here on: a training issuer publishes revocation lists of its own. */
  readonly configuration: Configuration
  /** Where the training cards keep what changes on them; null where nothing is kept. */
  readonly cardsFolder: string | null
  /** Where new certificates are linked to residents beside the registry; null where the registry is only read. */
  readonly linksFile: string | null
}

/** Who does what only the issuer's terminal may do; none unless the configuration names one. Failures: CONFIG-INVALID. */
async function composeIssuer(configuration: Configuration, { kit, clock }: { readonly kit: string; readonly clock: Clock }): Promise<Result<ComposedIssuer>> {
  const { issuer, profile, dataFolder, fonts } = configuration
  if (issuer.driver === 'none') return ok({ terminal: noneIssuerTerminal, configuration, cardsFolder: null, linksFile: null })
  const pass = trainingOnly(profile.training)
  // Loaded only where somebody trains: it sets pictures of names, which takes fonts.
  const { openTrainingIssuer } = await import('../../training/issuer/open-training-issuer.ts')
  const opened = await openTrainingIssuer({ ...pass, kit, dataFolder, keep: issuer.keep, fonts, clock })
  if (!opened.ok) return opened
  const { terminal, cardsFolder } = opened.value
  return ok({ terminal, cardsFolder, configuration: withTrainingLists(configuration, kit), linksFile: issuerFolders(dataFolder).linksFile })
}

/**
 * The issuer's terminal, and then what tells about the certificates that it issues and revokes. A training issuer writes
 * to the data folder: only whoever owns the store there may ask for it. Failures: CONFIG-INVALID.
 */
export async function composeTrust(
  configured: Configuration,
  parts: { readonly kit: string; readonly clock: Clock },
): Promise<Result<{ readonly issuer: ComposedIssuer; readonly certificateStatus: Readonly<Record<CertificateKind, CertificateStatus>> }>> {
  const issuer = await composeIssuer(configured, parts)
  if (!issuer.ok) return issuer
  const { configuration } = issuer.value
  const userAuthentication = await composeCertificateStatus(configuration, parts.clock, 'userAuthentication')
  if (!userAuthentication.ok) return userAuthentication
  const signature = await composeCertificateStatus(configuration, parts.clock, 'signature')
  if (!signature.ok) return signature
  return ok({ issuer: issuer.value, certificateStatus: { userAuthentication: userAuthentication.value, signature: signature.value } })
}
