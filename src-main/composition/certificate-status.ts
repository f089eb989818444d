import type { Clock } from '../clock.ts'
import type { Configuration } from '../config.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import type { CertificateStatus } from '../pki/certificate-status.ts'
import { nameAsText } from '../pki/certificate/distinguished-name.ts'
import { createCrlFileCertificateStatus } from '../pki/crl-file-certificate-status.ts'
import { anchorFiles } from '../pki/path/anchor-files.ts'
import { trainingOrganization } from '../training/training-organization.ts'

/** The configured status source. CONFIG-INVALID for a production profile that trusts the authority of the training cards. */
export async function composeCertificateStatus(configuration: Configuration, clock: Clock): Promise<Result<CertificateStatus>> {
  const { profile, certificateStatus } = configuration
  if (!profile.training) {
    const { anchors } = await anchorFiles(certificateStatus.anchors).load()
    const training = anchors.some(({ subject }) => nameAsText(subject).includes(`O=${trainingOrganization}`))
    if (training) return fail('CONFIG-INVALID', 'certificateStatus.anchors: a production profile cannot trust the training authority')
  }
  return ok(createCrlFileCertificateStatus({ ...certificateStatus, clock }))
}
