import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The gallery: the resident screen with invented snapshots, for people who draw and check it. No part of the product's build. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react()],
  server: { fs: { allow: ['../..'] } },
  build: { outDir: '../../out/gallery/site', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
})
