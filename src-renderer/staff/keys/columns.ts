/** Moves the focus to the next of the three columns (F6), to what was last of use there. */
export function focusNextColumn(): void {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-column]')]
  const at = columns.findIndex((column) => column.contains(document.activeElement))
  const rest = [...columns.slice(at + 1), ...columns.slice(0, at + 1)]
  for (const column of rest) {
    const target = column.querySelector<HTMLElement>('[data-first-focus], [role="option"][tabindex="0"], [role="listbox"], button:not(:disabled)')
    if (target === null) continue
    target.focus()
    return
  }
}
