import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { glassChannel, readyChannel, sideArgument, type Bridge } from './bridge.ts'
import type { Outgoing, Side } from './contract.ts'

const argument = process.argv.find((candidate) => candidate.startsWith(sideArgument))

const bridge: Bridge = {
  // Only a label for the page: main knows each window's side by itself.
  side: (argument?.slice(sideArgument.length) ?? 'resident') as Side,
  send: (message) => ipcRenderer.send(glassChannel, message),
  onMessage: (listener) => {
    const forward = (_event: IpcRendererEvent, message: Outgoing): void => listener(message)
    ipcRenderer.on(glassChannel, forward)
    ipcRenderer.send(readyChannel)
    return () => ipcRenderer.off(glassChannel, forward)
  },
}

contextBridge.exposeInMainWorld('madoguchi', bridge)
