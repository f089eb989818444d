import type { Result, Tensor } from '@vladmandic/human'

export type { Tensor } from '@vladmandic/human'

export interface Model {
  execute(input: Tensor): Tensor | Tensor[]
}

/** What is used of TensorFlow.js, which the library hands out without types. */
export interface TensorFlow {
  env(): { set(flag: string, value: boolean): void }
  tensor(values: Float32Array, shape: readonly number[], type: 'float32'): Tensor
  dispose(tensors: Tensor | readonly Tensor[]): void
  /** Disposes of everything made in it but of what it returns. */
  tidy<T>(work: () => T): T
  readonly image: {
    cropAndResize(image: Tensor, boxes: readonly (readonly number[])[], of: readonly number[], size: readonly [number, number]): Tensor
    flipLeftRight(images: Tensor): Tensor
  }
}

/** What is used of the library: the detector through `detect`, and the models themselves. */
export interface Library {
  readonly tf: TensorFlow
  readonly models: { readonly models: Readonly<Record<string, Model | null>> }
  detect(input: Tensor): Promise<Result>
}

export function modelOf({ models }: Library, name: 'facemesh' | 'iris'): Model {
  const model = models.models[name]
  if (!model) throw new Error(`the model ${name} is not loaded`)
  return model
}
