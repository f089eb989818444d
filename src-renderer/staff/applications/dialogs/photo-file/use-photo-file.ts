import { useEffect, useState, useSyncExternalStore } from 'react'
import type { PhotoFailure } from '../../../../photo/outcome.ts'
import { PhotoStudio, type Candidate } from '../../../../photo/photo-studio.ts'

export type PhotoFileState =
  | { readonly state: 'none' | 'checking' }
  | { readonly state: 'refused'; readonly failure: PhotoFailure }
  | { readonly state: 'checked'; readonly candidate: Candidate }

/** The file that was chosen last, as far as it was looked at. Its bytes are in the studio alone, and go with the dialog. */
export function usePhotoFile(): { readonly chosen: PhotoFileState; readonly look: (file: File) => Promise<void> } {
  const [studio] = useState(() => new PhotoStudio())
  const { candidates } = useSyncExternalStore(studio.subscribe, studio.snapshot, studio.snapshot)
  const [looking, setLooking] = useState<Exclude<PhotoFileState, { state: 'checked' }>>({ state: 'none' })
  useEffect(
    () => () => {
      studio.stop()
    },
    [studio],
  )
  const look = async (file: File): Promise<void> => {
    for (const { id } of studio.snapshot().candidates) studio.discard(id)
    setLooking({ state: 'checking' })
    const outcome = await studio.upload(file)
    setLooking(outcome.ok ? { state: 'none' } : { state: 'refused', failure: outcome.failure })
  }
  const candidate = candidates.at(-1)
  return { chosen: looking.state === 'none' && candidate !== undefined ? { state: 'checked', candidate } : looking, look }
}
