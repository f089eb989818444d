import babel from '@rolldown/plugin-babel'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import { defaultLocale } from './build/default-locale/plugin.ts'
import { interfaceFont } from './build/interface-font/plugin.ts'
import { pagePreload } from './build/page-preload/plugin.ts'
import { photoModels } from './build/photo-models/plugin.ts'

const at = (...parts: string[]): string => resolve(import.meta.dirname, ...parts)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      chunkSizeWarningLimit: 3000,
      // Pure JavaScript comes along in the bundle: opening hundreds of small files is half of the start. Native addons and wasm stay outside.
      externalizeDeps: { exclude: ['zod', 'xstate', 'uuid', 'ws', 'commander', 'base45', 'pdf-lib', 'qrcode', 'receiptline', 'iconv-lite'] },
      rolldownOptions: {
        input: {
          electron: at('src-main/electron.ts'),
          serve: at('src-main/serve.ts'),
          cli: at('src-main/cli.ts'),
          'card-reader-process': at('src-main/card/reader-process/main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload script can load nothing but "electron": CommonJS, all in one file.
      externalizeDeps: false,
      rolldownOptions: { input: { index: at('src-preload/index.ts') }, external: ['electron'], output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src-renderer',
    base: '/',
    // The resident's screens draw only what a snapshot changed; the other screens have time enough, and smaller code.
    plugins: [react(), babel({ include: /src-renderer\/(resident|parts)\/.*\.tsx?$/, presets: [reactCompilerPreset()] }), defaultLocale(), interfaceFont(import.meta.dirname), photoModels(import.meta.dirname), pagePreload('/resident/show.tsx')],
    build: {
      outDir: 'out/renderer',
      // Inlined assets would need data: in the content security policy of scripts and fonts.
      assetsInlineLimit: 0,
      minify: true,
      // Loaded from this machine, not over a network.
      chunkSizeWarningLimit: 2000,
      modulePreload: false,
      rolldownOptions: {
        input: {
          resident: at('src-renderer/resident/index.html'),
          staff: at('src-renderer/staff/index.html'),
          training: at('src-renderer/training/index.html'),
        },
      },
    },
  },
})
