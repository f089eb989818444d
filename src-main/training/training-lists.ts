import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Configuration } from '../config.ts'
import { issuerFolders } from './issuer/issuer-folders.ts'

/**
 * A training configuration whose revocation lists are those that the kiosk's own training issuer publishes, instead of
 * the kit's, which nobody changes. Lists that it has not published (no kiosk has run on this data folder) and lists from
 * elsewhere stay.
 */
export function withTrainingLists(configuration: Configuration, kit: string): Configuration {
  const { profile, issuer, dataFolder, certificateStatus } = configuration
  if (!profile.training || issuer.driver === 'none') return configuration
  const [pki, { lists }] = [join(kit, 'pki'), issuerFolders(dataFolder)]
  const own = (file: string): string => {
    const path = relative(pki, file)
    const published = join(lists, path)
    return path.split(sep)[0] !== '..' && existsSync(published) ? published : file
  }
  const sources = certificateStatus.sources.map((source) => (source.driver === 'crl-file' ? { ...source, crls: source.crls.map(own) } : source))
  return { ...configuration, certificateStatus: { ...certificateStatus, sources } }
}
