import { contentWords } from '../../text/words.ts'

const A = 65
/** "A notice was given" begins with a word, "A) notice" and "A" with a letter. */
const LETTER = /^\s*(the (?:right |correct )?(?:answer|option) is\s*:?\s*)?(\(?[A-Z])(?:[).:]|\s*$)/i

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
