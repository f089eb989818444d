import type { Outgoing, Reply, Side } from '../../src-preload/contract.ts'
import { keepEqualParts } from './keep-equal-parts.ts'
import { listeners } from './listeners.ts'
import { readOutgoing } from './read-outgoing.ts'
import type { Transport } from './transport/transport.ts'

type AnySnapshot = Extract<Outgoing, { kind: 'snapshot' }>['snapshot']
export type SnapshotOf<S extends Side> = Extract<AnySnapshot, { side: S }>

export interface MessageClient<S extends Side> {
  onSnapshot(listener: (snapshot: SnapshotOf<S>) => void): () => void
  onConnection(listener: (connected: boolean) => void): () => void
  /** Numbers the message, sends it, and waits for the reply of that number. */
  ask(message: { kind: 'dispatch'; event: unknown } | { kind: 'query'; query: unknown }): Promise<Reply<unknown>>
}

/** The reply to what could not be delivered, or whose reply was lost: whether main did it is not known here. */
const lost: Reply<never> = { ok: false, failure: { code: 'INTERNAL' } }

/**
 * Numbers what goes out, matches what comes back, and takes the picture away when it can't be trusted.
 * @param report gets what main should never have sent, without its contents.
 */
export function messageClient<S extends Side>(side: S, transport: Transport, report: (error: Error) => void): MessageClient<S> {
  const snapshots = listeners<SnapshotOf<S>>()
  const connections = listeners<boolean>()
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  let latest: SnapshotOf<S> | null = null
  let lineUp = false
  /** After something unreadable, or when main says so, the picture on the glass may be stale: covered until main says something sensible. */
  let unreadable = false
  let lastId = 0

  const tellConnection = (): void => {
    connections.tell(lineUp && !unreadable)
  }
  const forget = (): void => {
    latest = null
    for (const settle of waiting.values()) settle(lost)
    waiting.clear()
  }
  const refuse = (why: string): void => {
    report(new Error(why))
    unreadable = true
    forget()
    tellConnection()
    transport.restart()
  }
  const receive = (message: Outgoing): void => {
    if (message.kind === 'reply') {
      const settle = waiting.get(message.id)
      waiting.delete(message.id)
      settle?.(message.result)
      return
    }
    if (message.kind === 'cover') {
      unreadable = true
      latest = null
      tellConnection()
      return
    }
    if (!isOf(side, message.snapshot)) {
      refuse(`a snapshot of the ${message.snapshot.side} screen came to the ${side} screen`)
      return
    }
    latest = keepEqualParts(latest, message.snapshot)
    if (unreadable) {
      unreadable = false
      tellConnection()
    }
    snapshots.tell(latest)
  }

  transport.onMessage((raw) => {
    const message = readOutgoing(raw)
    if (message === null) refuse('a message outside the contract')
    else receive(message)
  })
  transport.onConnection((connected) => {
    lineUp = connected
    if (!connected) forget()
    tellConnection()
  })

  return {
    onSnapshot: (listener) => {
      if (latest !== null) listener(latest)
      return snapshots.add(listener)
    },
    onConnection: (listener) => {
      listener(lineUp && !unreadable)
      return connections.add(listener)
    },
    ask: (message) =>
      new Promise((resolve) => {
        lastId += 1
        const id = lastId
        waiting.set(id, resolve)
        if (transport.send({ ...message, id })) return
        waiting.delete(id)
        resolve(lost)
      }),
  }
}

const isOf = <S extends Side>(side: S, snapshot: AnySnapshot): snapshot is SnapshotOf<S> => snapshot.side === side
