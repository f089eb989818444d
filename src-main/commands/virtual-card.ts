import type { Command } from 'commander'
import { fail, ok, type Result } from '../failures/result.ts'
import { cardProfileNames, cardProfiles } from '../training/card/profiles/card-profiles.ts'
import { createVirtualCard } from '../training/card/virtual-card.ts'
import { VpcdBridge, type BridgeState } from '../training/card/vpcd-bridge.ts'
import type { Reply } from './shell/answer.ts'
import type { CommandContext } from './shell/command-context.ts'
import { withExamples } from './shell/examples.ts'
import { wholeNumber } from './shell/parsing/numbers.ts'

interface CardOptions {
  readonly profile?: string
  readonly list?: true
  readonly host: string
  readonly port: number
  readonly removeAfter?: number
}

function listProfiles(): Reply {
  const profiles = cardProfileNames().map((profile) => {
    const holder = cardProfiles().profiles[profile]?.holder
    return { profile, holder: holder === undefined ? null : (cardProfiles().holders[holder]?.name ?? null) }
  })
  const { secrets } = cardProfiles()
  const lines = profiles.map(({ profile, holder }) => `${profile.padEnd(24)} ${holder ?? '(no individual number card)'}`)
  const pin = `PIN of every training card: ${secrets.userAuthentication} (利用者証明用); signature password: ${secrets.signature} (署名用)`
  return { json: { profiles, secrets }, text: [...lines, pin].join('\n') }
}

/** Resolves when the card was taken out: by a signal, or after the time given. */
function cardInReader(bridge: VpcdBridge, removeAfter: number | undefined): Promise<'interrupted' | 'removed'> {
  return new Promise((resolve) => {
    const finish = (how: 'interrupted' | 'removed') => (): void => {
      clearTimeout(timer)
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', interrupted)
      bridge.remove()
      resolve(how)
    }
    const interrupted = finish('interrupted')
    const timer = removeAfter === undefined ? undefined : setTimeout(finish('removed'), removeAfter * 1000)
    process.on('SIGINT', interrupted)
    process.on('SIGTERM', interrupted)
  })
}

async function insert(context: CommandContext, profile: string, { host, port, removeAfter }: CardOptions): Promise<Result<Reply>> {
  const configuration = await context.configuration()
  if (!configuration.ok) return configuration
  if (!configuration.value.profile.training) return fail('CONFIG-INVALID', 'a virtual card is for training; the configuration is of a production profile')
  const card = createVirtualCard(profile, context.trainingKit)
  if (!card.ok) return card
  const words: Record<BridgeState, string> = {
    empty: 'the card is out',
    waiting: `waiting for pcscd with its vpcd driver at ${host}:${port}`,
    connected: `connected: card "${profile}" is in the reader; Ctrl-C takes it out`,
  }
  const states: { state: BridgeState; at: string }[] = []
  const bridge = new VpcdBridge({ host, port })
  bridge.subscribe((state) => {
    states.push({ state, at: new Date().toISOString() })
    // Progress is no answer: stdout is for that.
    context.streams.stderr.write(`${words[state]}\n`)
  })
  const taken = cardInReader(bridge, removeAfter)
  bridge.insert(card.value)
  const ended = await taken
  const everConnected = states.some(({ state }) => state === 'connected')
  bridge.close()
  if (!everConnected) return fail('CARD-NO-SERVICE', `nothing took the card at ${host}:${port}; is pcscd running, with the package vsmartcard-vpcd?`)
  return ok({ json: { profile, ended, states }, text: '' })
}

/** `virtual-card`: a training card in the virtual reader of a real pcscd. */
export function addVirtualCard(program: Command, context: CommandContext): void {
  const command = program
    .command('virtual-card')
    .description('Put a training card into the virtual reader (vpcd) of a real pcscd, until Ctrl-C')
    .option('--profile <name>', 'which card; --list names them')
    .option('--list', 'list the cards and their training PINs')
    .option('--host <host>', "where pcscd's vpcd driver listens", '127.0.0.1')
    .option('--port <port>', 'its port: 35963 is the first slot, 35964 the second', wholeNumber(1, 65_535), 35_963)
    .option('--remove-after <seconds>', 'take the card out after so many seconds', wholeNumber(1, 86_400))
    .action((options: CardOptions) => {
      if (options.list === true) return context.answer(ok(listProfiles()))
      const { profile } = options
      if (profile === undefined) return command.error('error: --profile NAME is missing (--list names the cards)')
      return context.answer(insert(context, profile, options))
    })
  withExamples(command, 'virtual-card --list', 'virtual-card --profile head-of-four', 'virtual-card --profile adult --remove-after 20')
}
