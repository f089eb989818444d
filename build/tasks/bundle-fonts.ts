import { copyFileSync, mkdirSync } from 'node:fs'
import { nodeModule, out } from './project.ts'

/** Fonts that come by npm, under the names that the configuration uses; licences beside them. */
const fonts = [
  ['biz-udmincho', '400Regular', 'BIZUDMincho_400Regular.ttf', 'BIZUDMincho-Regular.ttf'],
  ['biz-udmincho', '700Bold', 'BIZUDMincho_700Bold.ttf', 'BIZUDMincho-Bold.ttf'],
] as const

export function copyFonts(): void {
  mkdirSync(out('fonts'), { recursive: true })
  for (const [name, weight, file, target] of fonts) {
    const folder = nodeModule('@expo-google-fonts', name)
    copyFileSync(`${folder}/${weight}/${file}`, out('fonts', target))
    copyFileSync(`${folder}/LICENSE_FONT`, out('fonts', `${target.replace('.ttf', '')}-LICENSE.txt`))
  }
}
