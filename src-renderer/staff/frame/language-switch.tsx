import { LanguageIcon } from '../../parts/icons/icons.tsx'
import { DeskButton } from '../parts/desk-button.tsx'
import { useStaff } from '../staff-context.ts'

/** Named in the language it leads to. */
export function LanguageSwitch() {
  const { language, setLanguage, words } = useStaff()
  const other = language === 'ja' ? 'en' : 'ja'
  return (
    <DeskButton
      look="plain"
      label={words.frame.languageLabel}
      onPress={() => {
        setLanguage(other)
      }}
    >
      <LanguageIcon />
      <span lang={other}>{words.frame.language}</span>
    </DeskButton>
  )
}
