import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TerminalView } from '../src-preload/contract.ts'
import type { SafeStorage } from './queue/sealing/safe-storage-key-store.ts'
import type { AuditLog } from './audit/audit-log.ts'
import type { Store } from './queue/database/open-store.ts'
import type { OpenCard } from './card/individual-number-card.ts'
import { openIndividualNumberCard } from './card/client/open-individual-number-card.ts'
import type { ProcessLauncher } from './card/reader-process/process-launcher.ts'
import { GlassServer } from './channel/glass-server.ts'
import { systemClock, type Clock } from './clock.ts'
import { composeApplicationRules, composeApplications } from './composition/applications.ts'
import { composeCardCases, composeCardWorkRules } from './composition/card-cases.ts'
import { composeCardReader } from './composition/devices/card-reader.ts'
import { composeCertificates } from './composition/certificates.ts'
import { composeTrust } from './composition/devices/issuer.ts'
import { composeOffers } from './composition/offers.ts'
import { TerminalPapers } from './composition/papers.ts'
import { composePinRules } from './composition/pin-rules.ts'
import { composeDocumentPrinter, composeReceiptPrinter } from './composition/devices/printers.ts'
import { composeServices } from './composition/services.ts'
import { composeStore } from './composition/store.ts'
import { composeTrainingDesk } from './composition/training/training.ts'
import type { Configuration } from './config.ts'
import { fail, ok, type Result } from './failures/result.ts'
import { certificateIdentity } from './pki/certificate-identity.ts'
import { verifyChallenge } from './pki/verify-challenge.ts'
import type { CardApplicationPorts } from './procedures/card-application/ports.ts'
import { startCardApplication } from './procedures/card-application/procedure.ts'
import { startCardWork } from './procedures/card-work/procedure.ts'
import { AlertBoard } from './procedures/counter/alert-board.ts'
import { CertificatePrinting } from './procedures/counter/certificate-printing.ts'
import { DeviceBoard } from './procedures/counter/device-board.ts'
import { Halt } from './procedures/counter/halt.ts'
import { StaffDesk } from './procedures/counter/staff-desk.ts'
import { ResidentSession } from './procedures/session/resident-session.ts'
import { createSqliteResidentRegistry } from './residents/drivers/sqlite/sqlite-resident-registry.ts'
import { systemTimers, type Timers } from './timers.ts'
import type { TrainingDesk } from './training/training-desk.ts'

/** What the host gives: places of built files, and what only Electron has. */
export interface HostServices {
  readonly readerProcessEntry: string
  readonly trainingKit: string
  readonly fontsFolder: string
  readonly launchReaderProcess?: (entry: string) => ProcessLauncher
  readonly safeStorage?: SafeStorage
  readonly clock?: Clock
  readonly timers?: Timers
}

export interface Kiosk {
  readonly glass: GlassServer
  readonly training: boolean
  readonly trainingDesk: TrainingDesk | null
  readonly dataFolder: string
  /** Ends what runs on the resident side; the page behind it is gone. */
  wipeResident(): Promise<void>
  reportBug(where: string, error: unknown): void
  close(): Promise<void>
}

/** Milliseconds between two looks at every device. */
const deviceInterval = 5000
/** Milliseconds from the start until the first look at them, which nobody waits for: the first screen needs the processor. */
const firstLookAfter = 1000
/** Milliseconds from the start until what sets the papers is loaded: the screens come first. */
const warmUpAfter = 3000
const day = 24 * 60 * 60 * 1000

/**
 * Composition root: configuration -> devices -> stores -> procedures. The one place that knows which driver
 * is behind a port. Failures: STORE-*, CONFIG-INVALID.
 */
export async function createKiosk(configuration: Configuration, host: HostServices): Promise<Result<Kiosk>> {
  const clock = host.clock ?? systemClock
  const timers = host.timers ?? systemTimers
  const offers = composeOffers(configuration, clock)
  if (!offers.ok) return offers
  const identity = paperIdentity(configuration)
  if (!identity.ok) return identity
  const pinRules = composePinRules(configuration)
  if (!pinRules.ok) return pinRules
  const cardWorkRules = composeCardWorkRules(configuration)
  if (!cardWorkRules.ok) return cardWorkRules
  const applicationRules = composeApplicationRules(configuration)
  if (!applicationRules.ok) return applicationRules
  const opened = composeStore(configuration, clock, host.safeStorage)
  if (!opened.ok) return opened
  const { store, audit, storeFailure } = opened.value

  const trust = await composeTrust(configuration, { kit: host.trainingKit, clock })
  if (!trust.ok) {
    store.close()
    return trust
  }
  const begun = beginRun(configuration, store, audit)
  if (!begun.ok) {
    store.close()
    return begun
  }
  const { issuer, certificateStatus } = trust.value

  const reportBug = (where: string, error: unknown): void => {
    const name = error instanceof Error ? error.name : typeof error
    const recorded = audit.record({ type: 'internal-error', where: where.slice(0, 200), name: name.slice(0, 100) })
    // The message of an error may quote data; where it happened never does.
    const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')) : []
    process.stderr.write(
      `${clock.now().toISOString()} ${where}: ${name}${recorded.ok ? '' : ` (not audited: ${recorded.failure.code})`}\n${frames.join('\n')}\n`,
    )
  }

  const places = {
    paperFolder: join(configuration.dataFolder, 'papers'),
    receiptFont: join(host.fontsFolder, 'BIZUDMincho-Bold.ttf'),
    isTraining: configuration.profile.training,
  }
  const { devices } = configuration
  const card = composeCardReader(devices.cardReader, {
    isTraining: configuration.profile.training,
    readerProcessEntry: host.readerProcessEntry,
    ...(host.launchReaderProcess ? { launch: host.launchReaderProcess } : {}),
  })
  const receipt = composeReceiptPrinter(devices.receiptPrinter, places)
  const counterReceipt = devices.counterReceiptPrinter ? composeReceiptPrinter(devices.counterReceiptPrinter, places) : receipt
  const document = composeDocumentPrinter(devices.documentPrinter, places)
  const registry = createSqliteResidentRegistry({ ...configuration.residents, linksFile: issuer.linksFile })
  const papers = new TerminalPapers(configuration, clock)

  const halt = new Halt({ file: join(configuration.dataFolder, 'halted.json'), clock, audit })
  const alerts = new AlertBoard({ clock, audit })
  const board = new DeviceBoard({
    reader: card.reader,
    receiptPrinter: receipt.printer,
    documentPrinter: document.printer,
    registry,
    certificateStatus: certificateStatus.userAuthentication,
    storeFailure,
    storeDescription: 'SQLite',
    audit,
    timers,
    interval: deviceInterval,
  })
  const certificates = composeCertificates(configuration.fonts)
  const printing = new CertificatePrinting(
    {
      queue: store.queue,
      registry,
      composer: certificates.composer,
      readBinding: certificates.readBinding,
      documentPrinter: document.printer,
      clock,
      halt,
    },
    identity.value,
  )
  const terminal = terminalView(configuration)
  const openCard: OpenCard = (expected) => openIndividualNumberCard(card.reader, expected)
  const { lastTry } = configuration.profile
  const applicationSlip: CardApplicationPorts['applicationSlip'] = (application, facts) => papers.applicationSlip(application, facts, applicationRules.value.rules)
  const applications = composeApplications(configuration, applicationRules.value, {
    store: store.applications,
    directory: registry,
    documents: cardWorkRules.value.documents,
    documentPrinter: document.printer,
    slipPrinter: receipt.printer,
    slip: applicationSlip,
    audit,
    clock,
    residentOf: (subject, actor) => cases.residentOf(subject, actor),
    deliveries: {
      get offered() {
        return cases.deliveries.offered
      },
      of: (applicationId) => cases.deliveries.of(applicationId),
      open: (order, account) => cases.deliveries.open(order, account),
    },
    startAtResident: (applicationId) => startCardApplication(resident, cardApplication.ports, cardApplication.rules, applicationId),
  })
  const cardApplication = {
    ports: { applications: applications.resident, store: store.applications, receiptPrinter: receipt.printer, applicationSlip, audit, clock },
    rules: { application: applicationRules.value.rules, offered: configuration.profile.applications },
  }
  const resident = new ResidentSession({
    audit,
    alerts,
    clock,
    services: composeServices({
      listed: configuration.profile.services,
      issuance: {
        offers: offers.value,
        ports: {
          openCard,
          certificateStatus: certificateStatus.userAuthentication,
          certificateIdentity,
          verifyChallenge,
          registry,
          queue: store.queue,
          receiptPrinter: receipt.printer,
          receptionSlip: (request) => papers.receptionSlip(request),
          audit,
          alerts,
          clock,
        },
        rules: { options: configuration.profile.options, maxCopies: configuration.profile.maxCopies, lastTry },
      },
      pinChange: { ports: { openCard, certificateIdentity, registry, audit, clock }, rules: { pins: pinRules.value, lastTry } },
      certificateValidity: {
        ports: {
          openCard,
          certificateStatus,
          receiptPrinter: receipt.printer,
          validityReceipt: (findings, language) => papers.validityReceipt(findings, language),
          audit,
          alerts,
          clock,
        },
        rules: { lastTry, renewalMonthsBefore: cardWorkRules.value.renewalMonthsBefore },
      },
      cardApplication,
    }),
    reader: card.reader,
    timers,
    outOfService: () => (halt.halted ? 'KIOSK-HALTED' : storeFailure()),
    onBug: reportBug,
    settings: { terminal, hours: configuration.profile.hours, ...idleLimits(configuration) },
  })
  const cases = composeCardCases(configuration, {
    store: store.cases,
    registry,
    directory: registry,
    issuer: issuer.terminal,
    accounts: store.staff,
    documentPrinter: document.printer,
    audit,
    clock,
    openCard,
    rules: cardWorkRules.value,
    startAtCard: () => startCardWork(resident, { work: cases.work, openCard, audit }, { pins: pinRules.value, lastTry }),
  })
  const staff = new StaffDesk({
    terminal,
    accounts: store.staff,
    queue: store.queue,
    printing,
    feeReceiptPrinter: counterReceipt.printer,
    feeReceipt: (request, receivedYen, actor, duplicate) => papers.feeReceipt(request, receivedYen, actor, duplicate),
    slipPrinter: receipt.printer,
    receptionSlip: (request) => papers.receptionSlip(request),
    devices: board,
    alerts,
    halt,
    resident,
    cases,
    applications: applications.desk,
    audit,
    timers,
    lockAfter: configuration.profile.staffLockMinutes * 60_000,
  })
  const trainingDesk = configuration.profile.training
    ? composeTrainingDesk({
        kit: host.trainingKit,
        cardsFolder: issuer.cardsFolder,
        paperFolder: places.paperFolder,
        reader: card.training,
        receiptPrinter: receipt.training,
        documentPrinter: document.training,
      })
    : null

  const haltChanged = (): void => {
    if (halt.halted) alerts.raise('incident', { failure: 'DOCUMENT-MISMATCH' })
    // Whoever is at the screen can't be served to the end any more.
    if (halt.halted) void resident.end()
    else resident.refresh()
  }
  const shred = (): void => {
    const shredded = store.shredExpired(clock.now())
    if (!shredded.ok) alerts.raise('deviceDown', { failure: shredded.failure.code })
  }
  shred()
  const stop = [
    timers.every(day, shred),
    timers.after(warmUpAfter, () => void certificates.warmUp()),
    timers.after(firstLookAfter, () => void board.ask()),
    halt.subscribe(() => haltChanged()),
    board.subscribe(() => resident.refresh()),
    board.subscribe(() => trainingDesk?.refresh()),
  ]
  const glass = new GlassServer({ desks: { resident, staff, training: trainingDesk }, audit, timers, onBug: reportBug })

  return ok({
    glass,
    training: configuration.profile.training,
    trainingDesk,
    dataFolder: configuration.dataFolder,
    wipeResident: () => resident.end(),
    reportBug,
    async close() {
      for (const each of stop) each()
      await resident.close()
      staff.close()
      board.close()
      await Promise.all([card.reader.close(), receipt.printer.close(), counterReceipt.printer.close(), document.printer.close()])
      registry.close()
      glass.close()
      const stopped = audit.record({ type: 'kiosk-stopped' })
      if (!stopped.ok) process.stderr.write(`${stopped.failure.code} at the end\n`)
      store.close()
    },
  })
}

/** What was printing when the last run ended is in question now; then this run is written down. */
function beginRun(configuration: Configuration, store: Store, audit: AuditLog): Result<void> {
  const recovered = store.queue.recover()
  if (!recovered.ok) return recovered
  const recoveredCases = store.cases.recover()
  if (!recoveredCases.ok) return recoveredCases
  const recoveredApplications = store.applications.recover()
  if (!recoveredApplications.ok) return recoveredApplications
  return audit.record({ type: 'kiosk-started', version, profile: configuration.profile.name, training: configuration.profile.training })
}

const version = '0.1.0'

function terminalView(configuration: Configuration): TerminalView {
  const { profile, terminal, municipality } = configuration
  return { number: terminal.number, profile: profile.name, training: profile.training, municipality: municipality.name, languages: profile.languages }
}

function idleLimits(
  configuration: Configuration,
): Pick<ConstructorParameters<typeof ResidentSession>[0]['settings'], 'idle' | 'idleAfterSlip' | 'idleWaitingForStaff'> {
  const { warn, wipe } = configuration.profile.idleSeconds
  return {
    idle: { warnAfter: warn * 1000, wipeAfter: wipe * 1000 },
    idleAfterSlip: { warnAfter: 20_000, wipeAfter: 30_000 },
    idleWaitingForStaff: { warnAfter: 240_000, wipeAfter: 300_000 },
  }
}

function paperIdentity(configuration: Configuration): Result<ConstructorParameters<typeof CertificatePrinting>[1]> {
  const { municipality, signing, terminal, profile } = configuration
  try {
    return ok({
      municipality: {
        name: municipality.name.ja,
        code: municipality.code,
        mayorTitle: municipality.mayorTitle,
        mayorName: municipality.mayorName,
        sealPng: municipality.sealFile === null ? null : readFileSync(municipality.sealFile),
      },
      terminalNumber: terminal.number,
      specimen: profile.training,
      signingKey: { keyId: signing.keyId, privateKey: createPrivateKey(readFileSync(signing.keyFile)) },
    })
  } catch (error) {
    return fail('CONFIG-INVALID', error instanceof Error ? error.message : String(error))
  }
}
