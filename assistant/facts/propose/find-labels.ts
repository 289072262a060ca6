import { isDegree } from '../../../text/degrees.ts'
import { isFunctionWord } from '../../../text/function-words.ts'
import type { Mention } from './mention.ts'

type Choice = { readonly name: string; readonly label: string }

/** "stroke, TIA or thromboembolism" names three things; a longer part is no name of its own. */
const MOST_WORDS_OF_A_PART = 3
/** A short name such as `af` is a word of its own only in capitals. */
const LONGEST_ABBREVIATION = 4

/** Where names of a closed list stand, by their labels; of two that overlap the longer one. */
export function findLabels(text: string, choices: readonly Choice[]): readonly Mention[] {
  const found = choices.flatMap(({ name, label }) =>
    patternsOf(name, label).flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: written }) => ({
        start: index,
        end: index + written.length,
        arg: name,
      })),
    ),
  )
  const longestFirst = found.toSorted((one, other) => other.end - other.start - (one.end - one.start))
  const kept: Mention[] = []
  for (const mention of longestFirst)
    if (!kept.some(({ start, end }) => mention.start < end && start < mention.end)) kept.push(mention)
  return kept.toSorted((one, other) => one.start - other.start)
}

function patternsOf(name: string, label: string): readonly RegExp[] {
  const parts = label.split(/,\s*|\s+or\s+/)
  const isList = parts.length > 1 && parts.every(isName)
  const words = [
    label,
    ...(isList ? parts : []),
    ...(name.length > LONGEST_ABBREVIATION ? [name.replaceAll('_', ' ')] : []),
  ]
  const abbreviation = name.length <= LONGEST_ABBREVIATION && !words.includes(name) ? [name.toUpperCase()] : []
  return [...new Set(words.filter(Boolean)), ...abbreviation].map((written) => wholeWord(written))
}

/** "treated or not", "grade 1 or 2" name nothing by themselves. */
function isName(part: string): boolean {
  const words = part.split(/\s+/)
  return words.length <= MOST_WORDS_OF_A_PART && words.some((word) => isThing(word.toLowerCase()))
}

function isThing(word: string): boolean {
  return /\p{L}{3}/u.test(word) && !isFunctionWord(word) && !isDegree(word)
}

/** Whether it only says how much of something, or that there is other: "slight", "grade 1 or 2", "other". */
export function isOfDegree(label: string): boolean {
  return !(label.match(/\p{L}+/gu) ?? []).some((word) => isThing(word.toLowerCase()))
}

function wholeWord(written: string): RegExp {
  const isAbbreviation = written === written.toUpperCase() && written.length <= LONGEST_ABBREVIATION
  const body = written.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/[\s-]+/g, String.raw`[\s-]+`)
  return new RegExp(
    `(?<![\\p{L}\\p{N}_])${body}${isAbbreviation ? '' : 's?'}(?![\\p{L}\\p{N}_])`,
    isAbbreviation ? 'gu' : 'giu',
  )
}
