import { messageText } from '../../../wording/message-text.ts'
import type { Answer, Approach, Choice, Claim } from '../../../contract/answers/answer.ts'
import { notFoundWords } from '../../../contract/answers/answer-words.ts'
import { pageWords } from '../../../contract/page-unit.ts'
import type { StrategyName } from '../../../contract/answers/strategy.ts'

const STATES: Readonly<Record<Answer['state'], string>> = {
  answered: 'Answered',
  'answered-in-part': 'Answered in part',
  uncertain: 'Not confirmed',
  'not-found': 'The documents do not say',
  'not-written': 'No answer was written; the sentences below come nearest to the question',
  extractive: 'Passages only, nothing was written',
  stopped: 'Stopped before its end',
}

/** The state of an answer, on paper. */
export function stateOnPaper(answer: Pick<Answer, 'state' | 'searched' | 'passages'>): string {
  return answer.state === 'not-found' ? notFoundWords(answer) : `${STATES[answer.state]}.`
}

/** How a verdict is put where there is no room for a badge. */
export const VERDICT_WORDS: Readonly<Record<Claim['verdict'], string>> = {
  verbatim: 'verbatim',
  close: 'close',
  supported: 'supported',
  computed: 'computed',
  contradicted: 'contradicted by its source',
  unsupported: 'no source: do not rely on it',
  unchecked: 'cites a source, not confirmed',
}

/** What a verdict says, for those who read the paper and have never seen the program. */
export const VERDICT_MEANINGS: Readonly<Record<Claim['verdict'], string>> = {
  verbatim: 'Verbatim: the source has these words, in this order.',
  close: 'Close: the words of the source but for those named below the sentence; same numbers, dates and negations.',
  supported:
    'Supported: other words, but one place of the source confirms every thing, number, date, name and negation.',
  computed:
    'Computed: a rule concludes it, and its proof is below the sentences; or it was counted or added by the program from the quotes that are named.',
  contradicted: 'Contradicted: the source says otherwise of the same thing; its own words are given.',
  unsupported: 'No source: nothing in the sources supports it.',
  unchecked: 'Cites a source, not confirmed: read the source before relying on the sentence.',
}

/** How a word of a close sentence stands in the source. */
export function differenceWords({ written, stands }: Claim['differences'][number]): string {
  if (stands === '') return `the source has no “${written}”`
  return written === '' ? `the source has “${stands}” besides` : `the source has “${stands}” for “${written}”`
}

/** A document by its path; one of a reference library with the name of the library in front. */
export function placeName({ document, reference }: { document: string; reference: string | null }): string {
  return reference === null ? document : `Reference ${reference}: ${document}`
}

type Placed = { readonly document: string; readonly reference: string | null; readonly page: number | null }

/** A document with its page, sheet, slide or chapter. */
export function placeWords({ document, reference, page }: Placed): string {
  return [placeName({ document, reference }), pageWords(document, page)].filter(Boolean).join(', ')
}

/** What an answer does not know or tell, a line each. */
export function unsearchedLines(searched: Answer['searched']): readonly string[] {
  const { notYetRead, notReadable, conclusionsLeftOut, rulesNotUsed } = searched
  return [
    ...(notYetRead.length > 0 ? [`Not read yet, so not searched: ${notYetRead.join(', ')}`] : []),
    ...notReadable.map(
      ({ document, reason }) =>
        `Could not look in, or not in all of it: ${messageText(document)}: ${messageText(reason)}`,
    ),
    ...rulesNotUsed.map(messageText),
    ...(conclusionsLeftOut > 0 ? [moreConclusions(conclusionsLeftOut)] : []),
  ]
}

function moreConclusions(count: number): string {
  return count === 1
    ? '1 more conclusion fits the question; all conclusions are under Facts & rules'
    : `${count} more conclusions fit the question; all conclusions are under Facts & rules`
}

/** How clearly an option was chosen: counts before shares. */
export function choiceWords({ options, choice, margin, votes, ballots }: Choice): string {
  const lead = `${Math.abs(100 * margin).toFixed(0)} points ${margin < 0 ? 'behind' : 'ahead of'} the next`
  return `Chosen from ${options.length} options: “${options[choice]}”, by ${votes} of ${ballots} ballots, ${lead}`
}

type Measured = {
  readonly band: string | null
  readonly calibrated?: boolean
  /** Answers of the calibration in the same band, and those of them that were right. */
  readonly like?: {
    readonly count: number
    readonly of: number
    readonly interval: readonly [number, number] | null
  } | null
}

/** The band with the count behind it, never one bare number. */
export function confidenceWords(confidence: Measured | null): string {
  const { band, calibrated = false, like } = confidence ?? { band: null }
  if (band === null) return calibrated ? 'not measured' : 'not calibrated'
  if (!like || like.of === 0) return band
  const percent = (share: number) => Math.round(100 * share)
  const interval = like.interval === null ? '' : `, interval ${percent(like.interval[0])}–${percent(like.interval[1])}`
  return `${band}: of ${like.of} like it ${like.count} were right, ${percent(like.count / like.of)} %${interval}`
}

const STRATEGIES: Readonly<Record<StrategyName, string>> = {
  quotes: 'chosen by the model, quoted word for word',
  direct: 'written from the passages',
  extract: 'quoted first, then concluded from the quotes',
  'recall-then-answer': 'general knowledge recalled first, then written from the passages',
  'few-shot': 'written from the passages, by examples',
  options: 'chosen from a list',
}

/** What the model chose or wrote was not kept. */
const NEAREST = 'nothing written, nearest sentences quoted word for word'

const NOT_POSSIBLE: Readonly<Partial<Record<StrategyName, string>>> = {
  extract: 'there was nothing to quote from',
  'recall-then-answer': 'nothing was recalled',
  'few-shot': 'no example was near enough',
}

const BY: Readonly<Record<Approach['by'], string>> = {
  usual: '',
  measured: ', as measured for this model',
  user: ', as asked',
}

/** How an answer came about, and why so: `quoted first, then concluded from the quotes, as measured for this model`. */
export function strategyWords({ strategy, approach, state }: Pick<Answer, 'strategy' | 'approach' | 'state'>): string {
  if (state === 'not-written') return NEAREST
  const words = STRATEGIES[strategy]
  if (approach === null) return words
  const why = approach.wanted === strategy ? undefined : NOT_POSSIBLE[approach.wanted]
  return why === undefined ? `${words}${BY[approach.by]}` : `${words}, for ${why}`
}

/** What a strategy put before the model, a line each. */
export function approachLines({ quotes, recalled, examples }: Approach): readonly string[] {
  return [
    ...quotes.map(({ source, quote }) => `Quoted: “${quote.replace(/\s+/g, ' ').trim()}” [${source}]`),
    ...(recalled === '' ? [] : [`Recalled by the model, from no source: ${recalled}`]),
    ...examples.map(
      ({ question, answer, from }) => `Example, from ${messageText(from)}, no source: ${question} ${answer}`,
    ),
  ]
}
