import type { Command } from 'commander'
import { systemClock } from '../clock.ts'
import { storeFile } from '../composition/store.ts'
import type { Configuration } from '../config.ts'
import { ok, type Result } from '../failures/result.ts'
import { createSqliteResidentRegistry } from '../residents/drivers/sqlite/sqlite-resident-registry.ts'
import { withTrainingLists } from '../training/training-lists.ts'
import { checkCertificates } from './doctor/certificates.ts'
import { checkCardWork } from './doctor/card-work.ts'
import { subject, type Check, type Subject } from './doctor/check.ts'
import { checkClock } from './doctor/clock.ts'
import { checkDevices } from './doctor/devices.ts'
import { checkFolder, checkRoom, checkShell, checkVersions } from './doctor/machine.ts'
import { checkFees, checkFonts, checkSeal, checkSigningKey } from './doctor/papers.ts'
import { isReady, reportText } from './doctor/report.ts'
import { isStoreOwned } from './doctor/store-look.ts'
import { checkStore } from './doctor/store.ts'
import type { Reply } from './shell/answer.ts'
import type { CommandContext } from './shell/command-context.ts'
import { withExamples } from './shell/examples.ts'

type About = (id: string, title: string) => Subject

async function checkRegistry(settings: Configuration['residents'], about: Subject): Promise<Check> {
  const registry = createSqliteResidentRegistry(settings)
  try {
    const { ready, why } = await registry.readiness()
    return ready ? about.fine(why) : about.failure({ code: 'REGISTRY-UNAVAILABLE', detail: `${settings.file}: ${why}` })
  } finally {
    registry.close()
  }
}

async function checkConfigured(configuration: Configuration, { outFolder, trainingKit }: CommandContext, about: About): Promise<Check[]> {
  const { dataFolder, profile, terminal, municipality } = configuration
  const running = isStoreOwned(storeFile(dataFolder))
  const name = `${profile.training ? 'training, ' : ''}profile ${profile.name}, terminal ${terminal.number}, ${municipality.name.ja}`
  return [
    about('configuration', 'Configuration').fine(`valid: ${name}${running ? '; the kiosk is running' : ''}`),
    checkRoom(dataFolder, about('disk', 'Disk')),
    checkFolder(dataFolder, about('data-folder', 'Data folder')),
    ...checkStore(configuration, { running, about }),
    await checkRegistry(configuration.residents, about('registry', 'Resident registry')),
    // As the kiosk itself does: its training issuer revokes and issues, and publishes lists of its own.
    ...(await checkCertificates(withTrainingLists(configuration, trainingKit), systemClock, about)),
    checkSigningKey(configuration.signing, about('signing-key', 'City signing key')),
    checkSeal(configuration.municipality.sealFile, about('seal', 'Seal')),
    checkFonts(configuration.fonts, about('fonts', 'Fonts')),
    checkFees(configuration, about('fees', 'Fee table')),
    checkCardWork(configuration, about('card-work', 'Work on cards')),
    ...(await checkDevices(configuration.devices, { outFolder, dataFolder, running, about })),
  ]
}

async function examine(context: CommandContext): Promise<Result<Reply>> {
  const about: About = (id, title) => subject(id, title, context.language)
  const configuration = await context.configuration()
  const checks = [
    checkVersions(about('versions', 'Versions')),
    await checkClock(about('clock', 'Clock')),
    checkShell(context.outFolder, about('shell', 'Screens')),
    ...(configuration.ok
      ? await checkConfigured(configuration.value, context, about)
      : [about('configuration', 'Configuration').failure(configuration.failure)]),
  ]
  return ok({ json: { checks }, text: reportText(checks), good: isReady(checks) })
}

/** `doctor`: whether this terminal is ready, check by check. Changes nothing. */
export function addDoctor(program: Command, context: CommandContext): void {
  const command = program
    .command('doctor')
    .description('Readiness report: configuration, clock, disk, records, fonts, certificates, devices; exit code 1 when something failed')
    .action(() => context.answer(examine(context)))
  withExamples(command, 'doctor', 'doctor --config /etc/madoguchi/madoguchi.json --json')
}
