import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'

/** Where the page finds the models, beside its own files: src-renderer/photo/landmarks/model-address.ts knows the same word. */
const folder = 'photo-models'

/**
 * Only what the photo needs of the packages' 43 MB: the detector, the mesh, the eyes' outlines (iris) and the WebAssembly that runs
 * them (with SIMD; without it for processors that have none). The threaded one is left out on purpose: it wants a blob
 * worker, which the content security policy refuses (reference photo-pki.md §1.2).
 */
const files = [
  ...['blazeface', 'facemesh', 'iris'].flatMap((model) => [`@vladmandic/human/models/${model}.json`, `@vladmandic/human/models/${model}.bin`]),
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm',
]

const contentTypes: Record<string, string> = { json: 'application/json; charset=utf-8', bin: 'application/octet-stream', wasm: 'application/wasm' }

/** Puts the models from node_modules beside the built page, or serves them from there while developing. `root` is the project's. */
export function photoModels(root: string): Plugin {
  const sources = new Map(files.map((file) => [basename(file), join(root, 'node_modules', file)]))
  return {
    name: 'madoguchi-photo-models',
    configureServer: (server) => {
      server.middlewares.use(`/${folder}`, (request, response, next) => {
        const name = basename(new URL(request.url ?? '/', 'http://page').pathname)
        const source = sources.get(name)
        if (source === undefined) return next()
        response.setHeader('content-type', contentTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
        response.end(readFileSync(source))
      })
    },
    generateBundle() {
      for (const [name, source] of sources) this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source: readFileSync(source) })
    },
  }
}
