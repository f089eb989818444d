import { readTlvHeader } from '../../codec/tlv.ts'
import type { CardSession } from './card-session.ts'
import { readPrefix } from './file-reader.ts'

/** More than the headers and the first object of an applet information file. */
const prefixLength = 32

/**
 * Asks the card whether it takes extended lengths, where that is not known yet: the second byte of the first object in
 * the applet information (DF31 in EF 0003 of 券面事項確認AP, DF41 in EF 0005 of 券面事項入力補助AP; reference card.md §5).
 * An answer that makes no sense leaves it open: the long form is then tried when it would help.
 */
export async function learnExtendedLength(session: CardSession, place: { readonly fileId: number; readonly fileTag: number; readonly versionTag: number }): Promise<void> {
  if (session.extendedLength.isKnown) return
  const start = await readPrefix(session, place.fileId, prefixLength)
  if (!start.ok) return
  const file = readTlvHeader(start.value)
  if (!file.ok || file.value.tag !== place.fileTag) return
  const version = readTlvHeader(start.value.subarray(file.value.headerLength))
  if (!version.ok || version.value.tag !== place.versionTag || version.value.valueLength < 2) return
  const support = start.value[file.value.headerLength + version.value.headerLength + 1]
  if (support !== undefined) session.extendedLength.said(support)
}
