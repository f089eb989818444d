import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { failureCodes, residentScreenSchema, type ResidentSnapshot } from '../../../../src-preload/contract.ts'
import { screens } from '../../../../src-renderer/gallery/fixtures/screens.ts'
import { snapshotOf } from '../../../../src-renderer/gallery/fixtures/snapshot.ts'
import { FuriganaContext } from '../../../../src-renderer/parts/text.tsx'
import { Frame } from '../../../../src-renderer/resident/frame/frame.tsx'
import { ResidentContext } from '../../../../src-renderer/resident/resident-context.tsx'
import { loadApplicationStep } from '../../../../src-renderer/resident/screens/application/later-application-step.tsx'
import { ScreenView } from '../../../../src-renderer/resident/screens/screen-view.tsx'
import { isNeutral } from '../../../../src-renderer/words/failure-words.ts'
import { wordsOf } from '../../../../src-renderer/words/words.ts'

const draw = (snapshot: ResidentSnapshot): string =>
  renderToStaticMarkup(
    <ResidentContext value={{ snapshot, words: wordsOf(snapshot.language), send: () => undefined }}>
      <FuriganaContext value={snapshot.display.furigana}>
        <Frame refused={false}>
          <ScreenView screen={snapshot.screen} />
        </Frame>
      </FuriganaContext>
    </ResidentContext>,
    // React Aria numbers its elements; two drawings of the same screen differ in nothing else.
  ).replaceAll(/react-aria[-\w:«»]+/g, 'id')

// As in the page, where they come after the first screen.
await loadApplicationStep()

const at = (query: string): ResidentSnapshot => snapshotOf(new URLSearchParams(query))

describe('the resident screen', () => {
  it('has a fixture for every kind of the contract', () => {
    const kinds = residentScreenSchema.options.map((option) => option.shape.kind.value)
    expect([...new Set(Object.values(screens).map((screen) => screen.kind))].sort()).toEqual([...kinds].sort())
  })

  it.each(Object.keys(screens))('draws %s with one heading of the first level and no inline style', (name) => {
    const markup = draw(at(`screen=${name}`))
    expect(markup.match(/<h1/g)).toHaveLength(1)
    // React Aria's visually hidden inputs are styled through the object model, which the policy allows.
    expect(markup.replaceAll(/<span style="border:0[^"]*"/g, '')).not.toContain('style=')
  })

  it('looks identical for every refusal that must not be told from another', () => {
    const neutral = failureCodes.filter(isNeutral)
    expect(new Set(neutral.map((code) => draw(at(`code=${code}`))))).toHaveLength(1)
  })

  it('shows family names only where they must be checked', () => {
    for (const name of Object.keys(screens).filter((screen) => !screen.startsWith('confirm'))) {
      const markup = draw(at(`screen=${name}`))
      expect(markup).not.toContain('邉󠄂﨑')
      expect(markup).not.toMatch(/見本[\u3000 ][太花髙葛]/)
    }
    expect(draw(at('screen=confirmLong'))).toContain('邉󠄂﨑　権左衛門之助')
  })

  it('shows how many tries are left before a digit is typed, in words and as shapes', () => {
    const markup = draw(at('screen=enterPinWrong&lang=en'))
    expect(markup).toContain('2 tries left')
    expect(markup.match(/icon-try-left/g)).toHaveLength(2)
    expect(markup.match(/icon-try-used/g)).toHaveLength(1)
  })

  it('shows readings only when they are wanted, and hides them from assistive technology', () => {
    expect(draw(at('screen=enterPin'))).not.toContain('<rt')
    const readings = draw(at('screen=enterPin&furigana=1')).match(/<rt[^>]*>/g)
    expect(new Set(readings)).toEqual(new Set(['<rt aria-hidden="true">']))
  })
})
