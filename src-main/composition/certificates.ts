import type { CertificateComposer, ReadBinding } from '../documents/certificate-composer.ts'

export interface Certificates {
  readonly composer: CertificateComposer
  readonly readBinding: ReadBinding
  /** Loads what sets the papers and opens the fonts. Throws for a configured font that is there but broken. */
  warmUp(): Promise<void>
}

/**
 * What sets the papers, loaded when it is first wanted: its PDF library is half of the program's code, and nobody
 * prints in the first second.
 * @param fonts paths in order of preference.
 */
export function composeCertificates(fonts: readonly string[]): Certificates {
  const open = async (): Promise<CertificateComposer> => {
    const { createCertificateComposer } = await import('../documents/composer.ts')
    return createCertificateComposer({ fonts })
  }
  let opened: Promise<CertificateComposer> | null = null
  const composer = (): Promise<CertificateComposer> => (opened ??= open())
  return {
    composer: { description: fonts.join(', '), compose: async (...order) => (await composer()).compose(...order) },
    readBinding: async (pdf) => {
      const { readBinding } = await import('../documents/pdf/binding.ts')
      return readBinding(pdf)
    },
    warmUp: async () => {
      await composer()
    },
  }
}
