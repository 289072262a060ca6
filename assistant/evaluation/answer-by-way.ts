import { type Answer, type AnswerEvent, AskInput } from '../../contract/answer.ts'
import type { Card } from '../../contract/card.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import { ask } from '../answers/ask.ts'
import type { AskOptions } from '../answers/ask-options.ts'
import type { EvidenceSource } from '../answers/evidence-source.ts'
import { planParts } from '../answers/parts/plan-parts.ts'
import { wholePassages } from '../answers/parts/whole-passages.ts'
import { passageSource } from '../answers/passage-source.ts'
import type { Assistant } from '../assistant.ts'
import { approvedCards } from '../cards/card-rows.ts'
import { type CardMode, cardsInMatter } from '../cards/cards-in-matter.ts'
import { pastMistakesIn } from '../confidence/past-mistakes-in.ts'
import type { OpenMatter } from '../open-matters.ts'
import { conclusionSource } from '../rules/conclusion-source.ts'
import { localDay } from '../rules/local-day.ts'
import type { AnswerLog } from './answer-log.ts'
import type { SetQuestion } from '../../contract/evaluation.ts'
import type { SetRules } from './evaluation-set.ts'
import { BASELINE_PASSAGES, baselineSource, goldSource } from './evaluation-sources.ts'

export type Way = 'ours' | 'baseline' | 'gold' | 'closed-book'

export type AnswerByWay = {
  readonly matter: OpenMatter
  readonly model: LanguageModel
  readonly assistant: Assistant
  readonly log: AnswerLog
  /** The folder of the set. */
  readonly set: string
  readonly seed: number
  /** Those of the set, or null: without. */
  readonly rules: SetRules | null
  readonly cards: CardMode
}

/** Answers one question of a set in one of the ways that are compared, or finds what an earlier run answered. */
export async function answerByWay(
  way: Way,
  question: SetQuestion,
  { matter, model, assistant, log, set, seed, rules: ofSet, cards: mode }: AnswerByWay,
  signal: AbortSignal,
): Promise<Answer> {
  const meaning = await assistant.shelf.embedder()
  const embedder = meaning?.info.revision ?? null
  const rules = rulesFor(way, ofSet)
  const documents = question.context.length > 0 ? [`${question.id}/*`] : []
  const {
    matter: _anew,
    cards: _given,
    ...input
  } = AskInput.parse({
    matter: matter.id,
    question: question.question,
    documents,
    seed,
    rules: ofSet === null ? 'off' : 'on',
    closedBook: way === 'closed-book',
  })
  const passages = way === 'baseline' ? BASELINE_PASSAGES : null
  const given = {
    ...(rules ? { given: rules } : {}),
    ...cardSettings(way, mode, approvedCards(assistant.session.store().app)),
  }
  const settings = { ...input, set, model: model.info.sha256, embedder, passages, ...given }
  const asked = { questionId: question.id, way, settings }
  const known = log.find(asked)
  if (known) return known
  const { foreground, words, now, calibrations } = assistant
  const computed = { knowledge: assistant.knowledge, matter, embedder: meaning, asOf: localDay(now()) }
  const sources = [...(rules ? [conclusionSource(computed)] : []), sourceFor(way, matter, question)]
  const cards = withCards(way) ? await cardsInMatter(assistant, matter, model, mode) : null
  const plan = way === 'ours' ? planParts : wholePassages
  const calibration = calibrations.of(model.info.sha256)
  const pastMistakes = pastMistakesIn(matter, assistant, 'measuring')
  const common = { foreground, words, now, calibration, pastMistakes, onBegin: () => {} }
  const options: AskOptions = { matter, model, sources, embedder: meaning, plan, cards, ...common }
  const answer = await lastOf(ask({ ...input, matter: matter.id }, options, signal))
  // A stopped answer ends like any other; in the log it would stand for the whole one.
  signal.throwIfAborted()
  if (!answer) throw new Error(`Question ${question.id} ended without an answer.`)
  await log.add(asked, answer)
  return answer
}

/** Rules are part of our way alone; a set may have none. */
function rulesFor(way: Way, given: SetRules | null): SetRules | null {
  return way === 'ours' && given !== null && given.packs.length > 0 ? given : null
}

/** Cards help our own way, also without documents; what it is compared with stays plain. */
function withCards(way: Way): boolean {
  return way === 'ours' || way === 'closed-book'
}

/** Nothing where no card can be used, so that what was answered before there were cards still counts. */
function cardSettings(way: Way, mode: CardMode, approved: readonly Card[]) {
  if (!withCards(way) || mode === 'off' || approved.length === 0) return {}
  return { cards: { mode, approved: approved.map(({ sha256 }) => sha256) } }
}

async function lastOf(events: AsyncIterable<AnswerEvent>): Promise<Answer | null> {
  for await (const event of events) if (event.type === 'answer-end') return event
  return null
}

function sourceFor(way: Way, matter: OpenMatter, question: SetQuestion): EvidenceSource {
  if (way === 'baseline') return baselineSource(matter)
  return way === 'gold' ? goldSource(matter, question) : passageSource(matter, null)
}
