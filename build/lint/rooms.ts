import type { Linter } from 'eslint'

/** Direction of dependence: glass -> contract <- channel -> procedures -> ports. Drivers are known to kiosk.ts alone. */
const forbid = (files: string[], patterns: { group: string[]; message: string }[], ignores: string[] = []): Linter.Config => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})

export const roomRules: Linter.Config[] = [
  forbid(['src-renderer/**'], [
    { group: ['**/src-main/**'], message: 'The glass knows the contract only.' },
    { group: ['electron', 'node:*'], message: 'No node in pages.' },
  ]),
  forbid(['src-preload/**'], [{ group: ['**/src-main/**', '**/src-renderer/**'], message: 'The contract depends on nobody.' }]),
  forbid(
    ['src-main/procedures/**'],
    [{ group: ['**/drivers/**', '**/training/**', '**/channel/**', 'better-sqlite3', 'serialport', 'koffi', 'electron', 'ws'], message: 'A procedure knows ports, never a driver.' }],
  ),
  forbid(
    ['src-main/**'],
    [{ group: ['electron'], message: 'Only electron.ts and the Electron half of the channel know Electron.' }],
    ['src-main/electron.ts', 'src-main/electron/**', 'src-main/channel/electron-*.ts', 'src-main/procedures/**'],
  ),
  {
    files: ['src-main/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [{ name: 'node:http', allowTypeImports: true, message: 'builtin-http.ts has it without what slows the start.' }] }] },
  },
]
