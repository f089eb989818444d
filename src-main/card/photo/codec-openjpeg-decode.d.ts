/** The part of @cornerstonejs/codec-openjpeg (1.3.6, no types of its own) that reads photos. */
declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  interface J2KDecoder {
    /** Room for the file, in the codec's memory. */
    getEncodedBuffer(length: number): Uint8Array
    decode(): void
    getFrameInfo(): { readonly width: number; readonly height: number; readonly bitsPerSample: number; readonly componentCount: number; readonly isSigned: boolean }
    /** Interleaved samples, one byte each at 8 bits; a view of the codec's memory. */
    getDecodedBuffer(): Uint8Array
    delete(): void
  }
  interface Options {
    /** What the codec has to say goes nowhere. */
    readonly print: () => void
    readonly printErr: () => void
  }
  const openjpeg: (options: Options) => Promise<{ readonly J2KDecoder: new () => J2KDecoder }>
  export default openjpeg
}
