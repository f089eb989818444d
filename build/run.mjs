// The one door of every npm script. It runs on whatever Node (20 or later) is there, without any package:
// sets up what is missing, then hands over to the Node 24 that the project brings.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureDebianPackages } from './setup/debian-packages.mjs'
import { ensureNodePackages, ensurePcsclite, projectNode, projectRoot } from './setup/node-packages.mjs'

const [command = 'help', ...rest] = process.argv.slice(2)

const tasks = {
  demo: { debian: 'demo', file: 'demo.ts' },
  test: { debian: 'test', file: 'test.ts' },
  bench: { debian: 'test', file: 'bench.ts' },
  start: { debian: null, file: 'start.ts' },
  dev: { debian: null, file: 'dev.ts' },
  build: { debian: null, file: 'build.ts' },
  madoguchi: { debian: null, file: 'madoguchi.ts' },
}

const task = tasks[command]
if (!task) {
  console.error(`usage: npm run ${Object.keys(tasks).join(' | npm run ')}`)
  process.exit(2)
}
if (task.debian) ensureDebianPackages(task.debian)
ensureNodePackages()
if (task.debian === 'test') ensurePcsclite()
const run = spawnSync(projectNode(), [join(projectRoot, 'build', 'tasks', task.file), ...rest], {
  stdio: 'inherit',
  cwd: projectRoot,
  env: { ...process.env, PATH: `${join(projectRoot, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` },
})
process.exit(run.status ?? 1)
