import { ContrastIcon, FuriganaIcon, LanguageIcon, LargeTextIcon } from '../../parts/icons/icons.tsx'
import { Emblem } from '../../parts/emblem.tsx'
import { Text } from '../../parts/text.tsx'
import { Toggle } from '../../parts/toggle.tsx'
import { plain } from '../../words/furigana.ts'
import { LanguageButton } from './language-button.tsx'
import { useResident } from '../resident-context.tsx'

export function FrameHeader() {
  const { snapshot, words, send } = useResident()
  const { terminal, language, display, procedure } = snapshot
  return (
    <header className="frame-header">
      <div className="frame-place">
        <Emblem />
        <p className="frame-municipality">{terminal.municipality[language]}</p>
        <p className="frame-procedure">
          <Text>{procedure === null ? words.frame.counter : words.frame.procedures[procedure]}</Text>
        </p>
        {terminal.training ? (
          <p className="frame-sample">
            <Text>{words.frame.training}</Text>
            <span className="visually-hidden">{plain(words.frame.trainingLong)}</span>
          </p>
        ) : null}
      </div>
      <div className="frame-tools" role="group" aria-label={plain(words.frame.tools)}>
        <Toggle
          icon={<LargeTextIcon />}
          isOn={display.largeText}
          onChange={(largeText) => {
            send({ type: 'setDisplay', display: { largeText } })
          }}
        >
          <Text>{words.frame.largeText}</Text>
        </Toggle>
        <Toggle
          icon={<ContrastIcon />}
          isOn={display.highContrast}
          onChange={(highContrast) => {
            send({ type: 'setDisplay', display: { highContrast } })
          }}
        >
          <Text>{words.frame.highContrast}</Text>
        </Toggle>
        {language === 'ja' ? (
          <Toggle
            icon={<FuriganaIcon />}
            isOn={display.furigana}
            onChange={(furigana) => {
              send({ type: 'setDisplay', display: { furigana } })
            }}
          >
            <Text>{words.frame.furigana}</Text>
          </Toggle>
        ) : null}
        {terminal.languages
          .filter((other) => other !== language)
          .map((other) => (
            <LanguageButton key={other} language={other} icon={<LanguageIcon />} />
          ))}
      </div>
    </header>
  )
}
