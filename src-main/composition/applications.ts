import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KeyObject } from 'node:crypto'
import { ApplicationsDesk } from '../applications/desk/applications-desk.ts'
import type { PacketPorts } from '../applications/desk/packet-desk.ts'
import type { ApplicationPorts } from '../applications/desk/ports.ts'
import { residentApplications, type ResidentApplications } from '../applications/intake.ts'
import { issuedFormsFile, noIssuedForms } from '../applications/issued-forms.ts'
import { readPacketKey, type PacketKeyType } from '../applications/packet/packet-keys.ts'
import { readApplicationRules } from '../applications/rules/read-rules.ts'
import type { Configuration } from '../config.ts'
import { fail, ok, type Result } from '../failures/result.ts'
import { formComposer } from './card-cases.ts'

export type ApplicationParts = Pick<ApplicationPorts, 'store' | 'directory' | 'documents' | 'documentPrinter' | 'slipPrinter' | 'slip' | 'audit' | 'clock' | 'residentOf' | 'startAtResident' | 'deliveries'>

export interface ComposedApplications {
  readonly desk: ApplicationsDesk
  readonly resident: ResidentApplications
}

/** What of the configuration can be wrong, before anything is opened. Failures: CONFIG-INVALID. */
export function composeApplicationRules(configuration: Configuration): Result<Pick<ApplicationPorts, 'rules' | 'packets'>> {
  const rules = readApplicationRules(configuration.applications.rulesFile)
  if (!rules.ok) return rules
  const packets = composePackets(configuration)
  return packets.ok ? ok({ rules: rules.value, packets: packets.value }) : packets
}

/** The staff's desk and the resident's side of card applications, over the same records. */
export function composeApplications(configuration: Configuration, rules: Pick<ApplicationPorts, 'rules' | 'packets'>, parts: ApplicationParts): ComposedApplications {
  const ports: ApplicationPorts = { ...parts, ...rules, ...placeOf(configuration), compose: formComposer(configuration.fonts) }
  return { desk: new ApplicationsDesk(ports), resident: residentApplications(ports) }
}

/** What `madoguchi packet make` works with, without the devices of a kiosk. */
export const composePacketPorts = (configuration: Configuration, rules: Pick<ApplicationPorts, 'rules' | 'packets'>, parts: Pick<PacketPorts, 'store' | 'directory' | 'documents' | 'clock'>): PacketPorts => ({
  ...parts,
  ...rules,
  ...placeOf(configuration),
})

function placeOf({ profile, municipality, terminal, applications }: Configuration): Pick<ApplicationPorts, 'forms' | 'place'> {
  return {
    forms: applications.formsFile === null ? noIssuedForms : issuedFormsFile(applications.formsFile),
    place: {
      ...profile.applications,
      terminalNumber: terminal.number,
      municipality: municipality.name.ja,
      municipalityCode: municipality.code,
      mayor: municipality.mayorTitle,
      specimen: profile.training,
    },
  }
}

function composePackets({ applications: { packets }, signing, dataFolder }: Configuration): Result<ApplicationPorts['packets']> {
  if (packets === null) return ok(null)
  const recipient = keyOf(packets.recipientKeyFile, 'x25519', 'public')
  if (!recipient.ok) return recipient
  const signer = keyOf(signing.keyFile, 'ed25519', 'private')
  if (!signer.ok) return signer
  return ok({ folder: packets.folder ?? join(dataFolder, 'packets'), recipient: recipient.value, signer: signer.value })
}

function keyOf(file: string, type: PacketKeyType, which: 'private' | 'public'): Result<KeyObject> {
  let pem: Buffer
  try {
    pem = readFileSync(file)
  } catch (error) {
    return fail('CONFIG-INVALID', error instanceof Error ? error.message : file)
  }
  const key = readPacketKey(pem, type, which)
  return key.ok ? key : fail('CONFIG-INVALID', `${file}: ${key.failure.detail ?? 'not a key'}`)
}
