import { ensureBuilt } from './bundle.ts'

await ensureBuilt({ force: true })
