import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const projectRoot = resolve(import.meta.dirname, '..', '..')
const stamp = join(projectRoot, 'node_modules', '.madoguchi-installed')
const windows = process.platform === 'win32'

const wanted = () => createHash('sha256').update(readFileSync(join(projectRoot, 'package-lock.json'))).digest('hex')
const done = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()

/** The Node 24 that comes as an npm package. */
export function projectNode() {
  return join(projectRoot, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
}

const run = (program, words, options = {}) => spawnSync(program, words, { cwd: projectRoot, stdio: 'inherit', shell: windows, ...options }).status === 0

/** `npm ci`, once for each lock file, and the optional PC/SC addon built for the Node that will load it. */
export function ensureNodePackages() {
  if (done()) return
  console.log('Installing npm packages (npm ci)')
  // Engine warnings are about the system's Node, which runs nothing but this script.
  if (!run('npm', ['ci', '--loglevel=error'])) {
    console.error('npm ci failed')
    process.exit(1)
  }
  writeFileSync(stamp, wanted())
}

/**
 * The npm package pcsclite is a nan addon, one build per Node ABI. It is optional: without a compiler or
 * the pcsc-lite headers the default driver (koffi) still works, and its tests say what is missing.
 */
export function ensurePcsclite() {
  const folder = join(projectRoot, 'node_modules', 'pcsclite')
  if (!existsSync(folder) || windows || existsSync(join(folder, 'build', 'Release', 'pcsclite.node'))) return
  const version = JSON.parse(readFileSync(join(projectRoot, 'node_modules', 'node', 'package.json'), 'utf8')).version
  // The npm package "node" brings the program only; its headers come in the package of the platform.
  const headers = join(projectRoot, 'out', 'node-headers')
  const platform = `node-${process.platform}-${process.arch}`
  const prepared = run('npm', ['install', '--no-save', '--no-package-lock', '--loglevel=error', '--prefix', headers, `${platform}@${version}`])
  const environment = { ...process.env, npm_config_loglevel: 'error', npm_config_nodedir: join(headers, 'node_modules', platform) }
  // npm tells its scripts where its own node-gyp is; its global folder is that of whichever Node comes first in PATH.
  const gyp = process.env.npm_config_node_gyp ?? join(execFileSync('npm', ['root', '-g'], { encoding: 'utf8' }).trim(), 'npm', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js')
  if (!prepared || !run(projectNode(), [gyp, 'rebuild'], { cwd: folder, env: environment, stdio: ['ignore', 'ignore', 'ignore'] })) {
    console.log('The optional driver pcsclite was not built (needs g++, make, python3, libpcsclite-dev). The default driver needs none of them.')
  }
}
