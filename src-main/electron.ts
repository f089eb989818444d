/** Entry: the product's shell. Only glass: windows, IPC, lock-down; the kiosk itself is in kiosk.ts. */
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session, utilityProcess } from 'electron'
import { join } from 'node:path'
import type { Side } from '../src-preload/contract.ts'
import { appOrigin, appSchemePrivileges, serveApp } from './electron/app-protocol.ts'
import { reloadAfterCrash } from './electron/crash-recovery.ts'
import { IpcChannel } from './electron/ipc-channel.ts'
import { lockContents, lockSession } from './electron/lock-down.ts'
import { planWindows, windowOptions, type WindowPlan } from './electron/window-options.ts'
import { electronProcessLauncher } from './card/reader-process/electron-launcher.ts'
import type { Kiosk } from './kiosk.ts'
import { endOnBug, hostOptions, startKiosk } from './start-up.ts'
import { systemTimers } from './timers.ts'

const outFolder = join(import.meta.dirname, '..')
const pages = join(outFolder, 'renderer')
const preload = join(outFolder, 'preload', 'index.cjs')

if (!app.requestSingleInstanceLock()) app.exit(0)
app.enableSandbox()
protocol.registerSchemesAsPrivileged([appSchemePrivileges])
Menu.setApplicationMenu(null)
app.on('window-all-closed', () => app.quit())
app.on('web-contents-created', (_event, contents) => lockContents(contents))

const option = (name: string): string | undefined => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)

// No top-level await: Electron gives "ready" only after this module has been evaluated.
void app.whenReady().then(async () => {
  const started = await startKiosk({
    ...hostOptions({ outFolder, configFile: option('config'), dataFolder: option('data') ?? join(app.getPath('userData'), 'data') }),
    launchReaderProcess: (entry) => electronProcessLauncher(utilityProcess, entry),
    safeStorage,
  })
  if (started.ok) return open(started.value)
  dialog.showErrorBox('Madoguchi', `${started.failure.code}\n${started.failure.detail ?? ''}`)
  app.exit(1)
})

function open(kiosk: Kiosk): void {
  endOnBug(kiosk, () => {
    app.relaunch()
    app.exit(1)
  })
  const channel = new IpcChannel(ipcMain, kiosk.glass)
  const sides: Side[] = kiosk.glass.has('training') ? ['resident', 'staff', 'training'] : ['resident', 'staff']
  for (const plan of planWindows(screen.getAllDisplays(), sides, !kiosk.training)) openWindow(plan, channel, kiosk)
  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus())
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void kiosk.close().then(() => {
      closed = true
      app.quit()
    })
  })
}

function openWindow(plan: WindowPlan, channel: IpcChannel, kiosk: Kiosk): void {
  const partition = session.fromPartition(`madoguchi-${plan.side}`)
  lockSession(partition, plan.side)
  serveApp(partition.protocol, pages)
  const window = new BrowserWindow(windowOptions(plan, preload))
  channel.adopt(plan.side, window.webContents)
  reloadAfterCrash(window.webContents, {
    wipe: () => (plan.side === 'resident' ? kiosk.wipeResident() : Promise.resolve()),
    report: (reason) => kiosk.reportBug(`${plan.side} page`, new Error(reason)),
    timers: systemTimers,
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${appOrigin}/${plan.side}/index.html`)
}
