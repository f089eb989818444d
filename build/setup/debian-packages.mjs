import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What each command needs of the system, with the reason; the README says the same. */
const screens = ['chromium', 'fonts-ipamj-mincho', 'poppler-utils']
const devices = ['pcscd', 'libpcsclite-dev', 'vsmartcard-vpcd', 'opensc', 'socat', 'cups-ipp-utils', 'dbus-daemon', 'openssl', 'make', 'g++', 'python3']
const needs = { demo: screens, test: [...screens, ...devices] }

const installed = (name) => spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' }).stdout === 'install ok installed'

/** Installs what is missing when run by root; otherwise prints the command and stops. Elsewhere than on Debian it only says so. */
export function ensureDebianPackages(command) {
  if (!existsSync('/usr/bin/dpkg-query')) {
    console.log(`Not a Debian system: make sure that these are there: ${needs[command].join(' ')}`)
    return
  }
  const missing = needs[command].filter((name) => !installed(name))
  if (missing.length === 0) return
  const line = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid() !== 0) {
    console.error(`These Debian packages are missing. Install them, then run the command again:\n\n  sudo ${line}\n`)
    process.exit(1)
  }
  console.log(`Installing Debian packages: ${missing.join(' ')}`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: environment }
  spawnSync('apt-get', ['update', '-q'], quiet)
  const [program, ...words] = line.split(' ')
  if (spawnSync(program, words, quiet).status !== 0) {
    console.error(`This did not work: ${line}`)
    process.exit(1)
  }
}
