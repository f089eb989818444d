import type { Config, FaceResult } from '@vladmandic/human'
import { areaOf, type Face, type Point } from './face.ts'
import { FaceFollower, meshSide } from './following/face-follower.ts'
import type { Library, Tensor } from './library.ts'
import { modelAddress } from './model-address.ts'
import { rgbOf } from './rgb.ts'

const meshPoints = 468
/** Pixels of the longer side from which a picture is looked at smaller: a face in it is large enough then, and 36 megapixels are half a gigabyte. */
const mostSide = 1920

export type Picture = HTMLCanvasElement | OffscreenCanvas

/** Finds faces and their points in a picture, in the page alone. */
export interface FaceFinder {
  /** Largest face first; no face is an empty list. */
  find(picture: Picture): Promise<readonly Face[]>
  /** The face of a moment ago where it is now, at a third of the work; null when it is not found near there. */
  follow(picture: Picture, face: Face): Face | null
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

/** The mesh's z is in the pixels of the model's square, while x and y are in the picture's. */
function faceOf({ size: [width, height], mesh }: FaceResult, scale: number): Face {
  const depth = width / meshSide
  return {
    mesh: mesh.slice(0, meshPoints).map(([x, y, z]): Point => ({ x: x / scale, y: y / scale, z: ((z ?? 0) * depth) / scale })),
    box: { width: width / scale, height: height / scale },
  }
}

/** The picture, or a smaller one of a very large picture, and how much smaller. */
function looked(picture: Picture): { readonly picture: Picture; readonly scale: number } {
  const scale = mostSide / Math.max(picture.width, picture.height)
  if (scale >= 1) return { picture, scale: 1 }
  const smaller = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
  const context = contextOf(smaller)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, smaller.width, smaller.height)
  return { picture: smaller, scale }
}

function contextOf(picture: Picture): CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D {
  const context = picture.getContext('2d', { willReadFrequently: true })
  if (context === null || !('getImageData' in context)) throw new Error('the canvas gives no 2d context')
  return context
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
  const library: Library = human
  // The threaded WebAssembly starts a blob worker, which the policy refuses, and then init() never settles.
  library.tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  await human.init()
  await human.load()
  let values = new Float32Array(0)
  /** Straight from the pixels: the library's own way leads through three more canvases. */
  const tensorOf = (picture: Picture): Tensor => {
    const { width, height } = picture
    if (values.length !== width * height * 3) values = new Float32Array(width * height * 3)
    rgbOf(contextOf(picture).getImageData(0, 0, width, height).data, values, 1)
    return library.tf.tensor(values, [1, height, width, 3], 'float32')
  }
  const look = async (picture: Picture): Promise<readonly Face[]> => {
    const seen = looked(picture)
    const tensor = tensorOf(seen.picture)
    try {
      const result = await library.detect(tensor)
      if (result.error) throw new Error(result.error)
      return result.face
        .filter(({ mesh }) => mesh.length >= meshPoints)
        .map((face) => faceOf(face, seen.scale))
        .sort((a, b) => areaOf(b) - areaOf(a))
    } finally {
      library.tf.dispose(tensor)
      // Nobody stays behind in it.
      values.fill(0)
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other: a file can come while the camera is looked at, and the values are of one picture. */
  const find = (picture: Picture): Promise<readonly Face[]> => {
    const found = last.then(() => look(picture))
    last = found.catch(() => undefined)
    return found
  }
  const follower = new FaceFollower(library)
  // Every model once, so that the first frame is not the slow one: the detector finds no face in this, so the others are asked by themselves.
  const blank = new OffscreenCanvas(256, 256)
  await find(blank)
  follower.warmUp()
  return { find, follow: (picture, face) => follower.follow(picture, face) }
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
