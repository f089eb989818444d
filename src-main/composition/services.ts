import type { CounterService } from '../../src-preload/contract.ts'
import { beginIssuance } from '../procedures/certificate-issuance/procedure.ts'
import type { IssuancePorts, IssuanceRules, ServiceOffer } from '../procedures/certificate-issuance/ports.ts'
import type { OfferedService } from '../procedures/session/resident-session.ts'

export interface ServiceParts {
  /** What the profile lists, in its order. */
  readonly listed: readonly CounterService[]
  readonly issuance: { readonly ports: IssuancePorts; readonly rules: IssuanceRules; readonly offers: () => readonly ServiceOffer[] }
}

/** What a resident can begin at this terminal: the services of the profile, each with the procedure behind it. */
export function composeServices({ listed, issuance }: ServiceParts): () => readonly OfferedService[] {
  return () => {
    const offers = issuance.offers()
    return listed.flatMap((service): OfferedService[] => {
      const offer = offers.find((each) => each.service === service)
      if (offer) return [{ service, fee: offer.fee, begin: (start) => beginIssuance(issuance.ports, issuance.rules, offer, start) }]
      return []
    })
  }
}
