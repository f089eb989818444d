import type { Page } from '@playwright/test'

const smallestText = 12
const smallestTarget = 24

/** What of the page is too small, cut off, or out of reach: lists that are to be empty, and numbers that are to be 0. */
export function layoutOf(page: Page): Promise<object> {
  return page.evaluate(
    ({ smallestText, smallestTarget }) => {
      const named = (element: Element): string => `${element.tagName}.${element.getAttribute('class') ?? ''} ${element.textContent.slice(0, 24)}`
      const seen = [...document.querySelectorAll<HTMLElement>('#root *, .desk-overlay *')].filter(
        (element) => element.closest('svg, .visually-hidden, .paper-desk') === null && element.getClientRects().length > 0 && element.clientWidth > 1,
      )
      const hasText = (element: Element): boolean => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '')
      return {
        tiny: seen.filter((element) => hasText(element) && parseFloat(getComputedStyle(element).fontSize) < smallestText).map(named),
        smallTargets: [...document.querySelectorAll('button, .request, label:has(input)')]
          .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < smallestTarget)
          .map(named),
        clipped: seen.filter((element) => getComputedStyle(element).display !== 'inline' && element.scrollWidth > element.clientWidth + 1).map(named),
        outside: seen
          .filter((element) => {
            const box = element.getBoundingClientRect()
            return box.left < -1 || box.right > window.innerWidth + 1
          })
          .map(named),
        actionsBelow: [...document.querySelectorAll('.actions')].filter((element) => element.getBoundingClientRect().bottom > window.innerHeight).length,
        page: [document.documentElement.scrollWidth - window.innerWidth, document.documentElement.scrollHeight - window.innerHeight],
      }
    },
    { smallestText, smallestTarget },
  )
}

export const goodLayout = { tiny: [], smallTargets: [], clipped: [], outside: [], actionsBelow: 0, page: [0, 0] }
