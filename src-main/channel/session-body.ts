import { z } from 'zod'

const sessionBody = z.strictObject({ token: z.string().max(100) })

/** The one-time token in the body of `POST /session`; null when the body is anything else. */
export function tokenOf(body: unknown): string | null {
  const parsed = sessionBody.safeParse(body)
  return parsed.success ? parsed.data.token : null
}
