import { sentenceCase } from '../../../wording/phrases.ts'
import type { LanguageModel, Turn } from '../../../models/language-model.ts'
import { type PromptSource, sourceBlock } from '../draft/build-turns.ts'
import { logSum } from '../draft/continuation-odds.ts'
import { OPTIONS_AT_MOST } from '../strategy-choice.ts'
import { contentWords } from '../../../text/words.ts'
import { splitSentences } from '../../../text/sentences.ts'
import type { AnswerEvent, CompleteAskInput, PassageSource } from '../../../contract/answers/answer.ts'
import type { Drafting, Writer } from '../draft/draft-parts.ts'
import { type Part, withAllRead } from '../draft/plan-parts.ts'

/** More do not pay: studies vote over three or four (`docs/answers.md`). */
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
      ballots.push({ order, logWeights: weightsOf(variants, scores) })
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
  const capital = sentenceCase(name)
  const small = name.length > 1 ? name.charAt(0).toLowerCase() + name.slice(1) : name
  return [...new Set([name, capital, small].flatMap((text) => [text, ` ${text}`]))]
}

/**
 * The probability of all variants of a name together. A text of several words is the less likely the longer it is, so those
 * are held against each other a character.
 */
function weightsOf(variants: readonly (readonly string[])[], scores: readonly number[]): readonly number[] {
  const isLong = variants.some((names) => names[0]?.includes(' '))
  let at = 0
  return variants.map((names) => {
    const own = scores.slice(at, at + names.length)
    at += names.length
    const together = logSum(own)
    return isLong ? together / (names[0] ?? ' ').length : together
  })
}

/** What one look at the options gave: `order[at]` is the option that stood at `at`, `logWeights[at]` what it got there. */
export type Ballot = { readonly order: readonly number[]; readonly logWeights: readonly number[] }

type Vote = {
  /** Which of the options. */
  readonly choice: number
  /** Of each option, its mean share over the ballots. */
  readonly probabilities: readonly number[]
  /** How far the choice's mean share is above the next one's; below 0 where the ballots outvote it. */
  readonly margin: number
  /** How many ballots put the choice first, and which share of them that is. */
  readonly votes: number
  readonly ballots: number
  readonly voteShare: number
}

/**
 * Every ballot votes for what is likeliest on it; most votes win, then the higher mean share, then the text, so that the order in
 * which options or ballots are given never decides.
 */
export function vote(options: readonly string[], ballots: readonly Ballot[]): Vote {
  if (options.length === 0 || ballots.length === 0) throw new Error('Voting takes an option and a ballot at least.')
  const shares = ballots.map((ballot) => sharesOn(ballot, options.length))
  const probabilities = options.map((_, option) => sum(shares.map((one) => one[option] ?? 0)) / ballots.length)
  const counts = options.map(() => 0)
  const byText = (one: number, other: number) => ((options[one] ?? '') < (options[other] ?? '') ? -1 : 1)
  const best = (of: readonly number[]) => (one: number, other: number) =>
    (of[other] ?? 0) - (of[one] ?? 0) || byText(one, other)
  const all = options.map((_, option) => option)
  for (const one of shares) {
    const [first = 0] = all.toSorted(best(one))
    counts[first] = (counts[first] ?? 0) + 1
  }
  const ranked = all.toSorted(
    (one, other) => (counts[other] ?? 0) - (counts[one] ?? 0) || best(probabilities)(one, other),
  )
  const [choice = 0, ...others] = ranked
  const next = Math.max(0, ...others.map((option) => probabilities[option] ?? 0))
  const margin = (probabilities[choice] ?? 0) - next
  const votes = counts[choice] ?? 0
  return { choice, probabilities, margin, votes, ballots: ballots.length, voteShare: votes / ballots.length }
}

/** By option: weights made shares of one, the highest taken off first, for they may be as low as `exp` cannot tell from 0. */
function sharesOn({ order, logWeights }: Ballot, count: number): readonly number[] {
  const highest = Math.max(...logWeights)
  const weights = logWeights.map((weight) => Math.exp(weight - highest))
  const total = sum(weights)
  const shares = Array.from({ length: count }, () => 0)
  for (const [at, option] of order.entries()) shares[option] = (weights[at] ?? 0) / total
  return shares
}

/** The same whatever the order: floating point is not. */
function sum(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other).reduce((total, value) => total + value, 0)
}

/** How an option is to be named in the reply. */
type Naming = 'letter' | 'text'

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].slice(0, OPTIONS_AT_MOST)

const ASK: Readonly<Record<Naming, string>> = {
  letter: 'Reply with the letter of the right option alone.',
  text: 'Reply with the words of the right option alone.',
}

const FROM_SOURCES = 'You answer questions about documents. Use only the sources.'
const FROM_MEMORY = 'You answer questions from what you know.'

/**
 * Where the words are asked for, no letters stand before them: shown letters, the 0.5B went on to reply with one (probability of
 * the three texts together below 0.01). The options come last and what is asked for at the very end, so that all orders share the
 * computing of the sources.
 */
function optionTurns(
  question: string,
  options: readonly string[],
  sources: readonly PromptSource[],
  naming: Naming,
): readonly Turn[] {
  const list = options.map((option, at) => `${naming === 'letter' ? `${LETTERS[at]}.` : '-'} ${option}`).join('\n')
  const asked = `Question: ${question}\nOptions:\n${list}\n${ASK[naming]}`
  return [
    { role: 'system', text: sources.length === 0 ? FROM_MEMORY : FROM_SOURCES },
    { role: 'user', text: [...sources.map(sourceBlock), asked].join('\n\n') },
  ]
}

/**
 * One option as a sentence that names what was read, and is checked like any other. The list is what can be answered: one that may
 * stay open needs an option that says so.
 */
export async function* chooseOption(
  { question, options = [] }: CompleteAskInput,
  { model, show }: Writer,
  parts: readonly Part[],
  { claims, take, progress }: Drafting,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void, void> {
  yield { type: 'model-loading', model: model.info.id }
  const all = readInAny(parts).map((passage) => show(passage, passage.read))
  const { sources, promptTokens } = await fitting(question, options, all, model)
  const { choice, probabilities, margin, votes, ballots } = await answerByOptions(
    question,
    options,
    sources,
    model,
    signal,
  )
  progress.choice = { options: [...options], choice, shares: [...probabilities], margin, votes, ballots }
  // How much of a prompt was there from the ballot before is not told.
  for (let at = 0; at < ballots; at += 1)
    progress.calls.push({ promptTokens, reusedTokens: 0, generatedTokens: 0, stop: 'end', calls: 1 })
  const sentence = `${sentenceOf(question, options[choice] ?? '')} ${sources.map(({ source }) => `[${source}]`).join('')}`
  const text = `${progress.text === '' ? '' : '\n'}${sentence.trimEnd()}`
  progress.text += text
  progress.firstTokenMs ??= performance.now() - progress.startedMs
  yield { type: 'answer-delta', text }
  yield* take(claims.ended(progress.text))
}

/** The passages of all parts, each once, with all that any of them reads of it. */
function readInAny(parts: readonly Part[]): readonly PassageSource[] {
  const once = new Map(parts.flatMap(({ passages }) => passages).map((passage) => [passage.source, passage]))
  return parts.length === 1 ? [...once.values()] : withAllRead([...once.values()], parts)
}

/** As many as the model can see at once, the best first. */
async function fitting(
  question: string,
  options: readonly string[],
  all: readonly PromptSource[],
  model: LanguageModel,
): Promise<{ readonly sources: readonly PromptSource[]; readonly promptTokens: number }> {
  const tokens = (sources: readonly PromptSource[]) =>
    model.countTokens(optionTurns(question, options, sources, 'text'))
  const longest = Math.max(...(await Promise.all(options.map((text) => model.countTokens([{ role: 'user', text }])))))
  for (let count = all.length; count > 0; count -= 1) {
    const sources = all.slice(0, count)
    const promptTokens = await tokens(sources)
    if (promptTokens + longest <= model.info.contextTokens) return { sources, promptTokens }
  }
  return { sources: [], promptTokens: await tokens([]) }
}

/** A label says nothing by itself, and is put behind what was asked: "Is notice due: yes." */
function sentenceOf(question: string, option: string): string {
  const own = /[.!?]$/.test(option) ? option : `${option}.`
  if (contentWords(option).length > 1) return sentenceCase(own)
  const last = splitSentences(question).at(-1)
  const asked = last === undefined ? question : question.slice(last.start, last.end)
  return `${asked.trim().replace(/[?.!:\s]+$/, '')}: ${own}`
}
