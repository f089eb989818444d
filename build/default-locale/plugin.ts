import type { Plugin } from 'vite'

const file = '/react-aria/dist/private/i18n/useDefaultLocale.mjs'

/** Both of its exports, without the look into ICU's lists of locales that it does when it is loaded. */
const code = `const locale = { locale: 'ja-JP', direction: 'ltr' }
export const getDefaultLocale = () => locale
export const useDefaultLocale = () => locale
`

/**
 * React Aria asks the browser for its language when it is loaded, which takes as long as drawing the first screen, and
 * listens for a change. Every page here says its language itself (I18nProvider), and none follows the browser's.
 */
export function defaultLocale(): Plugin {
  let isReplaced = false
  return {
    name: 'madoguchi-default-locale',
    apply: 'build',
    load(id) {
      if (!id.replaceAll('\\', '/').endsWith(file)) return null
      isReplaced = true
      return code
    },
    buildEnd(error) {
      if (error === undefined && !isReplaced) this.error(`React Aria has no ${file} any more: see whether it still asks for the locale when it is loaded`)
    },
  }
}
