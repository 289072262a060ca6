import { AsyncLocalStorage } from 'node:async_hooks'
import { languageAmong, loadMessages } from '../../wording/messages/languages.ts'
import { followCalls, type Language, languageOf } from '../../wording/translate.ts'

/**
 * The language of the call under way: that of the window that asked. What the engine writes for people (a paper, a table, a calendar) is
 * in it, however deep below the call it is written and behind how many awaits, while another call runs in another language.
 */
const ofCall = new AsyncLocalStorage<Language>()
followCalls(() => ofCall.getStore())

const loaded = new Map<string, Promise<Language>>()

/** The language for a tag such as `de-AT`: English where none came or Consilium does not speak it. Its messages are loaded once. */
export function callLanguage(tag: string | undefined): Promise<Language> {
  const code = languageAmong(tag === undefined ? [] : [tag])
  const known = loaded.get(code) ?? loadMessages(code).then(languageOf)
  loaded.set(code, known)
  // What could not be loaded once is tried again by the next call.
  known.catch(() => loaded.delete(code))
  return known
}

export function inLanguage<Done>(language: Language, work: () => Done): Done {
  return ofCall.run(language, work)
}

/** A stream runs on where it is read, outside of the call that began it: each of its steps is taken in the language again. */
export function steppedIn<Output>(language: Language, output: Output): Output {
  if (!isStream(output)) return output
  const stream = output
  const stepped: Stream = {
    next: (...sent) => ofCall.run(language, () => stream.next(...sent)),
    return: (value) => ofCall.run(language, () => stream.return(value)),
    throw: (error) => ofCall.run(language, () => stream.throw(error)),
    [Symbol.asyncIterator]: () => stepped,
    [Symbol.asyncDispose]: () => ofCall.run(language, () => stream[Symbol.asyncDispose]()),
  }
  return stepped as Output
}

type Stream = AsyncGenerator<unknown, unknown, unknown>

const isStream = (output: unknown): output is Stream =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output
