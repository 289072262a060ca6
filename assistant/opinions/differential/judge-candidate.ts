import type { LanguageModel } from '../../../models/language-model.ts'
import { seededRandom } from '../../statistics/seeded-random.ts'

type Judging = {
  readonly question: string
  readonly name: string
  /** Under their numbers, so many. */
  readonly sentences: string
  readonly count: number
  /** Whether to ask what is missing and what would decide it: no pack says so. */
  readonly asksMore: boolean
  readonly model: LanguageModel
}

/** Indexes of sentences, from 0. */
type Judged = {
  readonly for: readonly number[]
  readonly against: readonly number[]
  readonly missing: readonly string[]
  readonly decides: readonly string[]
}

const INSTRUCTIONS =
  'You judge one candidate by numbered sentences of documents. Name the numbers of those that speak for it and of those that speak against it, or none. Do not decide whether it is right.'
const TOKENS_AT_MOST = 110
const LINE_CHARACTERS_AT_MOST = 90

/**
 * Which sentences speak for and against one candidate: the model can name only their numbers, so that each reason is a sentence that
 * stands there. One that is named on both sides says nothing and counts on neither.
 */
export async function judgeCandidate(judging: Judging, signal: AbortSignal): Promise<Judged> {
  const { question, name, sentences, count, asksMore, model } = judging
  // The sentences stand first, so that they are computed once for all candidates.
  const turns = [
    { role: 'system', text: INSTRUCTIONS },
    { role: 'user', text: `Sentences:\n${sentences}\n\nQuestion: ${question}\nCandidate: ${name}` },
  ] as const
  const grammar = grammarFor(count, asksMore)
  let text = ''
  for await (const piece of model.generate({ turns, maxTokens: TOKENS_AT_MOST, grammar }, signal)) text += piece.text
  const [on, against] = [numbersAfter('For', text, count), numbersAfter('Against', text, count)]
  return {
    for: on.filter((number) => !against.includes(number)),
    against: against.filter((number) => !on.includes(number)),
    missing: lineAfter('Missing', text),
    decides: lineAfter('Would decide it', text),
  }
}

function grammarFor(count: number, asksMore: boolean): string {
  const more = asksMore ? ' "\\nMissing: " line "\\nWould decide it: " line' : ''
  return [
    `root ::= "For: " list "\\nAgainst: " list${more} "\\n"`,
    'list ::= "none" | number (", " number){0,3}',
    `number ::= ${Array.from({ length: count }, (_, index) => JSON.stringify(String(index + 1))).join(' | ')}`,
    ...(asksMore ? [`line ::= [^\\n\\[\\]]{3,${LINE_CHARACTERS_AT_MOST}}`] : []),
  ].join('\n')
}

function numbersAfter(word: string, text: string, count: number): readonly number[] {
  const list = new RegExp(`^${word}: (.*)$`, 'm').exec(text)?.[1] ?? ''
  const numbers = (list.match(/\d+/g) ?? []).map((number) => Number(number) - 1)
  return [...new Set(numbers)].filter((number) => number >= 0 && number < count)
}

function lineAfter(word: string, text: string): readonly string[] {
  const [, written = '', end = ''] = new RegExp(`^${word}: (.*)(\\n?)`, 'm').exec(text) ?? []
  const isCut = written.length >= LINE_CHARACTERS_AT_MOST || end === ''
  // Of what was cut off only whole sentences stay.
  const line = (isCut ? (/^.*[.;?!](?=\s|$)/.exec(written)?.[0] ?? '') : written).trim()
  // Numbers alone are those of the sentences again.
  return !/\p{L}{2}/u.test(line) || /^(?:none|nothing|unknown|no)(?:[.,;]|$)/i.test(line) ? [] : [line]
}

type Sampling = {
  readonly question: string
  readonly names: readonly string[]
  readonly sentences: string
  readonly seed: number
  readonly model: LanguageModel
}

/**
 * Which candidate the model puts first when they stand in the order of this seed. The model always says the same of the same text, and
 * prefers what stands first: other orders show how firm its choice is. Null where it named none.
 */
export async function sampleFirst(sampling: Sampling, signal: AbortSignal): Promise<string | null> {
  const { question, names, sentences, seed, model } = sampling
  const shuffled = inOrderOf(seed, names)
  const turns = [
    {
      role: 'system',
      text: 'You name the likeliest of some candidates by sentences of documents. Write its name alone.',
    },
    {
      role: 'user',
      text: `Sentences:\n${sentences}\n\nQuestion: ${question}\nCandidates:\n${shuffled.map((name) => `- ${name}`).join('\n')}`,
    },
  ] as const
  const grammar = `root ::= ${shuffled.map((name) => JSON.stringify(name)).join(' | ')}`
  let text = ''
  for await (const piece of model.generate({ turns, maxTokens: 40, grammar }, signal)) text += piece.text
  return names.find((name) => name === text.trim()) ?? null
}

function inOrderOf(seed: number, names: readonly string[]): readonly string[] {
  const random = seededRandom(seed)
  return names
    .map((name) => ({ name, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ name }) => name)
}
