import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { flagsFor } from '../../../src-main/chromium/browser.ts'
import { beginProfile, preferencesFor } from '../../../src-main/chromium/profile.ts'

const preferences = z.object({
  profile: z.object({
    default_content_setting_values: z.record(z.string(), z.number()),
    content_settings: z.object({ exceptions: z.record(z.string(), z.record(z.string(), z.object({ setting: z.number() }))) }).optional(),
  }),
})
const origin = 'http://127.0.0.1:4711'
const of = (side: 'resident' | 'staff' | 'training'): z.infer<typeof preferences>['profile'] => preferences.parse(preferencesFor(side, origin)).profile

describe("a window's permissions", () => {
  it('the resident page of this origin has the camera, and nothing else', () => {
    expect(of('resident').content_settings?.exceptions).toEqual({ media_stream_camera: { [`${origin},*`]: { setting: 1 } } })
  })

  it.each(['staff', 'training'] as const)('the page of %s has nothing', (side) => {
    expect(of(side).content_settings).toBeUndefined()
  })

  it.each(['resident', 'staff', 'training'] as const)('all else is denied to the page of %s by default, the camera and the microphone too', (side) => {
    const { default_content_setting_values: defaults } = of(side)
    expect(new Set(Object.values(defaults))).toEqual(new Set([2]))
    expect(Object.keys(defaults)).toEqual(expect.arrayContaining(['media_stream_camera', 'media_stream_mic', 'geolocation', 'usb_guard', 'serial_guard', 'hid_guard', 'notifications']))
  })

  it('nobody is ever asked', () => {
    for (const side of ['resident', 'staff', 'training'] as const) expect(flagsFor(side)).toContain('--deny-permission-prompts')
  })

  it('only the window that has a permission is no private one', () => {
    expect(flagsFor('resident')).not.toContain('--incognito')
    expect(flagsFor('staff')).toContain('--incognito')
    expect(flagsFor('training')).toContain('--incognito')
  })
})

describe('the profile', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'madoguchi-profile-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it('is begun anew, for the origin of the address alone', () => {
    writeFileSync(join(folder, 'History'), 'of before')
    beginProfile(folder, 'resident', `${origin}/resident/index.html#token`)
    const written = readFileSync(join(folder, 'Default', 'Preferences'), 'utf8')
    expect(JSON.parse(written)).toEqual(preferencesFor('resident', origin))
    expect(written).not.toContain('token')
    expect(() => statSync(join(folder, 'History'))).toThrow('ENOENT')
  })
})
