import { existsSync } from 'node:fs'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { exportAudit } from '../audit/export-audit.ts'
import { auditLogManual } from '../audit/log-manual.ts'
import { verifyAuditChain } from '../audit/verify-chain.ts'
import { storeFile } from '../composition/store.ts'
import type { Configuration } from '../config.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import { civilInstant } from './shell/parsing/civil-instant.ts'
import type { Reply } from './shell/answer.ts'
import type { CommandContext } from './shell/command-context.ts'
import { withExamples } from './shell/examples.ts'
import { writeWhole } from './shell/files.ts'
import { wholeNumber } from './shell/parsing/numbers.ts'
import { writeOut } from './shell/streams.ts'
import { terminalKey } from './shell/terminal-store.ts'

interface VerifyOptions {
  readonly head?: string
  readonly seq?: number
}

interface ExportOptions {
  readonly format: 'jsonl' | 'csv'
  readonly from?: Date
  readonly to?: Date
  readonly out?: string
}

function entryHash(text: string): string {
  const hash = text.toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new InvalidArgumentError('64 hex digits expected.')
  return hash
}

/** STORE-UNAVAILABLE where there is no store yet. */
function existingStore({ dataFolder }: Configuration): Result<string> {
  const file = storeFile(dataFolder)
  return existsSync(file) ? ok(file) : fail('STORE-UNAVAILABLE', `${file}: there is no such file; the kiosk makes it at its first start`)
}

async function verify(context: CommandContext, { head, seq }: VerifyOptions): Promise<Result<Reply>> {
  const configuration = await context.configuration()
  if (!configuration.ok) return configuration
  const file = existingStore(configuration.value)
  if (!file.ok) return file
  const key = terminalKey(configuration.value)
  const verified = verifyAuditChain(file.value, {
    ...(key.ok && key.value !== null ? { terminalKey: key.value } : {}),
    ...(head === undefined || seq === undefined ? {} : { expectedHead: { hash: head, seq } }),
  })
  if (!verified.ok) return verified
  const { entries, head: last, sealChecked } = verified.value
  const whyNoSeal = key.ok ? 'there is no key file' : (key.failure.detail ?? key.failure.code)
  const text = [
    `The audit log is unbroken: ${entries} entries.`,
    sealChecked ? "Its last entry carries the terminal's seal." : `The seal of its last entry was NOT checked: ${whyNoSeal}.`,
    `To note elsewhere, for --seq and --head next time: ${last.seq} ${last.hash}`,
  ].join('\n')
  return ok({ json: { entries, head: last, sealChecked, ...(sealChecked ? {} : { whyNoSeal }) }, text })
}

async function exportLog(context: CommandContext, { format, from, to, out }: ExportOptions): Promise<Result<Reply>> {
  const configuration = await context.configuration()
  if (!configuration.ok) return configuration
  const file = existingStore(configuration.value)
  if (!file.ok) return file
  const pieces = exportAudit(file.value, { format, ...(from ? { from } : {}), ...(to ? { to } : {}) })
  if (out !== undefined) {
    const written = await writeWhole(out, pieces)
    return written.ok ? ok({ json: { file: out, format }, text: `Written: ${out}` }) : written
  }
  for await (const piece of pieces) {
    if (!piece.ok) return piece
    await writeOut(context.streams.stdout, piece.value)
  }
  return ok({ json: {}, text: '' })
}

/** `audit verify`, `audit export`, `audit manual`; the kiosk may be running. */
export function addAudit(program: Command, context: CommandContext): void {
  const audit = program.command('audit').description('Verify, export and explain the audit log (also while the kiosk runs)')
  withExamples(audit, 'audit verify', 'audit export --format csv --out audit.csv')
  const verifying = audit
    .command('verify')
    .description('Check every link of the log, and that it still contains a head noted earlier')
    .option('--head <hash>', 'hash of a head noted earlier (with --seq)', entryHash)
    .option('--seq <number>', 'its number (with --head)', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .action((options: VerifyOptions) => {
      if ((options.head === undefined) !== (options.seq === undefined)) verifying.error('error: --head and --seq belong together')
      return context.answer(verify(context, options))
    })
  withExamples(verifying, 'audit verify', `audit verify --seq 12 --head ${'5e'.repeat(32)}`)
  const exporting = audit
    .command('export')
    .description('Write the log as text; an export in jsonl carries the hashes')
    .addOption(new Option('--format <format>', 'one JSON object a line, or a table').choices(['jsonl', 'csv']).makeOptionMandatory())
    .option('--from <day>', 'from this day in Japan (YYYY-MM-DD) or this instant (ISO 8601 with offset) on', civilInstant('start'))
    .option('--to <day>', 'to the end of this day in Japan, or up to this instant', civilInstant('end'))
    .option('--out <file>', 'file to write; standard output when left out')
    .action((options: ExportOptions) => {
      if (context.json && options.out === undefined) exporting.error('error: with --json the log needs a place of its own: --out FILE')
      return context.answer(exportLog(context, options))
    })
  withExamples(exporting, 'audit export --format csv --from 2026-04-01 --to 2026-04-30 --out april.csv')
  const manual = audit
    .command('manual')
    .description('Print the log manual: every event and its fields, in Markdown')
    .action(() => {
      const markdown = auditLogManual(context.language).trimEnd()
      return context.answer(ok({ json: { language: context.language, markdown }, text: markdown }))
    })
  withExamples(manual, 'audit manual --language ja > audit-log.md')
}
