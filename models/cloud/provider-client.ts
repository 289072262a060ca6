import type { LanguageModelV4 } from '@ai-sdk/provider'
import type { CloudModelInfo, CloudProviderKind } from './cloud-model.ts'

type Fetch = typeof globalThis.fetch

/** Where a provider is, unless the user says otherwise; of a server of one's own only the user knows. */
const ADDRESSES: Readonly<Record<CloudProviderKind, string | null>> = {
  'openai-compatible': null,
  anthropic: 'https://api.anthropic.com/v1',
  google: 'https://generativelanguage.googleapis.com/v1beta',
}

export function addressOf(kind: CloudProviderKind, address: string | null): string | null {
  return (address ?? ADDRESSES[kind])?.replace(/\/+$/, '') ?? null
}

/** The one address that a request may go to. Said here and not asked of the client library, which it is to be held to. */
export function requestUrl({ kind, address, model }: CloudModelInfo): string {
  switch (kind) {
    case 'openai-compatible':
      return `${address}/chat/completions`
    case 'anthropic':
      return `${address}/messages`
    case 'google':
      return `${address}/models/${model.replace(/^models\//, '')}:streamGenerateContent?alt=sse`
  }
}

/**
 * The client library for one model. Address and key are always given, or it would look for them in the environment; it makes
 * the request and reads the reply, but `fetch` alone decides what is sent. Loaded when it is needed, for each takes a tenth of a
 * second that no other command should wait for.
 */
export async function providerClient(info: CloudModelInfo, key: string | null, fetch: Fetch): Promise<LanguageModelV4> {
  const { kind, address: baseURL, model } = info
  switch (kind) {
    case 'openai-compatible': {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
      return createOpenAICompatible({
        baseURL,
        fetch,
        name: 'consilium',
        supportsStructuredOutputs: true,
        includeUsage: true,
        ...(key === null ? {} : { apiKey: key }),
        transformRequestBody: (body) => withLimitFor(baseURL, body),
      }).chatModel(model)
    }
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic')
      return createAnthropic({ baseURL, fetch, apiKey: key ?? '' }).languageModel(model)
    }
    case 'google': {
      const { createGoogle } = await import('@ai-sdk/google')
      return createGoogle({ baseURL, fetch, apiKey: key ?? '' }).languageModel(model)
    }
  }
}

/** OpenAI's own server refuses `max_tokens` for its newer models; other servers know no other name for it. */
function withLimitFor(address: string, { max_tokens, ...body }: Record<string, unknown>): Record<string, unknown> {
  const name = new URL(address).host === 'api.openai.com' ? 'max_completion_tokens' : 'max_tokens'
  return { ...body, [name]: max_tokens }
}
