import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { photoModels } from '../../../../build/photo-models/plugin.ts'

const root = resolve(import.meta.dirname, '../../../..')

/** A page with the photo studio and nothing around it. No part of the product's build. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [photoModels(root)],
  build: {
    outDir: resolve(root, 'out/photo/site'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3000,
  },
})
