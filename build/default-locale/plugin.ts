import type { Plugin } from 'vite'

/** Files of React Aria, and what stands in their place: all of their exports. */
const replacements = new Map([
  // Without the look into ICU's lists of locales that it does when it is loaded.
  [
    '/react-aria/dist/private/i18n/useDefaultLocale.mjs',
    `const locale = { locale: 'ja-JP', direction: 'ltr' }
export const getDefaultLocale = () => locale
export const useDefaultLocale = () => locale
`,
  ],
  // Both languages are written from left to right; ICU would load its script data to say so.
  ['/react-aria/dist/private/i18n/utils.mjs', 'export const isRTL = () => false\n'],
])

/**
 * React Aria asks ICU for the browser's language and for the direction of the page's, which takes as long as drawing
 * the first screen. Every page here says its language itself (I18nProvider), and none follows the browser's.
 */
export function defaultLocale(): Plugin {
  const missing = new Set(replacements.keys())
  return {
    name: 'madoguchi-default-locale',
    apply: 'build',
    load(id) {
      const path = id.replaceAll('\\', '/')
      for (const [file, code] of replacements) {
        if (!path.endsWith(file)) continue
        missing.delete(file)
        return code
      }
      return null
    },
    buildEnd(error) {
      if (error === undefined && missing.size > 0) this.error(`React Aria has no ${[...missing].join(', ')} any more: see whether it still asks ICU when it is loaded`)
    },
  }
}
