import { isDeepStrictEqual } from 'node:util'
import { type Answer, type AnswerEvent, AskInput } from '../../contract/answers/answer.ts'
import type { Card } from '../../contract/knowledge/card.ts'
import type { AnswerSettings } from '../../contract/evaluation/optimisation.ts'
import { type MeasuredStrategies, WrittenStrategy } from '../../contract/answers/strategy.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { ask } from '../answers/ask.ts'
import type { AskOptions } from '../answers/ask-options.ts'
import type { EvidenceSource } from '../questions/evidence-source.ts'
import { usableEntailment } from '../answers/judge-entailment.ts'
import { planParts, wholePassages } from '../answers/draft/plan-parts.ts'
import { passageSource } from '../answers/evidence/passage-source.ts'
import { cardMode, type CardMode, cardsInMatter } from '../answers/draft/draft-with-cards.ts'
import { USUAL_SETTINGS } from '../../contract/evaluation/answer-setting-words.ts'
import type { AnsweringTools } from './evaluation-tools.ts'
import { approvedCards } from '../cards/card-rows.ts'
import type { Calibration } from '../confidence/calibrate.ts'
import { confidenceOf } from '../confidence/calibrations.ts'
import { pastMistakesIn } from '../confidence/past-mistakes.ts'
import type { JsonSettings } from '../../store/stored-json.ts'
import { gateThreshold } from '../cards/gate-threshold.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { MatterReferences } from '../references/search-references.ts'
import { conclusionSource } from '../rules/conclusion-source.ts'
import { localDay } from '../home/local-day.ts'
import { answeredFrom, type AnswerLog, type Asked } from './answer-log.ts'
import { BASELINE_PASSAGES, baselineSource, documentsFor, goldSource } from './evaluation-sources.ts'
import type { SetQuestion } from '../../contract/evaluation/evaluation.ts'
import { examplesAmong, findExamplesIn } from '../answers/strategies/few-shot.ts'
import { FURTHER_STRATEGIES } from '../answers/strategies/strategies.ts'
import { strategyFor } from '../answers/strategy-choice.ts'
import type { SetRules } from '../questions/question-set.ts'

export type Variant = 'ours' | 'baseline' | 'gold' | 'closed-book'

export type VariantOptions = {
  readonly matter: OpenMatter
  /** That our own answers are searched in together with the matter, as in Ask; null: none. */
  readonly references: MatterReferences | null
  readonly model: LanguageModel
  readonly assistant: AnsweringTools
  /** Null: nothing is looked up or kept. */
  readonly log: AnswerLog | null
  /** The folder of the set. */
  readonly set: string
  readonly seed: number
  /** Those of the set, or null: without. */
  readonly rules: SetRules | null
  readonly cards: CardMode
  /** Null: as it was measured for the kind of question, by `strategies`. */
  readonly strategy: WrittenStrategy | null
  readonly strategies: MeasuredStrategies
  /** How our own answers are made; what they are compared with is made as usual. */
  readonly settings: AnswerSettings
  /** Of the model, for all questions alike, whatever is calibrated meanwhile; absent: answers get no score. */
  readonly calibration?: Calibration | null
}

/** Answers one question of a set in one of the ways that are compared, or finds what an earlier run answered. */
export async function answerVariant(
  way: Variant,
  question: SetQuestion,
  by: VariantOptions,
  signal: AbortSignal,
): Promise<Answer> {
  const { log } = by
  if (log === null) return answerAnew(way, question, by, signal)
  const asked = await askedOf(way, question, by)
  const known = log.find(asked)
  if (known) return rescored(way, known, by)
  const answer = await answerAnew(way, question, by, signal)
  await log.add(asked, answer)
  return answer
}

async function answerAnew(
  way: Variant,
  question: SetQuestion,
  by: VariantOptions,
  signal: AbortSignal,
): Promise<Answer> {
  const { matter, model, rules } = by
  const documents = documentsFor(matter, question)
  const options = await optionsOf(way, question, rulesFor(way, rules) !== null, by)
  const { switches } = furtherSteps(way, model)
  const strategy = strategyOf(way, question.question, by)
  const input = { ...inputOf(way, question, by), documents, ...switches, strategy, matter: matter.id }
  const answer = await lastOf(ask(input, options, signal))
  // A stopped answer ends like any other; in the log it would stand for the whole one.
  signal.throwIfAborted()
  if (!answer) throw new Error(`Question ${question.id} ended without an answer.`)
  return answer
}

/** What is asked and does not depend on the matter of this run. */
function inputOf(way: Variant, { question }: SetQuestion, { matter, seed, rules }: VariantOptions) {
  const {
    matter: _anew,
    cards: _mode,
    asOf: _today,
    entailment: _asked,
    tally: _wanted,
    documents: _own,
    ...input
  } = AskInput.parse({
    matter: matter.id,
    question,
    seed,
    rules: rules === null ? 'off' : 'on',
    closedBook: way === 'closed-book',
  })
  return input
}

/** Everything that the answer comes from; a hash over all documents among it. */
async function askedOf(way: Variant, question: SetQuestion, by: VariantOptions): Promise<Asked> {
  const { matter, model, assistant, set, references } = by
  const { app } = assistant.session.store()
  const embedder = (await assistant.shelf.embedder())?.info.revision ?? null
  const rules = rulesFor(way, by.rules)
  const own = madeBy(way, by.settings)
  const mode = cardMode(by.cards, own)
  const passages = way === 'baseline' ? BASELINE_PASSAGES : null
  const strategy = strategyOf(way, question.question, by)
  const given = {
    ...(rules ? { given: await rulesKey(rules, assistant) } : {}),
    ...cardSettings(way, mode, app.settings, model.info.sha256, approvedCards(app)),
    ...madeSettings(own),
    ...(strategy === 'direct' ? {} : { strategy }),
    ...(strategy === 'few-shot' ? { examples: await examplesAmong(matter, assistant, set) } : {}),
    ...furtherSteps(way, model).settings,
    from: answeredFrom(matter, question),
    ...(references === null ? {} : { references: references.editions }),
  }
  const input = inputOf(way, question, by)
  const reranker = way === 'ours' ? await assistant.shelf.reranker() : null
  const ordering = reranker ? { reranker: reranker.info.sha256 } : {}
  const settings = { ...input, set, model: model.info.sha256, embedder, passages, ...ordering, ...given }
  return { questionId: question.id, way, settings }
}

/** By the calibration of this run, as an answer that was given in it: what it was at the time says nothing of the present one. */
function rescored(way: Variant, answer: Answer, { calibration = null }: VariantOptions): Answer {
  if (answer.signals === null) return answer
  return { ...answer, confidence: confidenceOf(answer.signals, way === 'closed-book' ? null : calibration) }
}

/** Rules reckon from today, and packs change. */
async function rulesKey(rules: SetRules, { knowledge, now }: Pick<AnsweringTools, 'knowledge' | 'now'>) {
  return { ...rules, text: (await knowledge.shelf.together(rules.packs)).key, day: localDay(now()) }
}

async function optionsOf(
  way: Variant,
  question: SetQuestion,
  hasRules: boolean,
  { matter, references, model, assistant, set, cards, settings: made, calibration = null }: VariantOptions,
): Promise<AskOptions> {
  const settings = madeBy(way, made)
  const { foreground, words, now, knowledge, shelf } = assistant
  const embedder = await shelf.embedder()
  const reranker = way === 'ours' ? await shelf.reranker() : null
  const computed = { knowledge, matter, embedder, today: localDay(now()) }
  return {
    matter,
    model,
    missingModel: null,
    sources: [...(hasRules ? [conclusionSource(computed)] : []), sourceFor(way, matter, references, question)],
    embedder,
    reranker,
    plan: way === 'ours' ? planParts : wholePassages,
    cards: withCards(way) ? await cardsInMatter(assistant, matter, model, cardMode(cards, settings)) : null,
    settings,
    examples: findExamplesIn(matter, assistant, set),
    strategies: {},
    furtherStrategies: FURTHER_STRATEGIES,
    pastMistakes: pastMistakesIn(matter, assistant, 'measuring'),
    findOffer: null,
    foreground,
    words,
    now,
    calibration,
    onBegin: () => {},
  }
}

/** As with cards: what our way is compared with stays plain. */
function strategyOf(way: Variant, question: string, { strategy, strategies, model }: VariantOptions): WrittenStrategy {
  if (!withCards(way)) return 'direct'
  return strategy ?? WrittenStrategy.parse(strategyFor({ question }, strategies, model.info).strategy)
}

/**
 * What comes on top of a written answer: part of our way alone. Settings only where it can change the answer.
 */
function furtherSteps(way: Variant, { info }: LanguageModel) {
  const isJudged = way === 'ours' && usableEntailment(info) !== null
  return {
    switches: { entailment: isJudged ? ('on' as const) : ('off' as const) },
    settings: isJudged ? { entailment: info.entailment } : {},
  }
}

/** Rules are part of our way alone; a set may have none. */
function rulesFor(way: Variant, given: SetRules | null): SetRules | null {
  return way === 'ours' && given !== null && given.packs.length > 0 ? given : null
}

/** Cards help our own way, also without documents; what it is compared with stays plain. */
function withCards(way: Variant): boolean {
  return way === 'ours' || way === 'closed-book'
}

/** What our way is compared with is made as usual. */
function madeBy(way: Variant, made: AnswerSettings): AnswerSettings {
  return withCards(way) ? made : USUAL_SETTINGS
}

/** Nothing for the usual ones. */
function madeSettings(own: AnswerSettings) {
  return isDeepStrictEqual(own, USUAL_SETTINGS) ? {} : { made: own }
}

/** Nothing where no card can be used. */
function cardSettings(way: Variant, mode: CardMode, stored: JsonSettings, model: string, approved: readonly Card[]) {
  if (!withCards(way) || mode === 'off' || approved.length === 0) return {}
  const { threshold, measured } = gateThreshold(stored, model)
  const gate = mode === 'on' && measured ? { threshold } : {}
  return { cards: { mode, approved: approved.map(({ sha256 }) => sha256), ...gate } }
}

async function lastOf(events: AsyncIterable<AnswerEvent>): Promise<Answer | null> {
  for await (const event of events) if (event.type === 'answer-end') return event
  return null
}

function sourceFor(
  way: Variant,
  matter: OpenMatter,
  references: MatterReferences | null,
  question: SetQuestion,
): EvidenceSource {
  if (way === 'baseline') return baselineSource(matter)
  return way === 'gold' ? goldSource(matter, question) : passageSource(matter, references)
}
