import type { CounterService } from '../../src-preload/contract.ts'
import type { CardApplicationPorts, CardApplicationRules } from '../procedures/card-application/ports.ts'
import { beginCardApplication } from '../procedures/card-application/procedure.ts'
import { beginIssuance } from '../procedures/certificate-issuance/procedure.ts'
import type { IssuancePorts, IssuanceRules, ServiceOffer } from '../procedures/certificate-issuance/ports.ts'
import type { ValidityPorts, ValidityRules } from '../procedures/certificate-validity/ports.ts'
import { beginCertificateValidity } from '../procedures/certificate-validity/procedure.ts'
import type { PinChangePorts, PinChangeRules } from '../procedures/pin-change/ports.ts'
import { beginPinChange } from '../procedures/pin-change/procedure.ts'
import type { OfferedService } from '../procedures/session/resident-session.ts'

export interface ServiceParts {
  /** What the profile lists, in its order. */
  readonly listed: readonly CounterService[]
  readonly issuance: { readonly ports: IssuancePorts; readonly rules: IssuanceRules; readonly offers: () => readonly ServiceOffer[] }
  readonly pinChange: { readonly ports: PinChangePorts; readonly rules: PinChangeRules }
  readonly certificateValidity: { readonly ports: ValidityPorts; readonly rules: ValidityRules }
  /** Left out where no applications are taken. */
  readonly cardApplication?: { readonly ports: CardApplicationPorts; readonly rules: CardApplicationRules }
}

/** What a resident can begin at this terminal: the services of the profile, each with the procedure behind it. */
export function composeServices({ listed, issuance, pinChange, certificateValidity, cardApplication }: ServiceParts): () => readonly OfferedService[] {
  return () => {
    const offers = issuance.offers()
    return listed.flatMap((service): OfferedService[] => {
      if (service === 'pinChange') return [{ service, fee: 0, begin: (start) => beginPinChange(pinChange.ports, pinChange.rules, start) }]
      if (service === 'certificateValidity') {
        return [{ service, fee: 0, begin: (start) => beginCertificateValidity(certificateValidity.ports, certificateValidity.rules, start) }]
      }
      if (service === 'cardApplication') {
        return cardApplication && cardApplication.rules.offered.kinds.length > 0 ? [{ service, fee: 0, begin: (start) => beginCardApplication(cardApplication.ports, cardApplication.rules, start) }] : []
      }
      const offer = offers.find((each) => each.service === service)
      return offer ? [{ service, fee: offer.fee, begin: (start) => beginIssuance(issuance.ports, issuance.rules, offer, start) }] : []
    })
  }
}
