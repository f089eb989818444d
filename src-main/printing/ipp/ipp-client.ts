import { decodeIpp, IppFormatError } from './ipp-decoder.ts'
import { encodeIpp, firstErrorStatus, ippTag, versionNotSupported, type IppAttribute, type IppOperation, type IppResponse } from './ipp-message.ts'
import { ippExchange, type IppAddress } from './ipp-transport.ts'

/** How an operation ended. After `unsent` and `refused` the printer did nothing; after `lost` it may have. */
export type IppOutcome =
  | { readonly kind: 'done'; readonly response: IppResponse }
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'unsent'; readonly detail: string }
  | { readonly kind: 'lost'; readonly detail: string }

export interface IppCall {
  readonly operation: IppOperation
  readonly operationAttributes?: readonly IppAttribute[]
  readonly jobAttributes?: readonly IppAttribute[]
  readonly document?: Uint8Array
  /** For the whole exchange. */
  readonly timeoutMs: number
}

/** Operations of one printer. Speaks IPP 2.0, and 1.1 with printers that know no other. */
export class IppClient {
  readonly #address: IppAddress
  #version: readonly [number, number] = [2, 0]
  #requestId = 0

  constructor(address: IppAddress) {
    this.#address = address
  }

  async call(call: IppCall): Promise<IppOutcome> {
    const outcome = await this.#attempt(call)
    // The one answer after which the same request may be sent again: the printer has not looked at the rest.
    if (outcome.kind !== 'done' || outcome.response.status !== versionNotSupported || this.#version[0] === 1) return judged(outcome)
    this.#version = [1, 1]
    return judged(await this.#attempt(call))
  }

  async #attempt(call: IppCall): Promise<IppOutcome> {
    this.#requestId = (this.#requestId % 0x7fff_ffff) + 1
    const requestId = this.#requestId
    const message = encodeIpp({
      version: this.#version,
      operation: call.operation,
      requestId,
      operationAttributes: [
        // RFC 8011 §4.1.4 wants these two first, and the target third.
        { tag: ippTag.charset, name: 'attributes-charset', values: ['utf-8'] },
        { tag: ippTag.naturalLanguage, name: 'attributes-natural-language', values: ['ja'] },
        { tag: ippTag.uri, name: 'printer-uri', values: [this.#address.uri] },
        ...(call.operationAttributes ?? []),
      ],
      jobAttributes: call.jobAttributes ?? [],
    })
    const exchange = await ippExchange(this.#address, call.document === undefined ? [message] : [message, call.document], call.timeoutMs)
    if (exchange.kind === 'httpError') return { kind: 'refused', detail: `HTTP ${exchange.status}` }
    if (exchange.kind !== 'answer') return exchange
    try {
      const response = decodeIpp(exchange.body)
      return response.requestId === requestId ? { kind: 'done', response } : { kind: 'lost', detail: 'the answer is to another request' }
    } catch (error) {
      if (!(error instanceof IppFormatError)) throw error
      return { kind: 'lost', detail: `malformed answer: ${error.message}` }
    }
  }
}

function judged(outcome: IppOutcome): IppOutcome {
  if (outcome.kind !== 'done' || outcome.response.status < firstErrorStatus) return outcome
  return { kind: 'refused', detail: `IPP 0x${outcome.response.status.toString(16).padStart(4, '0')}` }
}
