import type { IdentifierSpan } from '../identifier.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { TITLES } from './cue-words.ts'
import { ROLES } from './roles.ts'
import { has } from './has-word.ts'
import { isCapital } from './run.ts'

/** Small words that begin a family name: "Van den Heuvel", "El Khattabi", "Lo Presti", "Le Bihan", "v.d. Westhuizen". */
const PARTICLES = new Set(
  `van von vom vd v d den der de het ten ter te ’t 't 's zu zur zum op in le la les l du des da das do dos di del della dell degli dei lo li
  el al bin ben ibn abu abd ait aït ould san santa mac nic ní ó st`.split(/\s+/),
)
/** More of them belong to no name. */
const MOST = 3

/** With the particles before a family name: all of them where one is capitalised or somebody is addressed, else none. */
export function extendNames({ words }: Reading, spans: readonly IdentifierSpan[]): readonly IdentifierSpan[] {
  let at = 0
  let end = 0
  return spans.map((span) => {
    while (wordAt(words, at).start >= 0 && wordAt(words, at).start < span.start) at += 1
    const isPerson = span.type === 'person' && wordAt(words, at).start === span.start
    const first = isPerson ? titleBefore(words, particlesBefore(words, at, end), end) : at
    end = span.end
    return first < at ? { ...span, start: wordAt(words, first).start } : span
  })
}

function particlesBefore(words: readonly Word[], at: number, after: number): number {
  let from = at
  while (at - from < MOST && isJoined(wordAt(words, from)) && isParticle(wordAt(words, from - 1), after)) from -= 1
  if (from === at) return at
  const before = wordAt(words, from - 1)
  const isNamed = words.slice(from, at).some(isCapital) || has(TITLES, before) || has(ROLES, before)
  return isNamed ? from : at
}

/** "Mr Hollis", where Hollis is known to the matter. */
function titleBefore(words: readonly Word[], at: number, after: number): number {
  const [before, word] = [wordAt(words, at - 1), wordAt(words, at)]
  const isTitle = before.start >= after && before.text.length > 1 && has(TITLES, before)
  return isTitle && /^\.? $/u.test(word.gap) ? at - 1 : at
}

/** "Van den", "v.d.", "d'Angelo". */
function isJoined({ gap }: Word): boolean {
  return /^(?: |\. ?|['’]|-)$/u.test(gap)
}

function isParticle(word: Word, after: number): boolean {
  return word.start >= after && has(PARTICLES, word)
}
