import { has } from '../names/has-word.ts'
import { isCapital } from '../names/run.ts'
import type { IdentifierSpan } from '../identifier.ts'
import { LEGAL_WORDS } from '../tokens/harmless-words.ts'
import { FAMILY_WORDS } from './organisation-words.ts'
import type { Reading, Word } from '../tokens/read-words.ts'
import { wordAt } from '../tokens/word-at.ts'
import { isGeneric } from './generic-words.ts'
import { kindAt } from './kind-at.ts'

const SHORTEST = 4

/** What a company is called for short: "Kroon" after "Bouwbedrijf Kroon B.V.". Its first telling word, wherever it stands with a capital. */
export function spreadCompanies(
  { text, words }: Reading,
  companies: readonly IdentifierSpan[],
): readonly IdentifierSpan[] {
  const short = new Set<string>()
  let at = 0
  const own = companies.filter(({ start, end }) => !FAMILY_WORDS.has(lastWord(text.slice(start, end))))
  for (const { start, end } of own.toSorted((one, other) => one.start - other.start)) {
    while (at < words.length && wordAt(words, at).start < start) at += 1
    for (let inside = at; inside < words.length && wordAt(words, inside).end <= end; inside += 1)
      if (isShort(words, inside)) {
        short.add(wordAt(words, inside).text.toLowerCase())
        break
      }
  }
  return words
    .filter((word) => isCapital(word) && !word.opens && has(short, word))
    .map(({ start, end }) => ({ start, end, type: 'organisation', by: 'spread', confidence: 0.5 }))
}

/** "Duhamel et Fils" are called by a name of people, which is spread as such. */
function lastWord(company: string): string {
  return (/\p{L}+$/u.exec(company)?.[0] ?? '').toLowerCase()
}

function isShort(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at)
  const isCommon = word.ordinary === 2 || has(LEGAL_WORDS, word)
  return isCapital(word) && word.text.length >= SHORTEST && !isCommon && !isGeneric(word.text) && !kindAt(words, at)
}
