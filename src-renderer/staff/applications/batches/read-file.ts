import { base64Of } from '../../../glass/base64.ts'

/** What a list may have; main refuses more. */
export const maxListBytes = 1_000_000

/** The file as it is, base64: main finds out its encoding. */
export const fileToBase64 = async (file: Blob): Promise<string> => base64Of(new Uint8Array(await file.arrayBuffer()))
