import type { Page } from '@playwright/test'
import { expect, sizes, test } from './gallery.ts'

test.use({ reducedMotion: 'reduce', viewport: sizes.portrait })

/** What the screen told main, without the signs of life. */
const heard = (page: Page): Promise<object[]> => page.evaluate(() => (window.galleryEvents ?? []).filter((event) => event.type !== 'touch'))

test('the PIN goes to main digit by digit, by keyboard and by touch', async ({ page, gallery }) => {
  await gallery.show(page, 'screen=enterPin&lang=en')
  await page.keyboard.press('7')
  await page.getByRole('button', { name: '3', exact: true }).click()
  await page.keyboard.press('Backspace')
  await page.getByRole('button', { name: 'Erase' }).click()
  await page.keyboard.press('Enter')
  expect(await heard(page)).toEqual([
    { type: 'pinDigit', digit: '7' },
    { type: 'pinDigit', digit: '3' },
    { type: 'pinErase' },
    { type: 'pinErase' },
    { type: 'pinSubmit' },
  ])
})

test('a complete PIN is sent by Enter or by the key, and takes no fifth digit', async ({ page, gallery }) => {
  await gallery.show(page, 'screen=enterPinFull&lang=en')
  await page.keyboard.press('1')
  await page.getByRole('button', { name: '2', exact: true }).click({ force: true })
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  expect(await heard(page)).toEqual([{ type: 'pinSubmit' }, { type: 'pinSubmit' }])
})

test('a touched digit takes no focus, so that nothing speaks it', async ({ page, gallery }) => {
  await gallery.show(page, 'screen=enterPinHalf&lang=en')
  await page.getByRole('button', { name: '5', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('status').last()).toHaveText('2 of 4 digits entered')
})

test('signs of life are sent at most once a second', async ({ page, gallery }) => {
  await gallery.show(page, 'screen=chooseService')
  const presses = 40
  const began = Date.now()
  for (let press = 0; press < presses; press += 1) await page.keyboard.press('Shift')
  const seconds = (Date.now() - began) / 1000
  const touches = await page.evaluate(() => (window.galleryEvents ?? []).filter((event) => event.type === 'touch').length)
  expect(touches).toBeGreaterThanOrEqual(1)
  expect(touches).toBeLessThanOrEqual(Math.ceil(seconds) + 1)
})

test('the question whether to go on is answered by a touch anywhere', async ({ page, gallery }) => {
  await gallery.show(page, 'screen=chooseService&idle=23&lang=en')
  await expect(page.getByRole('alertdialog')).toContainText('23')
  await page.mouse.click(20, 1900)
  const touches = await page.evaluate(() => (window.galleryEvents ?? []).filter((event) => event.type === 'touch').length)
  expect(touches).toBeGreaterThanOrEqual(1)
  expect(await heard(page)).toEqual([])
})

test('the focus begins at the heading and follows the reading order', async ({ page, gallery }) => {
  await gallery.show(page, 'screen=chooseService&lang=en')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const names: (string | null)[] = []
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('Tab')
    names.push(await page.evaluate(() => document.activeElement?.textContent ?? null))
  }
  expect(names.map((name) => name?.slice(0, 10))).toEqual(['Whole hous', 'Only you, ', 'Back', 'Call staff', 'Stop'])
})

test('every choice of the options screen reaches main', async ({ page, gallery }) => {
  await gallery.show(page, 'screen=chooseOptions&lang=en')
  await page.getByText('Registered domicile').click()
  await page.getByRole('button', { name: 'One copy more' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  expect(await heard(page)).toEqual([
    { type: 'setOption', option: 'registeredDomicile', wanted: true },
    { type: 'setCopies', copies: 2 },
    { type: 'next' },
  ])
})

test('My Number asks what for, and can still be left out', async ({ page, gallery }) => {
  await gallery.show(page, 'screen=choosePurpose&lang=en')
  await page.getByRole('button', { name: 'For tax' }).click()
  await page.getByRole('button', { name: 'Leave My Number out' }).click()
  expect(await heard(page)).toEqual([
    { type: 'setPurpose', purpose: 'tax' },
    { type: 'setOption', option: 'individualNumber', wanted: false },
  ])
})

test('a resident who needs larger text, more contrast or another language gets it at every step', async ({ page, gallery }) => {
  await gallery.show(page, 'screen=placeCard')
  await page.getByRole('button', { name: '大きな文字' }).click()
  await page.getByRole('button', { name: 'はっきり表示' }).click()
  await page.getByRole('button', { name: 'ふりがな' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  expect(await heard(page)).toEqual([
    { type: 'setDisplay', display: { largeText: true } },
    { type: 'setDisplay', display: { highContrast: true } },
    { type: 'setDisplay', display: { furigana: true } },
    { type: 'setLanguage', language: 'en' },
  ])
})

test('what is below the edge is one touch away', async ({ page, gallery }) => {
  await gallery.show(page, 'screen=confirmLong&large=1&lang=en')
  const submit = page.getByRole('button', { name: 'Request printing' })
  await expect(submit).not.toBeInViewport({ ratio: 1 })
  const more = page.getByRole('button', { name: 'More below' })
  await expect(async () => {
    if (await more.isVisible()) await more.click({ timeout: 500 })
    await expect(submit).toBeInViewport({ ratio: 1, timeout: 300 })
  }).toPass()
})
