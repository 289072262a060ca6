import type { LanguageModel } from '../../../models/language-model.ts'
import { logSum } from '../../statistics/log-sum.ts'
import type { PromptSource } from '../build-turns.ts'
import { LETTERS, type Naming, optionTurns } from './option-turns.ts'
import { type Ballot, type Vote, vote } from './vote.ts'

/** More do not pay: studies vote over three or four (`answers.md`, section 3). */
const ORDERS_AT_MOST = 4
const NAMINGS: readonly Naming[] = ['letter', 'text']

/**
 * Which of a closed list of options the sources bear out, by what the model would say and not by what it writes: each option's
 * probability by its letter and by its words, in up to four orders, for models prefer what stands first. At most ten options.
 */
export async function answerByOptions(
  question: string,
  options: readonly string[],
  sources: readonly PromptSource[],
  model: LanguageModel,
  signal: AbortSignal,
): Promise<Vote> {
  return vote(options, await ballotsOf(question, options, sources, model, signal))
}

/** The ballots one by one: first those of the order given. */
export async function ballotsOf(
  question: string,
  options: readonly string[],
  sources: readonly PromptSource[],
  model: LanguageModel,
  signal: AbortSignal,
): Promise<readonly Ballot[]> {
  if (options.length < 2 || options.length > LETTERS.length)
    throw new Error(`A list has two to ${LETTERS.length} options, not ${options.length}.`)
  const ballots: Ballot[] = []
  for (const order of rotations(options.length)) {
    const shown = order.map((option) => options[option] ?? '')
    for (const naming of NAMINGS) {
      const names = naming === 'letter' ? LETTERS.slice(0, shown.length) : shown
      const variants = names.map((name) => variantsOf(name))
      const turns = optionTurns(question, shown, sources, naming)
      const scores = await model.score(turns, variants.flat(), signal)
      ballots.push({ order, logWeights: weights(variants, scores) })
    }
  }
  return ballots
}

/** 0 1 2, 1 2 0, 2 0 1: each option stands first once, as far as they go. */
function rotations(count: number): readonly (readonly number[])[] {
  return Array.from({ length: Math.min(count, ORDERS_AT_MOST) }, (_, shift) =>
    Array.from({ length: count }, (__, at) => (at + shift) % count),
  )
}

/** A model may begin with a space or a capital; each is a token of its own, and all mean the same. */
function variantsOf(name: string): readonly string[] {
  // Each token after the first is computed apart, and in a long text the first says little.
  if (name.includes(' ')) return [name]
  const capital = name.charAt(0).toUpperCase() + name.slice(1)
  const small = name.length > 1 ? name.charAt(0).toLowerCase() + name.slice(1) : name
  return [...new Set([name, capital, small].flatMap((text) => [text, ` ${text}`]))]
}

/**
 * The probability of all variants of a name together. A text of several words is the less likely the longer it is, so those
 * are held against each other a character.
 */
function weights(variants: readonly (readonly string[])[], scores: readonly number[]): readonly number[] {
  const isLong = variants.some((names) => names[0]?.includes(' '))
  let at = 0
  return variants.map((names) => {
    const own = scores.slice(at, at + names.length)
    at += names.length
    const together = logSum(own)
    return isLong ? together / (names[0] ?? ' ').length : together
  })
}
