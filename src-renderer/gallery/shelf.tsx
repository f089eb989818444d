import { useState } from 'react'
import { failureCodes } from '../../src-preload/contract.ts'
import { screens } from './fixtures/screens.ts'
import './shelf.css'

const switches = ['large', 'contrast', 'furigana', 'called', 'idle', 'camera', 'landscape'] as const

/** A list of all screens, and the one chosen at its true size. */
export function Shelf() {
  const [shown, setShown] = useState('screen=attract')
  const [language, setLanguage] = useState('ja')
  const [on, setOn] = useState<ReadonlySet<string>>(new Set())
  const toggle = (name: string): void => {
    setOn((before) => new Set(before.has(name) ? [...before].filter((other) => other !== name) : [...before, name]))
  }
  const address = `?${[shown, `lang=${language}`, ...[...on].map((name) => `${name}=1`)].join('&')}`
  return (
    <div className="shelf">
      <nav className="shelf-list">
        <button
          type="button"
          onClick={() => {
            setLanguage(language === 'ja' ? 'en' : 'ja')
          }}
        >
          language: {language}
        </button>
        {switches.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={on.has(name)}
              onChange={() => {
                toggle(name)
              }}
            />{' '}
            {name}
          </label>
        ))}
        {Object.keys(screens).map((name) => (
          <button
            key={name}
            type="button"
            onClick={() => {
              setShown(`screen=${name}`)
            }}
          >
            {name}
          </button>
        ))}
        {failureCodes.map((code) => (
          <button
            key={code}
            type="button"
            onClick={() => {
              setShown(`code=${code}`)
            }}
          >
            {code}
          </button>
        ))}
      </nav>
      <div className="shelf-frame">
        <iframe title="screen" className={on.has('landscape') ? 'landscape' : 'portrait'} src={address} />
      </div>
    </div>
  )
}
