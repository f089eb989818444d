import { out } from './project.ts'

/**
 * Words for Node that start the built kiosk on the Chromium host. Without a young generation of 16 MB from the start
 * Node collects it eight times while the kiosk opens, when nearly everything in it is still needed: a tenth of the
 * processor time of a start.
 */
export const kioskProgram = (...words: readonly string[]): string[] => ['--min-semi-space-size=16', out('main', 'serve.js'), ...words]
