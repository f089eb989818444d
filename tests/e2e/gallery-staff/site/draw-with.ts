declare global {
  interface Window {
    /** Shows another scene, from its start, without loading the page anew. */
    drawScene?: (scene: string) => Promise<void>
  }
}

/** Two frames: what the page does after it has drawn something is done by then. */
const frames = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

/** Draws the scene of the page's address, and every one that is asked for after it; `null` draws nothing. */
export function drawWith(defaultScene: string, draw: (scene: string | null) => void): void {
  window.drawScene = async (scene) => {
    // Nothing of the scene before may stay: an open dialog keeps the rest of the page from being read until it is gone.
    draw(null)
    await frames()
    draw(scene)
    await frames()
  }
  draw(new URLSearchParams(window.location.search).get('scene') ?? defaultScene)
}
