/** The questions that the page for applications may ask over the desk. */
export type ApplicationQuestion =
  | { readonly kind: 'newApplication'; readonly batchId: string | null }
  | { readonly kind: 'applicationStep'; readonly applicationId: string; readonly step: 'shipped' | 'prepared' | 'notified' }
  | { readonly kind: 'applicationPaper'; readonly applicationId: string; readonly papers: 'form' | 'pinForm' | 'photo' }
  | {
      readonly kind: 'applicationLink' | 'photoFile' | 'photoConfirm' | 'photoExcept' | 'applicationReturn' | 'applicationCorrect' | 'applicationDeliver' | 'applicationRefuse' | 'applicationWithdraw'
      readonly applicationId: string
    }
  | { readonly kind: 'packetMake'; readonly packetId: string }
  | { readonly kind: 'packetHandedOver'; readonly packetId: string }
  | { readonly kind: 'batchOpen' }
  | { readonly kind: 'batchImport' | 'batchSheet' | 'batchClose'; readonly batchId: string }
