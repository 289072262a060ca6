import type { Card } from '../../../contract/knowledge/card.ts'
import type { RuleForm } from '../../../contract/knowledge/rule.ts'
import type { CardStart, Decision } from '../../../contract/opinions/decision.ts'
import type { Opinion } from '../../../contract/opinions/opinion.ts'
import { correctionNamed } from '../../cards/kept-corrections.ts'
import { matterTerms, toKnownTerms } from '../../packets/matter-terms.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { type Begun, cardFromCorrection, type CardTools, generalText } from '../../learning/card-from-mistake.ts'
import { answerIn, consultationNamed } from '../consultations.ts'
import { lessonTo } from './kept-decisions.ts'
import { type Said, saidOnLine } from './decide.ts'
import { Failure, failedWith } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

/**
 * Begins a card of a decision against this computer: a draft, which is linted, tested and approved as every card. It may start with
 * words of the second opinion that are here already, names taken out. Throws `WRONG_USE`.
 */
export async function cardFromDecision(
  matter: OpenMatter,
  { decision, start }: { readonly decision: Decision; readonly start: CardStart },
  tools: CardTools,
): Promise<Card> {
  if (decision.correction === null) throw new Failure('WRONG_USE', message('failures.opinions.noMistakeDecided'))
  if (decision.card !== null) throw new Failure('WRONG_USE', message('failures.opinions.lessonBegun'))
  const correction = correctionNamed(matter, decision.correction)
  const student = answerIn(matter.store, correction.answerId)?.model ?? null
  const words = start === 'blank' ? null : await startingWords(matter, decision, start, tools)
  const card = await cardFromCorrection(correction, { matter, student, start: words }, tools)
  const kept: Decision = { ...decision, card: card.card }
  matter.store.decisions.save(kept)
  return card
}

async function startingWords(
  matter: OpenMatter,
  { consultation: id, said, correction }: Decision,
  start: Exclude<CardStart, 'blank'>,
  { detection, knowledge }: CardTools,
): Promise<NonNullable<Begun['start']>> {
  const { find, isOrdinaryWord } = await detection()
  const terms = toKnownTerms(await matterTerms(matter, knowledge, isOrdinaryWord))
  const general = (text: string) => generalText(text, terms, find)
  if (start === 'lesson') {
    const lesson = lessonTo(matter, correction ?? '')
    if (!lesson) throw new Failure('WRONG_USE', message('failures.opinions.noLessonYet'))
    const { claims, text } = lesson
    const words = claims.length > 0 ? claims.map((claim) => claim.text).join(' ') : text
    return { summary: general(words), teacher: nameOf(lesson) }
  }
  const { blind, informed } = consultationNamed(matter, id, 'rule')
  const saysIt = (one: Opinion | null) => one?.claims.some((claim) => claim.text === said.second) ?? false
  const opinion = saysIt(informed) && !saysIt(blind) ? informed : (blind ?? informed)
  if (said.second === null || !opinion) throw new Failure('WRONG_USE', message('failures.opinions.nothingSaidThere'))
  return { summary: general(said.second), teacher: nameOf(opinion) }
}

function nameOf({ provider, model }: Opinion): string {
  return `${provider}, ${model}`
}

/** Of the form of a rule. */
const TITLE_CHARACTERS = 200
const SOURCE_CHARACTERS = 1000

/**
 * How a rule begins that is proposed of a decision: what is right, and the passage that the right side rests on, names taken out, for a
 * pack is of no matter. It is in no pack before a person writes and saves it, and the gate has passed it. Throws `WRONG_USE`.
 */
export async function ruleFromDecision(
  matter: OpenMatter,
  decision: Decision,
  { detection, knowledge }: Pick<CardTools, 'detection' | 'knowledge'>,
): Promise<Pick<RuleForm, 'title' | 'source'>> {
  if (decision.outcome === 'unknown') throw new Failure('WRONG_USE', message('failures.opinions.decideFirst'))
  const { find, isOrdinaryWord } = await detection()
  const terms = toKnownTerms(await matterTerms(matter, knowledge, isOrdinaryWord))
  const source = passageOf(rightSide(matter, decision))
  return {
    title: cutTo(generalText(decision.right, terms, find), TITLE_CHARACTERS),
    source: source === null ? null : cutTo(generalText(source, terms, find), SOURCE_CHARACTERS),
  }
}

/** Null also where the line is no longer as it was decided: its words stand all the same. */
function rightSide(matter: OpenMatter, { subject, consultation, outcome }: Decision): Said | null {
  if (subject.of === 'first' || (outcome !== 'local' && outcome !== 'second')) return null
  try {
    return saidOnLine(subject, consultationNamed(matter, consultation), matter)[outcome]
  } catch (error) {
    if (failedWith(error, 'NOT_FOUND')) return null
    throw error
  }
}

function passageOf(said: Said | null): string | null {
  for (const citation of said?.claim?.citations ?? [])
    if ('quote' in citation) {
      const { document, page, quote } = citation
      return `${document}${page === null ? '' : `, page ${page}`}: “${quote}”`
    }
  return null
}

function cutTo(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
