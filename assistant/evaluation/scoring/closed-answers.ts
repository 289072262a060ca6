import { contentWords } from '../../../text/words.ts'
import { share } from '../metrics/retrieval-metrics.ts'

const A = 65

/** "A notice was given" begins with a word, "A) notice" and "A" with a letter. */
const LETTER = /^\s*(the (?:right |correct )?(?:answer|option) is\s*(?::\s*)?)?(\(?[A-Z])(?:[).:]|\s*$)/i

/** The question with its options below it, each with its letter. */
export function withOptions(question: string, options: readonly string[]): string {
  if (options.length === 0) return question
  const lines = options.map((option, index) => `(${letterOf(index)}) ${option}`)
  return [question, ...lines, 'Name the letter and the words of the right option.'].join('\n')
}

/**
 * Which of the options an answer takes: the one whose letter it begins with, else the only one whose words stand in it, else
 * the only one that shares most of its words. Null where that is none or several.
 */
export function optionChosen(answer: string, options: readonly string[]): string | null {
  const byLetter = options[letterAt(answer) ?? options.length]
  if (byLetter) return byLetter
  const folded = fold(answer)
  const standing = options.filter((option) => ` ${folded} `.includes(` ${fold(option)} `))
  // "Reflex asystolic syncope" holds "syncope": the longer one is meant.
  const widest = standing.filter((one) => !standing.some((other) => other !== one && fold(other).includes(fold(one))))
  if (widest.length === 1) return widest[0] ?? null
  return widest.length === 0 ? bySharedWords(answer, options) : null
}

/** Of the option whose letter an answer begins with; null where it begins with none. "The answer is a" may have been cut short. */
function letterAt(answer: string): number | null {
  const [, named, letter] = LETTER.exec(answer) ?? []
  if (!letter || (named && /^[a-z]/.test(letter))) return null
  return letter.replace('(', '').toUpperCase().charCodeAt(0) - A
}

function bySharedWords(answer: string, options: readonly string[]): string | null {
  const given = new Set(contentWords(answer))
  const shares = options.map((option) => {
    const words = [...new Set(contentWords(option))]
    return words.length === 0 ? 0 : words.filter((word) => given.has(word)).length / words.length
  })
  const most = Math.max(...shares)
  const best = options.filter((_, index) => shares[index] === most)
  return most >= 0.5 && best.length === 1 ? (best[0] ?? null) : null
}

function fold(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

function letterOf(index: number): string {
  return String.fromCharCode(A + index)
}

const LABELS: readonly string[] = ['yes', 'no', 'maybe']

type Labelled = { readonly gold: string | null; readonly answer: string; readonly options?: readonly string[] }

/**
 * Share of right labels among the questions whose gold answer is nothing but yes, no or maybe, as in PubMedQA, or
 * one of the options that come with them; null without such questions. An answer without a label, or with more than one that it does not begin with, is wrong.
 */
export function labelAccuracy(answered: readonly Labelled[]): number | null {
  const labelled = answered.filter((one) => goldLabel(one.gold) !== null || isOption(one))
  return labelled.length === 0 ? null : share(labelled, isRightLabel)
}

function isOption({ gold, options }: Labelled): boolean {
  return gold !== null && (options?.includes(gold) ?? false)
}

function isRightLabel({ gold, answer, options }: Labelled): boolean {
  if (options && gold !== null && options.includes(gold)) return optionChosen(answer, options) === gold
  return labelIn(answer) === goldLabel(gold)
}

export function goldLabel(gold: string | null): string | null {
  const word = gold?.trim().toLowerCase().replace(/\.$/, '')
  return LABELS.find((label) => label === word) ?? null
}

/** The label that an answer begins with, else the only one that stands in it. */
export function labelIn(answer: string): string | null {
  const words: readonly string[] = answer.toLowerCase().match(/\p{L}+/gu) ?? []
  const found = LABELS.filter((label) => words.includes(label))
  return found.find((label) => label === words[0]) ?? (found.length === 1 ? (found[0] ?? null) : null)
}
