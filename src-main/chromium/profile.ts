import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Side } from '../../src-preload/contract.ts'

/** Chromium's number for a content setting that is on, or off (components/content_settings, ContentSetting). */
const allow = 1
const block = 2

/** Everything that a page may ask a person for, by Chromium's names. None of it is asked for at a kiosk. */
const asked = [
  'automatic_downloads',
  'bluetooth_guard',
  'bluetooth_scanning',
  'captured_surface_control',
  'clipboard',
  'file_system_read_guard',
  'file_system_write_guard',
  'geolocation',
  'hid_guard',
  'idle_detection',
  'local_fonts',
  'media_stream_camera',
  'media_stream_mic',
  'midi_sysex',
  'notifications',
  'payment_handler',
  'popups',
  'sensors',
  'serial_guard',
  'usb_guard',
  'vr',
  'window_placement',
] as const

/**
 * Preferences of a new profile. As in Electron's lock-down: the camera belongs to the resident's page of this origin,
 * without a question; everything else is denied, and nothing that is typed is kept.
 */
export function preferencesFor(side: Side, origin: string): object {
  return {
    profile: {
      default_content_setting_values: Object.fromEntries(asked.map((name) => [name, block])),
      ...(side === 'resident' ? { content_settings: { exceptions: { media_stream_camera: { [`${origin},*`]: { setting: allow } } } } } : {}),
      password_manager_enabled: false,
    },
    credentials_enable_service: false,
    autofill: { profile_enabled: false, credit_card_enabled: false },
    translate: { enabled: false },
    browser: { enable_spellchecking: false },
    search: { suggest_enabled: false },
  }
}

/** Empties the folder and begins a profile in it for one page of this address. */
export function beginProfile(folder: string, side: Side, address: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'Default'), { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferencesFor(side, new URL(address).origin)), { mode: 0o600 })
}
