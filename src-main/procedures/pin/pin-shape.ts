import type { PinKind } from '../../../src-preload/contract.ts'

/** How a PIN is entered. */
export interface PinShape {
  readonly minLength: number
  readonly maxLength: number
  readonly alphabet: 'digits' | 'digitsAndCapitals'
}

const fourDigits: PinShape = { minLength: 4, maxLength: 4, alphabet: 'digits' }

/** Reference counter-procedures §B.1. */
export const pinShapes: Readonly<Record<PinKind, PinShape>> = {
  userAuthentication: fourDigits,
  signature: { minLength: 6, maxLength: 16, alphabet: 'digitsAndCapitals' },
  inputSupport: fourDigits,
  residentRegister: fourDigits,
}
