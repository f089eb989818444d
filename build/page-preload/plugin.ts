import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * Pages whose small first script opens the line to main and only then asks for what draws: the browser is told in the
 * HTML already to fetch that, and the interface's fonts, so that nothing is drawn twice for a font that came late.
 */
export function pagePreload(): Plugin {
  return {
    name: 'madoguchi-page-preload',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle, chunk }) => {
        if (bundle === undefined || chunk === undefined || chunk.dynamicImports.length === 0) return []
        const scripts = new Set<string>()
        const add = (name: string): void => {
          const part = bundle[name]
          if (scripts.has(name) || part?.type !== 'chunk') return
          scripts.add(name)
          part.imports.forEach(add)
        }
        chunk.dynamicImports.forEach(add)
        for (const name of [chunk.fileName, ...chunk.imports]) scripts.delete(name)
        const fonts = Object.keys(bundle).filter((name) => /\/gothic-\d+-[^/]+\.woff2$/.test(name))
        return [...[...scripts].map(script), ...fonts.map(font)]
      },
    },
  }
}

const link = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({ tag: 'link', injectTo: 'head', attrs })
/** Fetched, but not compiled yet (`modulepreload` would): the first script goes first. */
const script = (name: string): HtmlTagDescriptor => link({ rel: 'preload', as: 'script', crossorigin: true, href: `../${name}` })
const font = (name: string): HtmlTagDescriptor => link({ rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `../${name}` })
