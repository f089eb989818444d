import { basename } from 'node:path'
import type { Command } from 'commander'
import { systemClock } from '../clock.ts'
import { storeFile } from '../composition/store.ts'
import type { Configuration } from '../config.ts'
import { ok, type Result } from '../failures/result.ts'
import { createSqliteResidentRegistry } from '../residents/drivers/sqlite/sqlite-resident-registry.ts'
import { withTrainingLists } from '../training/training-lists.ts'
import { checkCertificates } from './doctor/certificates.ts'
import { checkCardWork } from './doctor/card-work.ts'
import { subject, type About, type Check, type Subject } from './doctor/check.ts'
import { checkClock } from './doctor/clock.ts'
import { checkDevices } from './doctor/devices.ts'
import { checkFolder, checkRoom, checkShell, checkVersions } from './doctor/machine.ts'
import { checkFees, checkFonts, checkSeal, checkSigningKey } from './doctor/papers.ts'
import { isReady, reportText } from './doctor/report.ts'
import { isStoreOwned } from './doctor/store-look.ts'
import { checkStore } from './doctor/store.ts'
import { doctorWords } from './doctor/words/words.ts'
import type { Language, Reply } from './shell/answer.ts'
import type { CommandContext } from './shell/command-context.ts'
import { withExamples } from './shell/examples.ts'

async function checkRegistry(settings: Configuration['residents'], about: Subject): Promise<Check> {
  const registry = createSqliteResidentRegistry(settings)
  try {
    const { ready, why } = await registry.readiness()
    return ready ? about.fine(about.words.registry.answers({ file: basename(settings.file) })) : about.failure({ code: 'REGISTRY-UNAVAILABLE', detail: `${settings.file}: ${why}` })
  } finally {
    registry.close()
  }
}

function validConfiguration({ profile, terminal, municipality }: Configuration, running: boolean, language: Language, about: Subject): Check {
  const { configuration: words, list } = about.words
  const parts = [
    ...(profile.training ? [words.training] : []),
    words.profile({ name: words.profiles[profile.name] }),
    words.terminal({ number: terminal.number }),
    municipality.name[language],
  ]
  const found = words.valid({ what: list(parts) })
  return about.fine(running ? words.running({ found }) : found)
}

async function checkConfigured(configuration: Configuration, { outFolder, trainingKit, language }: CommandContext, about: About): Promise<Check[]> {
  const { dataFolder } = configuration
  const running = isStoreOwned(storeFile(dataFolder))
  return [
    validConfiguration(configuration, running, language, about('configuration')),
    checkRoom(dataFolder, about('disk')),
    checkFolder(dataFolder, about('data-folder')),
    ...checkStore(configuration, { running, about }),
    await checkRegistry(configuration.residents, about('registry')),
    // As the kiosk itself does: its training issuer revokes and issues, and publishes lists of its own.
    ...(await checkCertificates(withTrainingLists(configuration, trainingKit), systemClock, about)),
    checkSigningKey(configuration.signing, about('signing-key')),
    checkSeal(configuration.municipality.sealFile, about('seal')),
    checkFonts(configuration.fonts, about('fonts')),
    checkFees(configuration, about('fees')),
    checkCardWork(configuration, about('card-work')),
    ...(await checkDevices(configuration.devices, { outFolder, dataFolder, running, about })),
  ]
}

async function examine(context: CommandContext): Promise<Result<Reply>> {
  const about: About = (id) => subject(id, context.language)
  const configuration = await context.configuration()
  const checks = [
    checkVersions(about('versions')),
    await checkClock(about('clock')),
    checkShell(context.outFolder, about('shell')),
    ...(configuration.ok
      ? await checkConfigured(configuration.value, context, about)
      : [about('configuration').failure(configuration.failure)]),
  ]
  return ok({ json: { checks }, text: reportText(checks, doctorWords(context.language)), good: isReady(checks) })
}

/** `doctor`: whether this terminal is ready, check by check. Changes nothing. */
export function addDoctor(program: Command, context: CommandContext): void {
  const command = program
    .command('doctor')
    .description('Readiness report: configuration, clock, disk, records, fonts, certificates, devices; exit code 1 when something failed')
    .action(() => context.answer(examine(context)))
  withExamples(command, 'doctor', 'doctor --config /etc/madoguchi/madoguchi.json --json')
}
