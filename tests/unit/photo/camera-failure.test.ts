import { describe, expect, it } from 'vitest'
import { cameraFailure } from '../../../src-renderer/photo/camera/camera-failure.ts'

describe('what the browser says of a camera', () => {
  it.each([
    ['NotFoundError', 'noCamera'],
    ['NotReadableError', 'cameraInUse'],
    ['AbortError', 'cameraInUse'],
    ['NotAllowedError', 'cameraDenied'],
    ['SecurityError', 'cameraDenied'],
    ['OverconstrainedError', 'cameraTooCoarse'],
  ])('%s is named %s', (name, failure) => {
    expect(cameraFailure(new DOMException('', name))).toBe(failure)
  })

  it('is a bug when it is anything else', () => {
    const bug = new TypeError('constraints')
    expect(() => cameraFailure(bug)).toThrow(bug)
  })
})
