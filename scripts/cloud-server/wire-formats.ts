/** What is asked, whatever the wire format. */
export type Asked = {
  readonly text: string
  /** JSON schema of the answer, where one was asked for. */
  readonly schema: unknown
  readonly model: string
}

/** What the model behind the server says, piece by piece. */
export type SayAnswer = (asked: Asked, signal: AbortSignal) => AsyncIterable<string> | Iterable<string>

/** How one kind of provider speaks: server-sent events, each the data of one. */
export type WireFormat = {
  /** Whether a request to this path is one. */
  readonly path: RegExp
  /** The header that carries the key. */
  readonly key: string
  read(body: Body, path: string): Asked
  readonly begin: readonly object[]
  delta(text: string): object
  end(words: number): readonly (object | string)[]
  error(message: string): object
}

type Body = {
  readonly model?: string
  readonly messages?: readonly { readonly content: string | readonly { readonly text: string }[] }[]
  readonly contents?: readonly { readonly parts: readonly { readonly text: string }[] }[]
  readonly response_format?: { readonly json_schema?: { readonly schema: unknown } }
  readonly generationConfig?: { readonly responseJsonSchema?: unknown }
  readonly tools?: readonly { readonly input_schema: unknown }[]
}

const chunk = (choice: object, rest: object = {}) => ({
  id: 'chat-1',
  object: 'chat.completion.chunk',
  created: 0,
  model: 'served',
  choices: [{ index: 0, finish_reason: null, ...choice }],
  ...rest,
})

const OPENAI: WireFormat = {
  path: /\/chat\/completions$/,
  key: 'authorization',
  read: ({ model = '', messages = [], response_format }) => ({
    model,
    text: messages.map(({ content }) => words(content)).join('\n'),
    schema: response_format?.json_schema?.schema ?? null,
  }),
  begin: [chunk({ delta: { role: 'assistant', content: '' } })],
  delta: (text) => chunk({ delta: { content: text } }),
  end: (count) => [
    chunk(
      { delta: {}, finish_reason: 'stop' },
      { usage: { prompt_tokens: 100, completion_tokens: count, total_tokens: 100 + count } },
    ),
    '[DONE]',
  ],
  error: (message) => ({ error: { message, type: 'server_error' } }),
}

/** Structured output comes as the input of a tool. */
const ANTHROPIC: WireFormat = {
  path: /\/messages$/,
  key: 'x-api-key',
  read: ({ model = '', messages = [], tools = [] }) => ({
    model,
    text: messages.map(({ content }) => words(content)).join('\n'),
    schema: tools[0]?.input_schema ?? null,
  }),
  begin: [
    {
      type: 'message_start',
      message: {
        id: 'message-1',
        type: 'message',
        role: 'assistant',
        model: 'served',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 100, output_tokens: 0 },
      },
    },
    {
      type: 'content_block_start',
      index: 0,
      content_block: { type: 'tool_use', id: 'tool-1', name: 'json', input: {} },
    },
  ],
  delta: (text) => ({ type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: text } }),
  end: (count) => [
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'tool_use', stop_sequence: null }, usage: { output_tokens: count } },
    { type: 'message_stop' },
  ],
  error: (message) => ({ type: 'error', error: { type: 'overloaded_error', message } }),
}

const GOOGLE: WireFormat = {
  path: /\/models\/[^/]+:streamGenerateContent$/,
  key: 'x-goog-api-key',
  read: ({ contents = [], generationConfig }, path) => ({
    model: /models\/([^/:]+):/.exec(path)?.[1] ?? '',
    text: contents.flatMap(({ parts }) => parts.map(({ text }) => text)).join('\n'),
    schema: generationConfig?.responseJsonSchema ?? null,
  }),
  begin: [],
  delta: (text) => ({ candidates: [{ index: 0, content: { role: 'model', parts: [{ text }] } }] }),
  end: (count) => [
    {
      candidates: [{ index: 0, content: { role: 'model', parts: [{ text: '' }] }, finishReason: 'STOP' }],
      usageMetadata: { promptTokenCount: 100, candidatesTokenCount: count, totalTokenCount: 100 + count },
    },
  ],
  error: (message) => ({ error: { code: 503, message, status: 'UNAVAILABLE' } }),
}

export const WIRE_FORMATS: readonly WireFormat[] = [OPENAI, ANTHROPIC, GOOGLE]

function words(content: string | readonly { readonly text: string }[]): string {
  return typeof content === 'string' ? content : content.map(({ text }) => text).join('\n')
}
