import type { Selection } from 'react-aria-components'

interface SingleChoice {
  readonly selectionMode: 'single'
  readonly selectionBehavior: 'replace'
  readonly disallowEmptySelection: true
  readonly selectedKeys: string[]
  readonly onSelectionChange: (keys: Selection) => void
}

/** For a list of which one row is open: pressing that row again leaves it open. Escape closes it, for the whole desk. */
export const singleChoice = (chosenId: string | null, choose: (id: string) => void): SingleChoice => ({
  selectionMode: 'single',
  selectionBehavior: 'replace',
  disallowEmptySelection: true,
  selectedKeys: chosenId === null ? [] : [chosenId],
  onSelectionChange: (keys) => {
    const [key] = keys === 'all' ? [] : keys
    if (typeof key === 'string') choose(key)
  },
})
