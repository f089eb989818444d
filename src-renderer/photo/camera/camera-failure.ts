import type { PhotoFailure } from '../outcome.ts'

const names: Record<string, PhotoFailure> = {
  NotFoundError: 'noCamera',
  OverconstrainedError: 'cameraTooCoarse',
  NotReadableError: 'cameraInUse',
  AbortError: 'cameraInUse',
  NotAllowedError: 'cameraDenied',
  SecurityError: 'cameraDenied',
}

/** What getUserMedia's error means (W3C Media Capture and Streams §10); a name of no meaning to it is a bug. */
export function cameraFailure(error: unknown): PhotoFailure {
  const failure = error instanceof DOMException ? names[error.name] : undefined
  if (failure === undefined) throw error
  return failure
}
