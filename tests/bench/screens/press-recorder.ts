import type { Page } from '@playwright/test'

/** Milliseconds from the press to what it led to. */
export interface PressTimes {
  /** The first task after the frame that has the change: style, layout and paint of it are done. */
  readonly painted: number
  /** The frame after that one begins: the change is on its way to the glass, or there. One frame (16.7 ms) later by construction. */
  readonly nextFrame: number
}

interface Recorder {
  arm(selector: string): void
  readonly times: Promise<PressTimes>
}

/**
 * Puts a recorder into the page. A press begins with the `timeStamp` of the trusted click (when the browser
 * got the finger's release, before any script ran), and ends after the frame that drew the changed element:
 * MutationObserver, then requestAnimationFrame, then a message that runs behind the frame's rendering.
 */
async function install(page: Page): Promise<void> {
  await page.evaluate(() => {
    const recorder = { arm, times: new Promise<PressTimes>(() => undefined) }
    function arm(selector: string): void {
      const state = (): string => [...document.querySelectorAll(selector)].map((each) => `${each.className} ${each.textContent}`).join('|')
      recorder.times = new Promise((resolve) => {
        const before = state()
        let pressed = Number.NaN
        const onClick = (event: MouseEvent): void => {
          pressed = event.timeStamp
        }
        addEventListener('click', onClick, { capture: true, once: true })
        const observer = new MutationObserver(() => {
          if (Number.isNaN(pressed) || state() === before) return
          observer.disconnect()
          requestAnimationFrame(() => {
            let painted = Number.NaN
            const behind = new MessageChannel()
            behind.port1.onmessage = () => {
              painted = performance.now() - pressed
            }
            behind.port2.postMessage(null)
            requestAnimationFrame(() => {
              const nextFrame = performance.now() - pressed
              setTimeout(() => {
                resolve({ painted, nextFrame })
              })
            })
          })
        })
        observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true })
      })
    }
    Object.assign(window, { pressRecorder: recorder })
  })
}

/** Milliseconds that a finger rests on the glass: what its coming down starts is over when it goes, and it does not keep time with the frames. */
const contact = (): number => 50 + Math.random() * 50

/** One page whose presses are timed. */
export class PressRecorder {
  readonly #page: Page

  private constructor(page: Page) {
    this.#page = page
  }

  static async on(page: Page): Promise<PressRecorder> {
    await install(page)
    return new PressRecorder(page)
  }

  /**
   * Presses the middle of an element by a real input event and waits until the change is drawn.
   * @param watched CSS selector of what the press changes: its classes or its words.
   */
  async press(pressed: string, watched: string): Promise<PressTimes> {
    const box = await this.#page.locator(pressed).first().boundingBox()
    if (box === null) throw new Error(`${pressed} is not on the page`)
    await this.#page.evaluate((selector) => {
      ;(window as unknown as { pressRecorder: Recorder }).pressRecorder.arm(selector)
    }, watched)
    await this.#page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: contact() })
    return this.#page.evaluate(() => (window as unknown as { pressRecorder: Recorder }).pressRecorder.times)
  }
}
