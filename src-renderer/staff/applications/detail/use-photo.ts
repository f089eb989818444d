import { useEffect, useState } from 'react'
import type { FailureCode, StaffGlass } from '../../../../src-preload/contract.ts'

export type PhotoState = { readonly state: 'loading' } | { readonly state: 'failed'; readonly code: FailureCode } | { readonly state: 'open'; readonly source: string }

/**
 * The photo as it is kept, asked for anew when another was taken; forgotten with the application.
 * @param takenAt null: there is none.
 */
export function usePhoto(glass: Pick<StaffGlass, 'applicationPhoto'>, applicationId: string, takenAt: string | null): PhotoState {
  const [kept, setKept] = useState<{ readonly key: string; readonly photo: PhotoState } | null>(null)
  const key = `${applicationId} ${takenAt ?? ''}`
  useEffect(() => {
    if (takenAt === null) return
    let left = false
    void glass.applicationPhoto(applicationId).then((reply) => {
      if (left) return
      setKept({ key, photo: reply.ok ? { state: 'open', source: `data:image/jpeg;base64,${reply.value.jpeg}` } : { state: 'failed', code: reply.failure.code } })
    })
    return () => {
      left = true
      setKept(null)
    }
  }, [glass, applicationId, takenAt, key])
  return kept?.key === key ? kept.photo : { state: 'loading' }
}
