import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

const weights = [
  { weight: 400, file: '400Regular/BIZUDPGothic_400Regular.ttf' },
  { weight: 700, file: '700Bold/BIZUDPGothic_700Bold.ttf' },
] as const

/** Every character that the screens' own words can show, and printable ASCII. */
function interfaceCharacters(root: string): string[] {
  const characters = new Set(Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)))
  for (const file of globSync('src-renderer/**/*.{ts,tsx}', { cwd: root })) for (const character of readFileSync(join(root, file), 'utf8')) characters.add(character)
  return [...characters].filter((character) => (character.codePointAt(0) ?? 0) >= 0x20).sort()
}

async function makeInterfaceFont(root: string, folder: string): Promise<void> {
  const characters = interfaceCharacters(root)
  const range = characters.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`).join(',')
  mkdirSync(folder, { recursive: true })
  const faces = await Promise.all(
    weights.map(async ({ weight, file }) => {
      const whole = readFileSync(join(root, 'node_modules', '@expo-google-fonts', 'biz-udpgothic', file))
      // Not WOFF2: read from this machine, unpacking it would take longer than all the bytes that it saves.
      const name = `gothic-${weight}.ttf`
      writeFileSync(join(folder, name), await subsetFont(whole, characters.join(''), { targetFormat: 'truetype' }))
      return `@font-face { font-family: 'BIZ UDPGothic'; font-weight: ${weight}; font-display: block; src: url('./${name}') format('truetype'); unicode-range: ${range}; }`
    }),
  )
  writeFileSync(join(folder, 'faces.css'), `${faces.join('\n')}\n`)
}

/**
 * The characters of the interface in a font of 450 KB a weight, so that a screen need not wait for 4.5 MB. The whole
 * font stays behind it for what data brings (names, addresses). `@interface-font` is the folder of the made files;
 * `root` is the project's, because a bundled configuration does not know where its parts came from.
 */
export function interfaceFont(root: string): Plugin {
  const folder = join(root, 'out', 'interface-font')
  return {
    name: 'madoguchi-interface-font',
    config: async () => {
      await makeInterfaceFont(root, folder)
      return { resolve: { alias: { '@interface-font': folder } }, server: { fs: { allow: [root] } } }
    },
  }
}
