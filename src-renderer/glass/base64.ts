/** Bytes a call of String.fromCharCode takes without trouble. */
const piece = 0x8000

/** Base64 of a file (RFC 4648 §4), for the messages that carry one. */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += piece) text += String.fromCharCode(...bytes.subarray(start, start + piece))
  return btoa(text)
}
