import { messageText } from '../../../wording/message-text.ts'
import type { Answer, Approach, Choice, Claim } from '../../../contract/answers/answer.ts'
import { isWritten, notFoundWords, shownState } from '../../../contract/answers/answer-words.ts'
import { pageWords } from '../../../contract/page-unit.ts'
import { hasText, knownText, t } from '../../../wording/translate.ts'

/** The state of an answer, on paper. */
export function stateOnPaper(
  answer: Pick<Answer, 'state' | 'question' | 'notAnswered' | 'searched' | 'passages'>,
): string {
  const state = shownState(answer)
  return state === 'not-found' ? notFoundWords(answer) : t(`paper.states.${state}`)
}

/** How a verdict is put where there is no room for a badge. */
export function verdictWords(verdict: Claim['verdict']): string {
  return t(`verdicts.onPaper.${verdict}`)
}

/** How a word of a close sentence is in the source. */
export function differenceWords({ written, stands: found }: Claim['differences'][number]): string {
  if (found === '') return t('paper.remarks.notInSource', { written })
  return written === ''
    ? t('paper.remarks.alsoInSource', { found })
    : t('paper.remarks.otherInSource', { found, written })
}

/** A document by its path; one of a reference library with the name of the library in front. */
export function placeName({ document, reference }: { document: string; reference: string | null }): string {
  return reference === null ? document : t('answers.source.reference', { reference, document })
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
    ...(notYetRead.length > 0 ? [t('paper.searched.notYetRead', { documents: notYetRead.join(', ') })] : []),
    ...notReadable.map(({ document, reason }) =>
      t('paper.searched.notReadable', { document: messageText(document), reason: messageText(reason) }),
    ),
    ...rulesNotUsed.map(messageText),
    ...(conclusionsLeftOut > 0 ? [t('paper.searched.more', { count: conclusionsLeftOut })] : []),
  ]
}

/** How clearly an option was chosen: counts before shares. */
export function choiceWords({ options, choice, margin, votes, ballots }: Choice): string {
  const points = Math.round(Math.abs(100 * margin))
  const lead = t(margin < 0 ? 'paper.lead.behind' : 'paper.lead.ahead', { points })
  return t('paper.choice', { options: options.length, choice: options[choice] ?? '', votes, ballots, lead })
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
  if (band === null) return t(`paper.confidence.${calibrated ? 'notMeasured' : 'notCalibrated'}`)
  const known = knownText('paper.confidence.bands', band) ?? band
  if (!like || like.of === 0) return known
  const { count, of, interval } = like
  const counted = t('paper.confidence.counted', { band: known, of, count, percent: percentOf(count / of) })
  if (interval === null) return counted
  const [low, high] = interval.map(percentOf) as [number, number]
  return t('paper.confidence.withInterval', { counted, low, high })
}

const percentOf = (share: number) => Math.round(100 * share)

/** How an answer came about, and why so: `quoted first, then concluded from the quotes, as measured for this model`. */
export function strategyWords(answer: Pick<Answer, 'strategy' | 'approach' | 'state' | 'tokens'>): string {
  const { strategy, approach, state } = answer
  if (state === 'not-written') return t('paper.nearest')
  if (strategy === 'quotes' && !isWritten(answer)) return t('paper.found')
  const words = t(`paper.strategies.${strategy}`)
  if (approach === null) return words
  const { wanted, by } = approach
  if (wanted !== strategy && hasText('paper.strategyInstead', wanted))
    return t(`paper.strategyInstead.${wanted}`, { strategy: words })
  return t(`paper.strategyBy.${by}`, { strategy: words })
}

/** What a strategy put before the model, a line each. */
export function approachLines({ quotes, recalled, examples }: Approach): readonly string[] {
  return [
    ...quotes.map(({ source, quote }) =>
      t('paper.approach.quoted', { quote: quote.replace(/\s+/g, ' ').trim(), source }),
    ),
    ...(recalled === '' ? [] : [t('paper.approach.recalled', { recalled })]),
    ...examples.map(({ question, answer, from }) =>
      t('paper.approach.example', { from: messageText(from), question, answer }),
    ),
  ]
}
