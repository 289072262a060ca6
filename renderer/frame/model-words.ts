import type { Status } from '../../contract/application.ts'

const STATES = { ready: 'ready', loading: 'loading', unloaded: 'not loaded' } as const

/** The model in use, in two words. */
export function modelWords(model: Status['languageModel']): { readonly words: string; readonly isMissing: boolean } {
  if (!model) return { words: 'none yet', isMissing: true }
  return { words: `${model.id}, ${STATES[model.state]}`, isMissing: false }
}
