import type { Settings } from '../../../contract/application.ts'

type Invented = { readonly hasModel: boolean; readonly welcomed: boolean }

/** The settings of the person whose window it is. */
export function inventSettings({ hasModel, welcomed }: Invented): Settings {
  return {
    network: false,
    userName: 'J. Marsh',
    appearance: 'system',
    language: 'system',
    textScale: 1,
    singleKeys: true,
    lockAfterMinutes: 15,
    languageModel: hasModel ? 'qwen3-4b' : null,
    embedder: null,
    mirror: null,
    checksForUpdates: false,
    welcomed,
    field: null,
    viewerWidth: null,
    secondOpinions: 'unsure',
    redFlagWords: [],
    redFlagsOff: [],
  }
}
