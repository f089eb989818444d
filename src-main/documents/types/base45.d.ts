/** RFC 9285. The package ships no types. */
declare module 'base45' {
  const base45: {
    encode(bytes: Uint8Array): string
    /** Checks nothing: characters outside the alphabet and overflows give wrong bytes. */
    decode(text: string): Buffer
  }
  export default base45
}
