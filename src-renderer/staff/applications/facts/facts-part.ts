import type { ApplicationDetail, ApplicationFacts } from '../../../../src-preload/contract.ts'

export interface FactsPartProps {
  detail: ApplicationDetail
  facts: ApplicationFacts
  change: (over: Partial<ApplicationFacts>) => void
}
