import type { HtmlTagDescriptor, Plugin } from 'vite'

/**
 * The browser is told in the HTML already of every script that a page needs to draw its first screen, also where a small
 * first script opens the line to main and only then asks for what draws; and of the interface's fonts, so that nothing is
 * drawn twice for a font that came late. Vite's own hints (`build.modulePreload`) are off: they come with a helper that
 * puts the same links into the page once more, by script.
 * @param firstScreen the module that such a small first script asks for: the end of its path.
 */
export function pagePreload(firstScreen: string): Plugin {
  return {
    name: 'madoguchi-page-preload',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle, chunk }) => {
        if (bundle === undefined || chunk === undefined) return []
        const scripts = new Set<string>()
        const add = (name: string): void => {
          const part = bundle[name]
          if (scripts.has(name) || part?.type !== 'chunk') return
          scripts.add(name)
          part.imports.forEach(add)
        }
        const drawing = chunk.dynamicImports.filter((name) => {
          const part = bundle[name]
          return part?.type === 'chunk' && part.facadeModuleId?.endsWith(firstScreen)
        })
        for (const name of [...chunk.imports, ...drawing]) add(name)
        const fonts = drawing.length === 0 ? [] : Object.keys(bundle).filter((name) => /\/gothic-\d+-[^/]+\.ttf$/.test(name))
        return [...[...scripts].map(script), ...fonts.map(font)]
      },
    },
  }
}

const link = (attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({ tag: 'link', injectTo: 'head', attrs })
/** As the module that it is: fetched as any script, it would be compiled as one beside the page, and once more as a module. */
const script = (name: string): HtmlTagDescriptor => link({ rel: 'modulepreload', crossorigin: true, href: `../${name}` })
const font = (name: string): HtmlTagDescriptor => link({ rel: 'preload', as: 'font', type: 'font/ttf', crossorigin: true, href: `../${name}` })
