import type { Extent } from '../../src-preload/contract.ts'

/** What a certificate is called on papers and in reports. */
export const certificateNames: Readonly<Record<Extent, { readonly ja: string; readonly en: string }>> = {
  household: { ja: '住民票の写し（世帯全員）', en: 'Resident record, whole household' },
  members: { ja: '住民票の写し（世帯の一部）', en: 'Resident record, selected members' },
}
