import { type Message, message } from '../../wording/message.ts'
import { isDeepStrictEqual } from 'node:util'
import type { RunRow } from '../../contract/evaluation/evaluation.ts'
import type { AnswerSettings, Optimisation, OptimisationResult } from '../../contract/evaluation/optimisation.ts'
import { keepSettings, settingsFor } from '../answers/answer-settings.ts'
import { measuredStrategies } from '../answers/strategy-choice.ts'
import type { EvaluationTools } from '../evaluation/evaluation-tools.ts'
import { approvedCards } from '../cards/card-rows.ts'
import { openAnswerLog } from '../evaluation/answer-log.ts'
import { answerVariant } from '../evaluation/answer-variants.ts'
import { openForSet } from '../evaluation/evaluation-matter.ts'
import { rowOf, textsOf } from '../evaluation/run-questions.ts'
import { withOptions } from '../evaluation/scoring/closed-answers.ts'
import { keepOptimisation, scoreKey } from './kept-optimisations.ts'
import type { PlannedOptimisation } from './plan-optimisation.ts'
import { rememberGenerated } from './remember-generated.ts'
import { type ScoreOne, searchSettings } from './search-settings.ts'
import { settingSpace } from './setting-space.ts'
import { Failure, saidOf } from '../../wording/failure.ts'

/**
 * Measures settings until the search has had its number, and keeps each score as it comes. The best are used from then on when
 * the whole interval of their gain over those in use, on questions that did not choose them, is above nothing. A failure or a stop ends it with
 * what it has; begun again it goes on from there, and what it found before stands until it has found anew.
 */
export async function carryOutOptimisation(
  planned: PlannedOptimisation,
  assistant: EvaluationTools,
  signal: AbortSignal,
): Promise<void> {
  const { place, stored } = planned
  const keeper = createKeeper(planned, assistant)
  const all = place.matter ? AbortSignal.any([signal, place.matter.closing]) : signal
  try {
    all.throwIfAborted()
    keeper.change({ state: 'running', stage: message('evaluation.stages.reading') })
    const { result, tried } = await search(planned, keeper, assistant, all)
    adoptIfProven(result, stored.optimisation.model, assistant)
    keeper.end({ state: 'done', done: stored.optimisation.of, result, tried })
  } catch (error) {
    if (all.aborted) keeper.end({ state: 'stopped' })
    else keeper.end({ state: 'failed', failure: saidOf(error) })
  }
}

/**
 * Those in use now; where they are the best that the search found itself before, those before them, so that begun again it says the
 * same. Read when the search begins, which may be hours after it was asked for.
 */
function heldAgainst({ result, model }: Optimisation, { session }: Pick<EvaluationTools, 'session'>): AnswerSettings {
  const inUse = settingsFor(session.store().app.settings, model.sha256)
  return result && isDeepStrictEqual(result.best, inUse) ? result.against : inUse
}

/** Not in the place of others that were taken into use meanwhile: nothing shows that the best are better than those. */
function adoptIfProven(
  { isBetter, best, against }: OptimisationResult,
  { sha256 }: Optimisation['model'],
  { session }: Pick<EvaluationTools, 'session'>,
) {
  const { settings } = session.store().app
  if (isBetter && isDeepStrictEqual(settingsFor(settings, sha256), against)) keepSettings(settings, sha256, best)
}

type Keeper = ReturnType<typeof createKeeper>

function createKeeper(
  { place, stored, settings }: PlannedOptimisation,
  assistant: Pick<EvaluationTools, 'events' | 'now'>,
) {
  let kept = stored
  const matter = place.matter?.id ?? null
  const save = () => {
    keepOptimisation(settings, kept)
    assistant.events.tell({ type: 'evaluations-changed', matter })
  }
  const change = (changes: Partial<Optimisation>) => {
    kept = { ...kept, optimisation: { ...kept.optimisation, ...changes } }
    save()
  }
  return {
    change,
    end: (changes: Partial<Optimisation>) =>
      change({ ...changes, endedAt: assistant.now().toISOString(), leftMs: null, stage: null }),
    scoreOf: (key: string) => kept.scores[key] ?? null,
    addScore(key: string, score: number, progress: Pick<Optimisation, 'done' | 'leftMs'>) {
      kept = { optimisation: { ...kept.optimisation, ...progress }, scores: { ...kept.scores, [key]: score } }
      save()
    },
    /** Told as they come; where something was found before, that stands until the end. */
    showTried(tried: Optimisation['tried'], done: number) {
      change(kept.optimisation.result === null ? { tried, done } : { done })
    },
  }
}

async function search(planned: PlannedOptimisation, keeper: Keeper, assistant: EvaluationTools, signal: AbortSignal) {
  const { place, set, split, stored, report, resume } = planned
  const against = heldAgainst(stored.optimisation, assistant)
  const { evaluations, seed } = stored.optimisation.settings
  const hasCards = approvedCards(assistant.session.store().app).length > 0
  const questions = [...split.tuned, ...split.heldOut]
  const tell = (stage: Message) => keeper.change({ stage })
  await using opened = await openForSet({ place, set, left: questions, tell }, assistant, signal)
  const log = report === null ? null : await openAnswerLog(report, resume)
  tell(message('evaluation.stages.answering'))
  const { matter, rules, references } = opened
  const model = rememberGenerated(planned.model)
  const strategies = measuredStrategies(assistant.session.store().app.settings, model.info.sha256)
  const options = { textOf: textsOf(matter), wasSeen: () => false }
  const startedMs = performance.now()
  let asked = 0
  let done = 0
  const scoreOne: ScoreOne = async (settings, question) => {
    signal.throwIfAborted()
    const key = scoreKey(settings, question)
    const known = keeper.scoreOf(key)
    done += 1
    if (known !== null) return known
    // A person who asks goes first.
    await assistant.foreground.idle(signal)
    const shown = { ...question, question: withOptions(question.question, question.options) }
    const how = { seed: 0, rules, cards: 'on', strategy: null, strategies, settings } as const
    const common = { matter, references, model, assistant, log, set: set.set, ...how }
    const row = rowOf(question, await answerVariant('ours', shown, common, signal), options)
    const score = answerScore(row)
    if (score === null)
      throw new Failure('WRONG_USE', message('failures.optimisation.noKnownAnswer', { question: question.id }))
    asked += 1
    const leftMs = ((performance.now() - startedMs) / asked) * Math.max(0, stored.optimisation.of - done)
    keeper.addScore(key, score, { done, leftMs })
    return score
  }
  const tried: Optimisation['tried'] = []
  const onTried = (one: (typeof tried)[number]) => {
    tried.push(one)
    keeper.showTried([...tried], done)
  }
  // Awaited here: the matter is closed when this function ends.
  const space = settingSpace({ hasCards })
  const result = await searchSettings({ ...split, space, against, evaluations, seed, scoreOne, onTried })
  return { result, tried }
}

/**
 * How good one answer is, from -1 to 1; what an optimisation makes larger is the mean. An answer that should be there: the
 * mean of gold recall and key facts, less one when it is wrong, so that saying nothing (0) is better than something wrong. A refusal
 * of what nothing answers is 1, an answer to it -1. Null where the set does not know the answer.
 */
export function answerScore({ outcome, goldRecall, keyFacts }: Pick<RunRow, 'outcome' | 'goldRecall' | 'keyFacts'>) {
  if (outcome === 'unjudged') return null
  if (outcome === 'right-refusal') return 1
  if (outcome === 'should-refuse') return -1
  return (goldRecall + (keyFacts ?? goldRecall)) / 2 - (outcome === 'wrong' ? 1 : 0)
}
