import { useEffect } from 'react'
import type { ResidentSnapshot } from '../../../src-preload/contract.ts'

/** Language, text size and contrast belong to the whole page, so that scroll bars and the cover follow them too. */
export function usePageAttributes({ language, display }: Pick<ResidentSnapshot, 'language' | 'display'>): void {
  const { largeText, highContrast } = display
  useEffect(() => {
    const page = document.documentElement
    page.lang = language
    page.dataset.text = largeText ? 'large' : 'normal'
    page.dataset.contrast = highContrast ? 'high' : 'normal'
  }, [language, largeText, highContrast])
}
