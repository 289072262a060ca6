import { Settings, UNNAMED_USER } from '../../contract/application.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import { readableParts } from './readable-rows.ts'

export const DEFAULT_SETTINGS: Settings = {
  network: true,
  userName: '',
  appearance: 'system',
  language: 'system',
  textScale: 1,
  singleKeys: true,
  lockAfterMinutes: 15,
  languageModel: null,
  embedder: null,
  mirror: null,
  checksForUpdates: false,
  welcomed: false,
  field: null,
  viewerWidth: null,
  secondOpinions: 'unsure',
  redFlagWords: [],
  redFlagsOff: [],
}

export const NETWORK_KEY = 'network'

/** A value that is damaged, or of another shape, counts as not set; but such a one of the network may have been a no. */
export function readSettings(stored: JsonSettings): Settings {
  const network = !stored.has(NETWORK_KEY) || stored.get(NETWORK_KEY) === true
  return { ...DEFAULT_SETTINGS, ...readableParts(Settings, stored.all()), network }
}

/** Whether the network may be used for what the user asks for. */
export function isNetworkOn(stored: JsonSettings): boolean {
  return readSettings(stored).network
}

/** As consents and approvals name who gave them. */
export function userName(stored: JsonSettings): string {
  return readSettings(stored).userName || UNNAMED_USER
}

type Change = { readonly [K in keyof Settings]?: Settings[K] | undefined }

export function changeSettings(stored: JsonSettings, change: Change): Settings {
  for (const [key, value] of Object.entries(change)) if (value !== undefined) stored.set(key, value)
  return readSettings(stored)
}
