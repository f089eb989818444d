import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CardHolder } from '../../../src-main/training/card/records/card-holder.ts'
import { addressLine, individualNumberLine, nameLine, securityCodeLine, textPictures } from '../../../src-main/training/card/records/text-pictures.ts'
import type { KitCardFiles } from '../../../src-main/training/card/profiles/kit-supplies.ts'
import { japaneseCalendarDay } from '../../../src-main/training/issuer/certificates/validity-period.ts'
import { jp2Writer } from './jp2-writer.ts'
import { portraitKinds, portraits, type PortraitKind } from './portrait.ts'

/** BIZ UD明朝 as npm brings it, and the font for rare characters where the machine has it. */
export const pictureFont = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf')
const rareCharacters = '/usr/share/fonts/truetype/ipamj/ipamjm.ttf'

const photoFile = ({ hair, age }: PortraitKind): string => `pictures/photo-${hair}-${age}.jp2`

function kindOf({ sex, birthDate }: CardHolder, now: Date): PortraitKind {
  const years = Number(japaneseCalendarDay(now).slice(0, 4)) - Number(birthDate.slice(0, 4))
  return { hair: sex === '2' ? 'long' : 'short', age: years < 16 ? 'child' : years < 65 ? 'adult' : 'old' }
}

/** Writes the pictures of all holders into `<dir>/pictures` and says which are whose, by the keys of `holders`. */
export async function writePictures(dir: string, holders: ReadonlyMap<string, CardHolder>, now: Date): Promise<ReadonlyMap<string, KitCardFiles['pictures']>> {
  const encode = await jp2Writer()
  const drawn = portraits(pictureFont)
  for (const [index, kind] of portraitKinds.entries()) {
    const picture = drawn[index]
    if (picture !== undefined) await writeFile(join(dir, photoFile(kind)), encode(picture))
  }
  const all = [...holders]
  const lines = all.flatMap(([, holder]) => [
    nameLine(holder.name),
    addressLine(holder.address),
    securityCodeLine(holder.securityCode),
    individualNumberLine(holder.individualNumber),
  ])
  const texts = textPictures(lines, [pictureFont, rareCharacters])
  const files = new Map<string, KitCardFiles['pictures']>()
  for (const [index, [key, holder]] of all.entries()) {
    const names = ['name', 'address', 'code', 'number'].map((what) => `pictures/${key}.${what}.png`)
    for (const [place, name] of names.entries()) await writeFile(join(dir, name), texts[index * names.length + place] ?? new Uint8Array(0))
    const [name = '', address = '', securityCode = '', individualNumber = ''] = names
    files.set(key, { name, address, securityCode, individualNumber, photo: photoFile(kindOf(holder, now)) })
  }
  return files
}
