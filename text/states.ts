import { isSameWord, remembered } from './word-forms.ts'
import stateWords from './state-words.json' with { type: 'json' }
import type { Span } from './spans.ts'

/** A word or phrase that gives something a state, such as "stopped" or "not guilty"; UTF-16 offsets into the text. */
export type State = Span & { readonly family: string; readonly state: string; readonly isDenied: boolean }

type Family = (typeof stateWords.families)[number]
type Phrase = { readonly family: string; readonly state: string; readonly words: readonly string[] }

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu
/** What stands between a denial and the state that it denies: "was not at any time stopped" is further off. */
const DENIED_WITHIN = 2
const DENIALS = new Set(
  "not never no nor neither without wasn't weren't isn't aren't hasn't haven't didn't nicht kein keine nie non ne pas jamais no nunca não niet geen nooit nie bez".split(
    ' ',
  ),
)
/** Between a denial and its state may stand only these. */
const LIGHT = new Set('been be yet ever being so was were is are has have had to'.split(' '))
const PARTICIPLE = /ed$/
/** Gender and number of an adjective or participle in the languages that decline them. */
const DECLINED = /(?:e|s|es|a|o|as|os|en|er|em|n|y|i|ą|ej|ego)$/u
const DECLINED_AT_LEAST = 5

const PHRASES: readonly Phrase[] = (stateWords.families as readonly Family[])
  .flatMap(({ family, states }) =>
    Object.entries(states as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>).flatMap(
      ([state, languages]) =>
        Object.values(languages).flatMap((phrases) =>
          phrases.map((phrase) => ({ family, state, words: phrase.split(' ').map(folded) })),
        ),
    ),
  )
  // "Not guilty" is read before "guilty".
  .toSorted((one, other) => other.words.length - one.words.length)
const BY_FIRST_LETTER = Map.groupBy(PHRASES, ({ words }) => words[0]?.[0] ?? '')

/** "FUSS" is "Fuß" in capitals. */
function folded(word: string): string {
  return word.toLowerCase().replace('’', "'").replaceAll('ß', 'ss')
}

const TOGETHER = new Set(
  stateWords.families.flatMap(({ family, together }) =>
    (together as readonly (readonly string[])[]).flatMap(([one, other]) => [
      `${family}|${one}|${other}`,
      `${family}|${other}|${one}`,
    ]),
  ),
)

/**
 * The state words of a text, in eight languages, in order (`state-words.json`). One word may belong to several families: "excluded"
 * of a diagnosis and of a price.
 */
export function statesIn(text: string): readonly State[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: folded(word),
    start: index,
    end: index + word.length,
  }))
  const found: State[] = []
  for (let at = 0; at < words.length; ) {
    const phrases = phrasesAt(words, at)
    const length = Math.max(1, ...phrases.map((phrase) => phrase.words.length))
    const [first, last] = [words[at], words[at + length - 1]]
    if (first && last)
      for (const { family, state } of phrases.filter((phrase) => phrase.words.length === length))
        found.push({ family, state, start: first.start, end: last.end, isDenied: isDenied(words, at) })
    at += length
  }
  return found
}

type Worded = Span & { readonly word: string }

function phrasesAt(words: readonly Worded[], at: number): readonly Phrase[] {
  return beginningWith(words[at]?.word ?? '').filter((phrase) =>
    phrase.words.every((wanted, offset) => offset === 0 || isForm(words[at + offset]?.word ?? '', wanted)),
  )
}

const beginningWith = remembered((word): readonly Phrase[] =>
  (BY_FIRST_LETTER.get(word[0] ?? '') ?? []).filter(({ words: [first = ''] }) => isForm(word, first)),
)

/** Of a participle any form of its verb, "stop" and "stopping" of "stopped"; of any other word its declensions. */
function isForm(word: string, wanted: string): boolean {
  if (word === wanted) return true
  if (word === '') return false
  if (PARTICIPLE.test(wanted)) return isSameWord(word, wanted)
  if (wanted.length < DECLINED_AT_LEAST || /^[a-z]+$/.test(wanted)) return false
  return word.replace(DECLINED, '') === wanted.replace(DECLINED, '')
}

function isDenied(words: readonly Worded[], at: number): boolean {
  for (let back = 1; back <= DENIED_WITHIN + 1; back += 1) {
    const word = words[at - back]?.word ?? ''
    if (DENIALS.has(word)) return true
    if (!LIGHT.has(word)) return false
  }
  return false
}

/** Whether a thing that is in the one state cannot be in the other; never across families. */
export function excludes(one: State, other: State): boolean {
  if (one.family !== other.family) return false
  if (one.state === other.state) return one.isDenied !== other.isDenied
  return !one.isDenied && !other.isDenied && !TOGETHER.has(`${one.family}|${one.state}|${other.state}`)
}

const IN_TURN = stateWords.families.flatMap((family) =>
  'inTurn' in family ? family.inTurn.map((states) => ({ family: family.family, states: new Set<string>(states) })) : [],
)
const LASTING = new Set(
  stateWords.families.flatMap((family) =>
    'lasting' in family ? family.lasting.map((state) => `${family.family}|${state}`) : [],
  ),
)

/** Whether a thing may be in the one state after the other, so that they exclude each other at one time only: started, then increased. */
export function areInTurn(one: State, other: State): boolean {
  const [mine, yours] = [one.state, other.state]
  if (one.family !== other.family || mine === yours || one.isDenied || other.isDenied) return false
  return IN_TURN.some(({ family, states }) => family === one.family && states.has(mine) && states.has(yours))
}

/** Whether a state goes on until another begins: what "is owed" is not paid, and what "was owed" may be. */
export function isLasting({ family, state }: State): boolean {
  return LASTING.has(`${family}|${state}`)
}

const ENDING = new Set(
  stateWords.families.flatMap((one) => ('ends' in one ? one.ends.map((state) => `${one.family}|${state}`) : [])),
)
const ALTERING = new Set(
  stateWords.families.flatMap((one) => ('alters' in one ? one.alters.map((state) => `${one.family}|${state}`) : [])),
)

/** Whether what has come into this state is no longer what it was: a medicine that was stopped, a lease that has ended. */
export function endsWhatWas({ family, state, ...found }: State): boolean {
  return !found.isDenied && ENDING.has(`${family}|${state}`)
}

/** Whether there is another amount since of what has come into this state: of a dose that was increased. */
export function altersAmount({ family, state, ...found }: State): boolean {
  return !found.isDenied && ALTERING.has(`${family}|${state}`)
}

const KINDS = new Set(
  stateWords.families.flatMap((family) =>
    'kinds' in family
      ? Object.entries(family.kinds as Readonly<Record<string, readonly string[]>>).flatMap(([general, states]) =>
          states.map((state) => `${family.family}|${general}|${state}`),
        )
      : [],
  ),
)

/** Whether who asks for the one state asks for the other too: "changed" and one that was increased, or stopped. */
export function isKindOfState(one: State, asked: State): boolean {
  if (isSameState(one, asked)) return true
  return !one.isDenied && !asked.isDenied && KINDS.has(`${asked.family}|${asked.state}|${one.state}`)
}

/** Whether they say the same of a thing. */
export function isSameState(one: State, other: State): boolean {
  return one.family === other.family && one.state === other.state && one.isDenied === other.isDenied
}
