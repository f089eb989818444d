/**
 * Entry: the same kiosk for the system's Chromium (design §3). The program itself is loaded after Node was told where
 * its compiled code is kept from the build (build/tasks/compile-cache.ts): without that, compiling it is a third of
 * the processor time of a start, and Chromium starts at the same time.
 */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Portable: the build may be moved. A folder that can't be written, or was made by another Node, is no failure: Node compiles anew.
enableCompileCache({ directory: join(import.meta.dirname, 'compile-cache'), portable: true })
const { serve } = await import('./chromium/host.ts')
await serve(join(import.meta.dirname, '..'))
