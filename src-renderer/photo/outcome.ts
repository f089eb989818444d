/** Everything that the camera or a file can do to a photo; each has words of its own on the screen. */
export type PhotoFailure =
  // the camera
  | 'noCamera'
  | 'cameraInUse'
  | 'cameraDenied'
  | 'cameraPulled'
  | 'cameraTooCoarse'
  | 'cameraSilent'
  // the program's own files
  | 'modelsMissing'
  // asked for at the wrong moment, or ended meanwhile
  | 'notRunning'
  | 'noFace'
  // a file
  | FileFailure

/** Why a file can not become a photo (reference counter-procedures.md §A.3: JPEG, RGB, 480 to 6000 px a side, 20 KB to 7 MB). */
export type FileFailure = 'fileNotJpeg' | 'fileBroken' | 'fileCmyk' | 'fileTooLight' | 'fileTooHeavy' | 'fileTooFewPixels' | 'fileTooManyPixels'

export type Outcome<T, F extends string = PhotoFailure> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F }

export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })
export const failed = <F extends string>(failure: F): { readonly ok: false; readonly failure: F } => ({ ok: false, failure })
