import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Language } from '../../../src-preload/contract.ts'
import { FinishIcon } from '../../parts/icons/icons.tsx'
import { useResident } from '../resident-context.tsx'

/** Each language calls itself by its own name. */
const ownNames: Record<Language, string> = { ja: '日本語', en: 'English' }

interface LanguageButtonProps {
  language: Language
  icon?: ReactNode
  /** The language the screen is in now. */
  isPresent?: boolean
}

export function LanguageButton({ language, icon, isPresent = false }: LanguageButtonProps) {
  const { send } = useResident()
  return (
    <Button
      className="toggle language-button"
      aria-current={isPresent}
      onPress={() => {
        send({ type: 'setLanguage', language })
      }}
    >
      {isPresent ? <FinishIcon /> : icon}
      <span lang={language}>{ownNames[language]}</span>
    </Button>
  )
}
