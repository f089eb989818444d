import { systemClock } from '../../../src-main/clock.ts'
import { openStore } from '../../../src-main/queue/database/open-store.ts'
import { KeyFileStore } from '../../../src-main/queue/sealing/key-file-store.ts'

/** Opens a store from a process of its own and prints how that went. */
const [file, keyFile] = process.argv.slice(2)
const opened = openStore({ file: file!, clock: systemClock, keyStore: new KeyFileStore(keyFile!), terminal: '01' })
process.stdout.write(opened.ok ? 'ok' : opened.failure.code)
if (opened.ok) opened.value.close()
