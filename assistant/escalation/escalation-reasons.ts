import { message } from '../../wording/message.ts'
import type { Answer, AnswerState, Claim } from '../../contract/answers/answer.ts'
import type { AnswerSignals } from '../../contract/answers/confidence.ts'
import type { RoutingCode, RoutingReason } from '../../contract/answers/routing.ts'
import { isSameJurisdiction } from '../../kb/infer/jurisdiction.ts'
import { isSplit } from '../answers/settle.ts'
import { fieldOf, findRedFlags, type RedFlagChoice } from './find-red-flags.ts'

export type Before = {
  readonly question: string
  readonly redFlags: RedFlagChoice
  /** Of the matter's cards, as the user named them; null: all. */
  readonly domains: readonly string[] | null
  /** The law that the matter is under, or those of its cards. */
  readonly jurisdictions: readonly string[]
  /** Of the packs in use. */
  readonly covered: readonly string[]
  /** How like the question is to those of past mistakes, 0 to 1. */
  readonly pastMistake: number | null
}

/** Sentences of one matter with the same subject have about .5 with the small embedding model; the same question put otherwise .8 and more. */
const LIKE_A_MISTAKE = 0.8

/** What speaks for a second opinion before anything is answered. */
export function beforeReasons({
  question,
  redFlags,
  domains,
  jurisdictions,
  covered,
  pastMistake,
}: Before): readonly RoutingReason[] {
  const missing = notCovered(question, jurisdictions, covered)
  return [
    ...findRedFlags(question, redFlags, fieldOf(domains)),
    ...(missing.length === 0
      ? []
      : [
          {
            code: 'jurisdiction' as const,
            text: message('secondLook.reasons.jurisdiction', { places: { any: missing } }),
          },
        ]),
    ...(pastMistake !== null && pastMistake >= LIKE_A_MISTAKE
      ? [{ code: 'past-mistake' as const, text: message('secondLook.reasons.pastMistake') }]
      : []),
  ]
}

/** Names of jurisdictions as questions have them, and how packs name them. */
const JURISDICTIONS: Readonly<Record<string, string>> = {
  england: 'England',
  english: 'England',
  wales: 'Wales',
  welsh: 'Wales',
  scotland: 'Scotland',
  scottish: 'Scotland',
  'northern ireland': 'Northern Ireland',
  'northern irish': 'Northern Ireland',
  germany: 'Germany',
  german: 'Germany',
  austria: 'Austria',
  austrian: 'Austria',
  switzerland: 'Switzerland',
  swiss: 'Switzerland',
  france: 'France',
  french: 'France',
  australia: 'Australia',
  australian: 'Australia',
  canada: 'Canada',
  canadian: 'Canada',
  'new zealand': 'New Zealand',
  'new york': 'New York',
  california: 'California',
  delaware: 'Delaware',
}

/**
 * The jurisdictions that a matter is in (`chosen`) or its question asks the law of, and that no pack in use is made for. Where no pack
 * says for which it is made, nothing can be told.
 */
function notCovered(question: string, chosen: readonly string[], covered: readonly string[]): readonly string[] {
  if (covered.length === 0) return []
  const places = covered.flatMap((one) => [one, ...one.split(/\s*(?:&|,|;|\band\b)\s*/i)])
  const isCovered = (name: string) => places.some((place) => isSameJurisdiction(place, name))
  return [...new Set([...chosen, ...lawNamedIn(question)])].filter((name) => !isCovered(name))
}

/** "under Scottish law", "by the laws of New York": not every place that a question names is a jurisdiction. */
function lawNamedIn(question: string): readonly string[] {
  const text = (question.toLowerCase().match(/[\p{L}]+/gu) ?? []).join(' ')
  return Object.entries(JURISDICTIONS).flatMap(([word, name]) => {
    const law = `(?:laws? of (?:the )?(?:state of )?${word}|${word} (?:\\p{L}+ ){0,2}(?:law|legislation|statute))`
    return new RegExp(`\\b(?:under|by) (?:the )?${law}`, 'u').test(text) ? [name] : []
  })
}

type Judged = Pick<Answer, 'state' | 'claims' | 'notAnswered' | 'confidence' | 'choice'>

/** What speaks for a second opinion in the answer itself. */
export function afterReasons({ state, claims, notAnswered, confidence, choice }: Judged): readonly RoutingReason[] {
  if (state === 'not-found') return [{ code: 'not-found', text: message('secondLook.reasons.notFound') }]
  if (state === 'not-written') return [{ code: 'not-found', text: message('secondLook.reasons.notWritten') }]
  return [
    ...lowConfidence(confidence),
    ...ofSentences(claims, 'contradicted', 'contradicted', ({ verdict }) => verdict === 'contradicted'),
    ...ofSentences(claims, 'no-source', 'noSource', ({ verdict }) => verdict === 'unsupported'),
    ...ofSentences(claims, 'absent', 'absent', ({ absent }) => absent.length > 0),
    ...ofSentences(claims, 'rule-differs', 'ruleDiffers', ({ differsFrom }) => differsFrom.length > 0),
    ...ofSentences(claims, 'authority', 'authority', ({ authorities }) =>
      authorities.some(({ foundIn }) => foundIn === null),
    ),
    ...(notAnswered.length === 0
      ? []
      : [
          {
            code: 'not-answered' as const,
            text: message('secondLook.reasons.leftOpen', { parts: { all: notAnswered } }),
          },
        ]),
    ...(choice && isSplit(choice)
      ? [
          {
            code: 'split-choice' as const,
            text: message('secondLook.reasons.split', { votes: choice.votes, ballots: choice.ballots }),
          },
        ]
      : []),
  ]
}

/** `sentence 6 has no source`, `sentences 2 and 3 have …`. */
function ofSentences(
  claims: readonly Claim[],
  code: RoutingCode,
  reason: 'contradicted' | 'noSource' | 'absent' | 'ruleDiffers' | 'authority',
  test: (claim: Claim) => boolean,
): readonly RoutingReason[] {
  const numbers = claims.filter(test).map(({ index }) => String(index + 1))
  if (numbers.length === 0) return []
  const said = { count: numbers.length, numbers: { all: numbers } }
  return [{ code, text: message(`secondLook.reasons.${reason}`, said) }]
}

function lowConfidence(confidence: Answer['confidence']): readonly RoutingReason[] {
  if (confidence?.band !== 'low') return []
  const { like } = confidence
  const text =
    like && like.of > 0
      ? message('secondLook.reasons.lowConfidenceOf', { right: like.count, count: like.of })
      : message('secondLook.reasons.lowConfidence')
  return [{ code: 'low-confidence', text }]
}

type Doubted = {
  readonly state: AnswerState
  readonly signals: AnswerSignals | null
  /** Calibrated on other questions; null: not calibrated. */
  readonly score: number | null
}

/** Nothing was found or written: not wrong, but no help; about as likely to be mended elsewhere as an even chance. */
const NOTHING_WRITTEN = 0.5

/** Something in it is not confirmed, or not answered. */
const NOT_WHOLE: ReadonlySet<AnswerState> = new Set<AnswerState>(['answered-in-part', 'uncertain'])

/**
 * How much speaks against an answer, 0 to 1, to say which go elsewhere first. By the calibrated score where there is one; else by the
 * signals, with weights that were set before anything was measured and are no fit.
 */
export function doubtOf({ state, signals, score }: Doubted): number {
  if (state === 'not-found' || state === 'not-written') return NOTHING_WRITTEN
  if (score !== null) return 1 - score
  if (!signals) return NOT_WHOLE.has(state) ? 0.5 : 0
  const { margin, unsupported, absent, borneOut, ruleAgreement, pastMistake, unknownWords } = signals
  const doubt =
    (NOT_WHOLE.has(state) ? 0.25 : 0) +
    0.25 * (1 - (margin ?? 0.5)) +
    0.15 * absent +
    0.1 * unsupported +
    0.1 * (1 - borneOut) +
    0.05 * unknownWords +
    0.05 * (1 - (ruleAgreement ?? 1)) +
    0.05 * (pastMistake ?? 0)
  return Math.min(1, doubt)
}
