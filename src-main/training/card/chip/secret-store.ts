/** What a secret's file holds in the chip's non-volatile memory. */
export interface SecretState {
  readonly left: number
  readonly value: Uint8Array
}

/** Non-volatile memory of a card: outlives power and, if the store does, the process. Keys such as `JPKI/0018`. */
export interface SecretStore {
  get(name: string): SecretState | undefined
  set(name: string, state: SecretState): void
}

export function memorySecretStore(): SecretStore {
  const states = new Map<string, SecretState>()
  return { get: (name) => states.get(name), set: (name, state) => void states.set(name, state) }
}
