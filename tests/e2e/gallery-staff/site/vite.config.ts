import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { interfaceFont } from '../../../../build/interface-font/plugin.ts'

/** The staff screen and the training panel with invented snapshots. No part of the product's build. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react(), interfaceFont(resolve(import.meta.dirname, '../../../..'))],
  build: {
    outDir: resolve(import.meta.dirname, '../../../../out/gallery-staff/site'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: { staff: resolve(import.meta.dirname, 'index.html'), training: resolve(import.meta.dirname, 'training.html') } },
  },
})
