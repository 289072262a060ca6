import type { Claim } from '../../../contract/answers/answer.ts'
import type { GoldSpan, Outcome, ShownCounts } from '../../../contract/evaluation/evaluation.ts'
import { endedWrong } from '../../../contract/evaluation/outcomes.ts'
import { contentWords } from '../../../text/words.ts'
import { mean } from '../../statistics/estimates.ts'
import { share } from './retrieval-metrics.ts'
import { labelAccuracy } from '../scoring/closed-answers.ts'
import {
  type Answered,
  counted,
  goldRecall,
  hasKeyFacts,
  isRefusal,
  keyFactRecall,
  outcomeOf,
} from '../scoring/judge-answer.ts'
import { shownCounts } from './summarise-run.ts'

type AnswerMetrics = {
  readonly questions: number
  readonly answered: number
  readonly notFound: number
  readonly uncertain: number
  readonly goldRecall: number
  readonly keyFacts: number | null
  readonly right: number
  readonly half: number
  /** As a careful reader scores, half answers that were shown as whole ones among them. */
  readonly wrongShare: number
  /** By key facts alone, whose half is enough (`docs/measuring.md`). */
  readonly wrong: number
  readonly refused: number
  readonly shown: ShownCounts
  readonly tokenF1: number
  readonly refusalRecall: number | null
  readonly wrongRefusals: number
  /** Share of the questions whose gold answer is a label that got this label; null where none is. */
  readonly accuracy: number | null
  /** Gold recall of the same questions without documents; null where they were not asked so. */
  readonly closedBookGoldRecall: number | null
}

/**
 * How good the answers are. `right`, `half`, `wrongShare` and `refused` are shares of the answerable questions with a gold answer and
 * make up all of them; `outcomeOf` says what is right.
 */
export function answerMetrics(
  answered: readonly Answered[],
  closedBook: readonly Answered[] | null = null,
): AnswerMetrics {
  const answerable = answered.filter(hasGold)
  const unanswerable = answered.filter((one) => !one.answerable)
  const facts = answerable.map(keyFactRecall).filter((recall) => recall !== null)
  const scored = answerable.filter((one) => !isRefusal(one))
  const ended = answerable.map((one) => ({ state: one.state, outcome: outcomeOf(one) }))
  const endedAs = (outcome: Outcome) =>
    ofAnswerable(ended.filter((one) => one.outcome === outcome && !endedWrong(one)).length)
  const ofAnswerable = (count: number) => (answerable.length === 0 ? 0 : count / answerable.length)
  return {
    questions: answered.length,
    answered: share(answered, ({ state }) => state === 'answered'),
    notFound: share(answered, ({ state }) => state === 'not-found'),
    uncertain: share(answered, ({ state }) => state === 'uncertain'),
    goldRecall: mean(answerable.map(goldRecall)),
    keyFacts: facts.length === 0 ? null : mean(facts),
    right: endedAs('right'),
    half: endedAs('half'),
    wrongShare: ofAnswerable(ended.filter(endedWrong).length),
    wrong: ofAnswerable(scored.filter((one) => !hasKeyFacts(one)).length),
    refused: endedAs('wrong-refusal'),
    shown: shownCounts([...ended, ...unanswerable.map((one) => ({ state: one.state, outcome: outcomeOf(one) }))]),
    tokenF1: mean(answerable.map(tokenF1)),
    refusalRecall: unanswerable.length === 0 ? null : share(unanswerable, isRefusal),
    wrongRefusals: share(answerable, isRefusal),
    accuracy: labelAccuracy(answerable),
    closedBookGoldRecall: closedBook && mean(closedBook.filter(hasGold).map(goldRecall)),
  }
}

function hasGold({ answerable, gold }: Answered): boolean {
  return answerable && gold !== null
}

function tokenF1(one: Answered): number {
  const wanted = contentWords(one.gold ?? '')
  const given = isRefusal(one) ? [] : contentWords(counted(one.answer))
  const left = [...wanted]
  const common = given.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return common === 0 ? 0 : (2 * common) / (wanted.length + given.length)
}

type CitationMetrics = {
  readonly claims: number
  readonly cited: number
  readonly quotesAtOffsets: number
  readonly overlapGold: number
  readonly verbatim: number
  readonly close: number
  readonly supported: number
  /** Of the supported ones, those by a model's judgement. */
  readonly entailed: number
  readonly contradicted: number
  readonly unsupported: number
}

type Cited = { readonly claims: readonly Claim[]; readonly gold: readonly GoldSpan[] }

/**
 * Shares over the claims of answered questions and over their citations. `textOf` gives the text of a document, to look
 * every quote up at its stated offsets; `overlapGold` counts quotes of questions that have gold spans.
 */
export function citationMetrics(answers: readonly Cited[], textOf: (document: string) => string): CitationMetrics {
  const claims = answers.flatMap((answer) => answer.claims)
  const citations = answers.flatMap((answer) =>
    answer.claims.flatMap((claim) =>
      claim.citations.flatMap((citation) => ('rule' in citation ? [] : { citation, gold: answer.gold })),
    ),
  )
  const verdict = (wanted: Claim['verdict']) => share(claims, (claim) => claim.verdict === wanted)
  return {
    claims: claims.length,
    cited: share(claims, (claim) => claim.citations.length > 0),
    quotesAtOffsets: share(
      citations,
      ({ citation }) => textOf(citation.document).slice(citation.start, citation.end) === citation.quote,
    ),
    overlapGold: share(
      citations.filter(({ gold }) => gold.length > 0),
      ({ citation, gold }) =>
        gold.some((span) => span.doc === citation.document && span.start < citation.end && citation.start < span.end),
    ),
    verbatim: verdict('verbatim'),
    close: verdict('close'),
    supported: verdict('supported'),
    entailed: share(claims, ({ judged }) => judged !== null),
    contradicted: verdict('contradicted'),
    unsupported: verdict('unsupported'),
  }
}
