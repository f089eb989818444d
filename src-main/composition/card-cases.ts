import type { OpenCard } from '../card/individual-number-card.ts'
import { offeredCardWork } from '../config/card-work-schema.ts'
import type { Configuration } from '../config.ts'
import type { ComposeForm } from '../documents/forms/compose-form.ts'
import type { Result } from '../failures/result.ts'
import { certificateIdentity } from '../pki/certificate-identity.ts'
import type { CertificateIdentity } from '../pki/certificate-status.ts'
import { nameAsText } from '../pki/certificate/distinguished-name.ts'
import { anchorFiles } from '../pki/path/anchor-files.ts'
import { CardCasesDesk } from '../procedures/card-cases/cases-desk.ts'
import { cardLooker } from '../procedures/card-cases/look-at-card.ts'
import { createCasePapers } from '../procedures/card-cases/papers/case-papers.ts'
import type { CardCasePorts } from '../procedures/card-cases/ports.ts'
import { readCardWorkRules } from '../procedures/card-cases/rules/read-rules.ts'
import type { CardWorkRules } from '../procedures/card-cases/rules/rules-schema.ts'

export type CardCaseParts = Pick<CardCasePorts, 'store' | 'registry' | 'directory' | 'issuer' | 'accounts' | 'documentPrinter' | 'audit' | 'clock' | 'startAtCard'> & {
  readonly openCard: OpenCard
  readonly rules: CardWorkRules
}

/** The rules by which cards are worked on. Failures: CONFIG-INVALID. */
export const composeCardWorkRules = (configuration: Configuration): Result<CardWorkRules> => readCardWorkRules(configuration.cardWork.rulesFile)

/** The clerk's card cases, with the documents they print and the names by which the issuer's terminal knows authorities. */
export function composeCardCases(configuration: Configuration, { openCard, ...ports }: CardCaseParts): CardCasesDesk {
  const { profile, municipality, terminal, cardWork, certificateStatus, fonts } = configuration
  return new CardCasesDesk({
    ...ports,
    certificateIdentity,
    issuerName: issuerNames(certificateStatus.anchors),
    lookAtCard: cardLooker(openCard),
    papers: createCasePapers({
      compose: formComposer(fonts),
      rules: ports.rules,
      office: { municipality: municipality.name.ja, mayor: `${municipality.mayorTitle}　${municipality.mayorName}`, terminalNumber: terminal.number, office: terminal.office, phone: terminal.officePhone },
      specimen: profile.training,
      clock: ports.clock,
    }),
    place: { profile: profile.name, kinds: offeredCardWork(profile, municipality.code, cardWork), municipalityCode: municipality.code },
  })
}

/** Loaded when first wanted, as what sets the certificates. */
export function formComposer(fonts: readonly string[]): ComposeForm {
  let opened: Promise<ComposeForm> | null = null
  const open = async (): Promise<ComposeForm> => (await import('../documents/forms/compose-form.ts')).createFormComposer(fonts)
  return async (order) => (await (opened ??= open()))(order)
}

/** The registry knows issuers as text; the trust anchors have the same names in their own encoding. */
function issuerNames(anchors: readonly string[]): (identity: CertificateIdentity) => Promise<Uint8Array | null> {
  const files = anchorFiles(anchors)
  return async ({ issuer, issuerKeyIdentifier }) => {
    const loaded = await files.load()
    const anchor = loaded.anchors.find(({ subject, subjectKeyIdentifier }) => subjectKeyIdentifier === issuerKeyIdentifier && nameAsText(subject) === issuer)
    return anchor?.subject.encoding ?? null
  }
}
