import { AsyncLocalStorage } from 'node:async_hooks'
import { languageAmong, loadLanguage } from '../../wording/messages/languages.ts'
import { followCalls, type Language } from '../../wording/translate.ts'
import { eachStep } from './each-step.ts'

/**
 * The language of the call under way: that of the window that asked. What the engine writes for people (a paper, a table, a calendar) is
 * in it, however deep below the call it is written and behind how many awaits, while another call runs in another language.
 */
const ofCall = new AsyncLocalStorage<Language>()
followCalls(() => ofCall.getStore())

/** The language for a tag such as `de-AT`: English where none came or Consilium does not speak it. */
export function callLanguage(tag: string | undefined): Promise<Language> {
  return loadLanguage(languageAmong(tag === undefined ? [] : [tag]))
}

export function inLanguage<Done>(language: Language, work: () => Done): Done {
  return ofCall.run(language, work)
}

/** A stream runs on where it is read, outside of the call that began it: each of its steps is taken in the language again. */
export function steppedIn<Output>(language: Language, output: Output): Output {
  return eachStep(output, (step) => ofCall.run(language, step))
}
