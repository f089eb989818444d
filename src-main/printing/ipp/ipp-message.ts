/** The binary form of IPP messages: RFC 8010 (encoding), numbers from RFC 8011 and the IANA IPP registry. */

export const ippOperation = {
  printJob: 0x0002,
  validateJob: 0x0004,
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
} as const
export type IppOperation = (typeof ippOperation)[keyof typeof ippOperation]

export const ippGroup = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04, unsupported: 0x05 } as const

/** Syntaxes this kiosk writes. */
export const ippTag = {
  integer: 0x21,
  boolean: 0x22,
  enumeration: 0x23,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeType: 0x49,
} as const
export type IppTag = (typeof ippTag)[keyof typeof ippTag]

/** Status codes below this are successes, some with a remark. */
export const firstErrorStatus = 0x0100
export const versionNotSupported = 0x0503

export interface IppAttribute {
  readonly tag: IppTag
  readonly name: string
  /** Text in UTF-8, a 32-bit integer or a boolean, as the tag says; more than one for 1setOf. */
  readonly values: readonly (string | number | boolean)[]
}

export interface IppRequest {
  /** Major and minor, such as 2 and 0. */
  readonly version: readonly [number, number]
  readonly operation: IppOperation
  readonly requestId: number
  readonly operationAttributes: readonly IppAttribute[]
  readonly jobAttributes: readonly IppAttribute[]
}

/** Values of syntaxes that are not needed here (dates, ranges, collections) stay bytes. */
export type IppValue = string | number | boolean | Uint8Array

export interface IppResponse {
  readonly version: readonly [number, number]
  readonly status: number
  readonly requestId: number
  /** In the order they came; the same tag may come more than once. */
  readonly groups: readonly { readonly tag: number; readonly attributes: ReadonlyMap<string, readonly IppValue[]> }[]
}

function uint(value: number, bytes: 1 | 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes)
  if (bytes === 4) buffer.writeInt32BE(value)
  else buffer.writeUIntBE(value, 0, bytes)
  return buffer
}

function encodeValue(tag: IppTag, value: string | number | boolean): Buffer {
  if (typeof value === 'string') {
    const text = Buffer.from(value, 'utf8')
    if (text.length > 1023) throw new RangeError('an IPP text value is at most 1023 bytes')
    return text
  }
  return typeof value === 'boolean' ? uint(value ? 1 : 0, tag === ippTag.boolean ? 1 : 4) : uint(value, 4)
}

function encodeAttribute({ tag, name, values }: IppAttribute): Buffer {
  return Buffer.concat(
    values.flatMap((value, index) => {
      const encodedName = Buffer.from(index === 0 ? name : '', 'ascii')
      const encodedValue = encodeValue(tag, value)
      return [uint(tag, 1), uint(encodedName.length, 2), encodedName, uint(encodedValue.length, 2), encodedValue]
    }),
  )
}

/** The request as bytes; document data, where the operation has it, follows right behind. */
export function encodeIpp(request: IppRequest): Buffer {
  const group = (tag: number, attributes: readonly IppAttribute[]): Buffer[] =>
    attributes.length === 0 ? [] : [uint(tag, 1), ...attributes.map(encodeAttribute)]
  return Buffer.concat([
    uint(request.version[0], 1),
    uint(request.version[1], 1),
    uint(request.operation, 2),
    uint(request.requestId, 4),
    ...group(ippGroup.operation, request.operationAttributes),
    ...group(ippGroup.job, request.jobAttributes),
    uint(ippGroup.end, 1),
  ])
}
