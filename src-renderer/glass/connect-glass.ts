import type {
  Connection,
  QueryAnswer,
  Reply,
  ResidentEvent,
  ResidentGlass,
  Side,
  StaffEvent,
  StaffGlass,
  StaffQuery,
  TrainingEvent,
  TrainingGlass,
} from '../../src-preload/contract.ts'
import { afterFirstScreen } from './after-first-screen.ts'
import { messageClient, type SnapshotOf } from './message-client.ts'
import { oneTimeToken } from './transport/one-time-token.ts'
import { socketTransport } from './transport/socket-transport.ts'
import type { Transport } from './transport/transport.ts'
import { windowTransport } from './transport/window-transport.ts'

interface EventOf {
  resident: ResidentEvent
  staff: StaffEvent
  training: TrainingEvent
}

/**
 * The page's end of the contract, over Electron's preload where there is one, else over a loopback socket.
 * @param side the screen this page draws; the host refuses a page that says another than it was opened for.
 */
export function connectGlass(side: 'resident'): ResidentGlass & Connection
export function connectGlass(side: 'staff'): StaffGlass & Connection
export function connectGlass(side: 'training'): TrainingGlass & Connection
export function connectGlass(side: Side): (ResidentGlass | StaffGlass | TrainingGlass) & Connection {
  switch (side) {
    case 'resident':
      return plainGlass(side)
    case 'training':
      return plainGlass(side)
    case 'staff': {
      const { query, ...glass } = openGlass(side)
      return {
        ...glass,
        requestDetail: (requestId) => query({ type: 'requestDetail', requestId }),
        staffAccounts: () => query({ type: 'staffAccounts' }),
        preview: (requestId) => query({ type: 'preview', requestId }),
        cardCaseDetail: (caseId) => query({ type: 'cardCaseDetail', caseId }),
        cardCasePaper: (caseId, paper) => query({ type: 'cardCasePaper', caseId, paper }),
        residentSearch: (text, birthDate) => query({ type: 'residentSearch', text, birthDate }),
        cardLook: (face) => query({ type: 'cardLook', face }),
        applicationDetail: (applicationId) => query({ type: 'applicationDetail', applicationId }),
        applicationPhoto: (applicationId) => query({ type: 'applicationPhotoView', applicationId }),
        applicationPaper: (applicationId, paper) => query({ type: 'applicationPaper', applicationId, paper }),
        applicationStatistics: (on) => query({ type: 'applicationStatistics', on }),
        applicationBatchCheck: (csv) => query({ type: 'applicationBatchCheck', csv }),
        applicationBatchDetail: (batchId) => query({ type: 'applicationBatchDetail', batchId }),
        applicationBatchSheet: (batchId) => query({ type: 'applicationBatchSheet', batchId }),
      }
    }
  }
}

function plainGlass<S extends Side>(side: S) {
  const { onSnapshot, onConnection, dispatch } = openGlass(side)
  return { side, onSnapshot, onConnection, dispatch }
}

function openGlass<S extends Side>(side: S) {
  const client = messageClient(side, openTransport(side), (error) => {
    reportError(error)
  })
  return {
    side,
    onSnapshot: (listener: (snapshot: SnapshotOf<S>) => void) => client.onSnapshot(listener),
    onConnection: (listener: (connected: boolean) => void) => client.onConnection(listener),
    dispatch: async (event: EventOf[S]): Promise<Reply<void>> => {
      const reply = await client.ask({ kind: 'dispatch', event })
      return reply.ok ? { ok: true, value: undefined } : reply
    },
    query: async <Q extends StaffQuery>(query: Q): Promise<Reply<QueryAnswer<Q['type']>>> => {
      const reply = await client.ask({ kind: 'query', query })
      // Main lets no other answer out (src-main/channel/outgoing.ts).
      return reply as Reply<QueryAnswer<Q['type']>>
    },
  }
}

function openTransport(side: Side): Transport {
  if (window.madoguchi !== undefined) return windowTransport(window.madoguchi)
  const token = oneTimeToken({ location: window.location, history: window.history, later: afterFirstScreen })
  return socketTransport({
    open: () => {
      const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
      const socket = new WebSocket(`${scheme}://${window.location.host}/glass/${side}`, token.protocols())
      socket.addEventListener('open', token.spent)
      return socket
    },
    schedule: (milliseconds, job) => {
      window.setTimeout(job, milliseconds)
    },
  })
}
