import { spawnSync } from 'node:child_process'

/** Runs openssl, the second opinion of these tests. Its absence is a failure, not a reason to skip. */
export function openssl(args: readonly string[], input?: Uint8Array): { readonly status: number | null; readonly output: string } {
  const run = spawnSync('openssl', args, { encoding: 'utf8', ...(input === undefined ? {} : { input }) })
  if (run.error !== undefined) throw new Error(`openssl can't be run (${run.error.message}): install the Debian package "openssl"`)
  return { status: run.status, output: `${run.stdout}${run.stderr}` }
}
