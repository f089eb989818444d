import { useEffect, useEffectEvent, type RefObject } from 'react'

/**
 * No key is lost to the page behind a dialog. A pressed button that is closed while its work is done gives the focus to
 * the page, and one that is gone does so without a word: the dialog takes the focus back, or else the next key.
 */
export function useKeysStay(dialog: RefObject<HTMLElement | null>, onEscape: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.target !== document.body) return
    dialog.current?.focus()
    if (event.key === 'Escape') onEscape()
  })
  useEffect(() => {
    const element = dialog.current
    // Only from there: after a press beside the dialog the focus comes back to its field by itself. The first such event is
    // not the browser's but the button's own (React Aria), told before the focus has gone.
    const onFocusOut = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || !target.matches(':disabled')) return
      if (document.activeElement === target || document.activeElement === document.body) element?.focus()
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      onKey(event)
    }
    element?.addEventListener('focusout', onFocusOut)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      element?.removeEventListener('focusout', onFocusOut)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [dialog])
}
