import type { Certificate } from '../certificate/certificate.ts'

/**
 * A key that is believed without proof, with what it may be believed for (RFC 5280 §6.1.1 d). It is given as a
 * certificate, because all that limits it stands there: path length, name constraints and policies are honoured as
 * RFC 5937 §2 says, although RFC 5280 itself would let them pass. Several anchors may have one name.
 */
export interface TrustAnchor {
  readonly certificate: Certificate
}

export const trustAnchor = (certificate: Certificate): TrustAnchor => ({ certificate })

/** Why a certificate can't be an anchor, whatever the time, or null. Its self-signature proves nothing and is not asked for. */
export function whyUnfitAnchor({ version, basicConstraints, keyUsage, unknownCriticalExtensions }: Certificate): string | null {
  if (version !== 3 || basicConstraints?.cA !== true) return 'it is not the certificate of an authority'
  if (keyUsage !== null && !keyUsage.keyCertSign) return 'its key may not sign certificates'
  const [unknown] = unknownCriticalExtensions
  return unknown === undefined ? null : `its critical extension ${unknown} is not understood`
}
