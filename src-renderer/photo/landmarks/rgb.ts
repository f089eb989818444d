/** Red, green and blue of RGBA pixels as the models take them, each times `factor`. */
export function rgbOf(rgba: Uint8ClampedArray, into: Float32Array, factor: number): void {
  for (let from = 0, to = 0; to < into.length; from += 4, to += 3) {
    into[to] = (rgba[from] ?? 0) * factor
    into[to + 1] = (rgba[from + 1] ?? 0) * factor
    into[to + 2] = (rgba[from + 2] ?? 0) * factor
  }
}
