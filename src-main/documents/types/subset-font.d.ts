/** The package ships no types. Only what is used here. */
declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat: 'truetype'
    readonly noHinting?: boolean
    readonly noLayoutClosure?: boolean
    readonly keepFeatures?: readonly string[]
  }
  export default function subsetFont(font: Buffer, text: string, options: SubsetOptions): Promise<Buffer>
}
