import { join } from 'node:path'

/** Where a training kiosk keeps what issuing changes, in its own data folder. */
export function issuerFolders(dataFolder: string) {
  const home = join(dataFolder, 'training')
  return {
    home,
    books: join(home, 'issuer'),
    /** Revocation lists, named as in the kit's pki folder. */
    lists: join(home, 'lists'),
    cards: join(home, 'cards'),
    /** Which resident a certificate was issued to; begins anew with the books. */
    linksFile: join(home, 'issuer', 'certificate-links.sqlite'),
    /** Which kit the books began from. */
    kitMark: join(home, 'kit.sha256'),
  }
}
