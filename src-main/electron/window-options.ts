import type { BrowserWindowConstructorOptions, Display, Rectangle } from 'electron'
import { sideArgument } from '../../src-preload/bridge.ts'
import type { Side } from '../../src-preload/contract.ts'

export interface WindowPlan {
  readonly side: Side
  readonly bounds: Rectangle
  /** Full screen with no way out; not in training, where people must be able to look around. */
  readonly kiosk: boolean
}

/** The resident gets the touch display, the staff another one; with one display only, the resident's is first. */
export function planWindows(displays: readonly Pick<Display, 'id' | 'bounds' | 'touchSupport'>[], sides: readonly Side[], kiosk: boolean): WindowPlan[] {
  const touch = displays.find((display) => display.touchSupport === 'available') ?? displays[0]
  const other = displays.find((display) => display.id !== touch?.id) ?? touch
  if (!touch || !other) throw new Error('no display')
  const alone = other.id === touch.id
  return sides.map((side) => ({ side, bounds: side === 'resident' ? touch.bounds : other.bounds, kiosk: kiosk && side === 'resident' && !alone }))
}

/** Every lock the window itself has. The page is glass: no node, no shared world, no tools, no zoom, no spell checker. */
export function windowOptions(plan: WindowPlan, preload: string): BrowserWindowConstructorOptions {
  return {
    ...plan.bounds,
    show: false,
    kiosk: plan.kiosk,
    fullscreen: plan.kiosk,
    frame: !plan.kiosk,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    title: 'Madoguchi',
    webPreferences: {
      preload,
      additionalArguments: [`${sideArgument}${plan.side}`],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      devTools: false,
      spellcheck: false,
      enableWebSQL: false,
      safeDialogs: true,
      // Nothing of a session may outlive it: a partition without "persist:" lives in memory only.
      partition: `madoguchi-${plan.side}`,
    },
  }
}
