import type { Provider } from '../../contract/provider.ts'

/** Whose language a provider speaks. */
export const KIND_WORDS: Readonly<Record<Provider['kind'], string>> = {
  'openai-compatible': 'OpenAI-compatible server',
  anthropic: 'Anthropic',
  google: 'Google',
}
