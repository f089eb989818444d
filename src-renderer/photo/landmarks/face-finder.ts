import type { Config, FaceResult } from '@vladmandic/human'
import type { Face, Point } from './face.ts'
import { modelAddress } from './model-address.ts'

/** Side in pixels of the square that the mesh model looks at: its z is in this unit while x and y are in the picture's. */
const meshSide = 192
const meshPoints = 468

export type Picture = HTMLCanvasElement | OffscreenCanvas

/** Finds faces and their points in a picture, in the page alone. */
export interface FaceFinder {
  /** Largest face first; no face is an empty list. */
  find(picture: Picture): Promise<readonly Face[]>
}

/** What is used of TensorFlow.js, which the library hands out without types. */
interface TensorFlow {
  readonly tf: { env(): { set(flag: string, value: boolean): void } }
}

/** Every trap of reference photo-pki.md §1.2: own addresses, no cache in IndexedDB, no warm-up picture, every frame anew. */
function configuration(): Partial<Config> {
  return {
    backend: 'wasm',
    wasmPath: modelAddress(),
    wasmPlatformFetch: false,
    modelBasePath: modelAddress(),
    cacheModels: false,
    cacheSensitivity: 0,
    warmup: 'none',
    debug: false,
    async: true,
    skipAllowed: false,
    filter: { enabled: false },
    gesture: { enabled: false },
    body: { enabled: false },
    hand: { enabled: false },
    object: { enabled: false },
    segmentation: { enabled: false },
    face: {
      enabled: true,
      detector: { enabled: true, rotation: true, maxDetected: 3, minConfidence: 0.3, skipFrames: 0, skipTime: 0, return: false },
      mesh: { enabled: true },
      attention: { enabled: false },
      // Without it the lids of the mesh hardly move when the eyes close; the irises' own places are not used.
      iris: { enabled: true },
      description: { enabled: false },
      emotion: { enabled: false },
      antispoof: { enabled: false },
      liveness: { enabled: false },
    },
  }
}

const faceOf = (result: FaceResult): Face => {
  const depth = result.size[0] / meshSide
  const mesh = result.mesh.slice(0, meshPoints).map(([x, y, z]): Point => ({ x, y, z: (z ?? 0) * depth }))
  return { mesh, area: result.size[0] * result.size[1] }
}

/** Without its models the library fails outside of any promise that could be caught: so it is not begun. Throws. */
async function expectModels(): Promise<void> {
  const response = await fetch(new URL('blazeface.json', modelAddress()))
  if (!response.ok) throw new Error(`no models: ${response.status}`)
  // A server that knows no such file may send its start page instead.
  await response.json()
}

/** Loads library, WebAssembly and models (8 MB from the page's own origin) and runs them once, so that the first frame is not the slow one. */
async function loadFaceFinder(): Promise<FaceFinder> {
  await expectModels()
  const { Human } = await import('@vladmandic/human')
  const human = new Human(configuration())
  const library: TensorFlow = human
  // The threaded WebAssembly starts a blob worker, which the policy refuses, and then init() never settles.
  library.tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  await human.init()
  await human.load()
  const find = async (picture: Picture): Promise<readonly Face[]> => {
    const result = await human.detect(picture)
    if (result.error) throw new Error(result.error)
    return result.face
      .filter(({ mesh }) => mesh.length >= meshPoints)
      .map(faceOf)
      .sort((a, b) => b.area - a.area)
  }
  await find(Object.assign(document.createElement('canvas'), { width: 256, height: 256 }))
  return { find }
}

let shared: Promise<FaceFinder> | null = null

/** The page's one finder: screens come and go, the models are loaded once. After a failure the next call tries again. */
export function sharedFaceFinder(): Promise<FaceFinder> {
  shared ??= loadFaceFinder().catch((error: unknown) => {
    shared = null
    throw error
  })
  return shared
}
