import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { interfaceFont } from '../../build/interface-font/plugin.ts'

/** The gallery: the resident screen with invented snapshots, for people who draw and check it. No part of the product's build. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react(), interfaceFont(`${import.meta.dirname}/../..`)],
  server: { fs: { allow: ['../..'] } },
  build: { outDir: '../../out/gallery/site', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
})
