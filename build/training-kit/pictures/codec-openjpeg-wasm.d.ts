/** The part of @cornerstonejs/codec-openjpeg (1.3.6, no types of its own) that draws photos. */
declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  interface FrameInfo {
    readonly width: number
    readonly height: number
    readonly bitsPerSample: number
    readonly componentCount: number
    readonly isSigned: boolean
  }
  interface J2KEncoder {
    /** Room for the pixels, in the codec's memory. */
    getDecodedBuffer(frame: FrameInfo): Uint8Array
    setQuality(lossless: boolean, quality: number): void
    setCompressionRatio(layer: number, ratio: number): void
    encode(): void
    getEncodedBuffer(): Uint8Array
    delete(): void
  }
  const openjpeg: () => Promise<{ readonly J2KEncoder: new () => J2KEncoder }>
  export default openjpeg
}
