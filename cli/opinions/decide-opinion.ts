import type { Card } from '../../contract/knowledge/card.ts'
import type { DecisionOutcome, DecisionRow, DecisionSubject } from '../../contract/opinions/decision.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { Consultation, Opinion } from '../../contract/opinions/opinion.ts'
import { count } from '../arguments.ts'
import { answeredConsultation, type CompareOptions } from './consultation.ts'
import { cardPage } from '../evaluation/show-card.ts'
import { EXIT_SOMETHING_WRONG, wrongUse } from '../failures.ts'
import { type PacketOptions, sendPacket } from './send-packet.ts'
import type { Output } from '../output.ts'
import type { Session } from '../session.ts'
import { showPrepared } from './show-packet.ts'

export type DecideOptions = Omit<CompareOptions, 'byRule'> & {
  readonly outcome: DecisionOutcome
  /** As `--compare` numbers them; null: the first on which they differ. */
  readonly row: number | 'first' | null
  /** Null: as it was decided before, else what the right side said. */
  readonly right: string | null
  /** Whether a card is begun of it. */
  readonly isCard: boolean
  /** How its general lesson is asked for; null: not at all. */
  readonly lesson: Pick<LessonOptions, 'hash' | 'mask' | 'keep' | 'lookAgain' | 'dates'> | null
}

/**
 * Keeps who was right on the newest opinion on a question. Where that is wanted, asks for the lesson of it by a consented packet, and
 * begins a card. With a lesson to ask for, a card is begun only once that has come.
 */
export async function decideOpinion(
  session: Session,
  assistant: AssistantClient,
  { outcome, row, right, isCard, lesson, ...asked }: DecideOptions,
): Promise<number | void> {
  const { output } = session
  const found = await answeredConsultation(assistant, asked)
  const { matter } = asked
  const { consultation } = found
  const subject = subjectOf(found, row)
  const decided = await assistant.opinion.decide({ matter, consultation, subject, outcome, right })
  output.text(decidedText(decided))
  const second = found.blind ?? found.informed
  const to = { matter, provider: asked.provider ?? second?.provider ?? '' }
  // It is kept whatever becomes of the packet.
  if (lesson) output.result(decided, null)
  const came = lesson && (await askLesson(session, assistant, decided, { ...to, ...lesson }))
  if (lesson && !came) return lesson.hash === null ? undefined : EXIT_SOMETHING_WRONG
  const card = isCard ? await beginCard(assistant, matter, decided, came !== null) : null
  showOutcome({ decided, came, card }, output)
}

type Outcome = { readonly decided: DecisionRow; readonly came: Opinion | null; readonly card: Card | null }

function showOutcome({ decided, came, card }: Outcome, output: Output): void {
  if (came) output.text(lessonText(came))
  output.result({ ...decided, ...(came ? { opinion: came } : {}), card: card ?? decided.card }, null)
  if (card) output.text(cardText(card, cardPage(card, output)))
}

function beginCard(
  assistant: AssistantClient,
  matter: string,
  { decisionId, said, lesson }: DecisionRow,
  hasJustCome: boolean,
): Promise<Card> {
  const hasLesson = hasJustCome || (lesson?.hasCome ?? false)
  const start = hasLesson ? 'lesson' : said.second === null ? 'blank' : 'second'
  return assistant.opinion.card({ matter, decisionId, start })
}

function lessonText({ provider, model, claims, text }: Opinion): string {
  const words = claims.length > 0 ? claims.map((claim) => claim.text).join(' ') : text
  return `The lesson that came from ${provider} (${model}):\n  ${words}`
}

/** `--row 2`, `--row first`. */
export function lineNumber(text: string): number | 'first' {
  return text === 'first' ? text : count(text)
}

function subjectOf({ agreement }: Consultation, row: DecideOptions['row']): DecisionSubject {
  if (row === 'first') return { of: 'first' }
  const lines = agreement?.claims ?? []
  const line =
    row === null
      ? (['differ', 'unclear', 'only'] as const).flatMap((state) => lines.find((one) => one.state === state) ?? [])[0]
      : lines[row - 1]
  if (!line)
    throw wrongUse(
      row === null
        ? 'They differ on no line. To decide on one all the same: --row N, as --compare numbers them.'
        : `There is no line ${row}. To see them numbered: --compare.`,
    )
  const { local, blind, informed } = line
  return { of: 'line', local, blind, informed }
}

const OUTCOMES: Readonly<Record<DecisionOutcome, string>> = {
  local: 'This computer was right',
  second: 'The second opinion was right',
  neither: 'Neither was right',
  unknown: 'Not known yet',
}

function decidedText({ outcome, right, said, correction }: DecisionRow): string {
  return [
    `${OUTCOMES[outcome]}.`,
    `  this computer    ${said.local ?? '(nothing)'}`,
    `  second opinion   ${said.second ?? '(nothing)'}`,
    ...(right === '' ? [] : [`  right            ${right}`]),
    ...(correction === null
      ? []
      : ['Kept as a confirmed mistake of this computer. A card of it: --card. The lesson of it: --lesson']),
  ].join('\n')
}

function cardText({ card }: Card, page: string): string {
  return `${page}\nA draft: say it in general, then run its tests: consilium cards test ${card.slice(0, 8)}`
}

type LessonOptions = Pick<PacketOptions, 'matter' | 'provider' | 'dates' | 'mask' | 'keep'> & {
  readonly lookAgain: boolean
  /** Null: only show what would leave. */
  readonly hash: string | null
}

/**
 * Asks for the general lesson of a decision against this computer in a packet of its own, without sources: shows its bytes and hash, and
 * sends it by the yes to that hash alone. Null where nothing was sent, or nothing came whole.
 */
async function askLesson(
  session: Session,
  assistant: AssistantClient,
  { lesson }: Pick<DecisionRow, 'lesson'>,
  { hash, lookAgain, ...asked }: LessonOptions,
): Promise<Opinion | null> {
  if (lesson === null) throw wrongUse('A lesson is asked of a mistake of this computer: --decide second, or neither.')
  const { question, consultation, hasCome } = lesson
  const options = { ...asked, question, consultation, kind: 'blind', sources: [], differential: false } as const
  if (hash === null) {
    if (hasCome) throw wrongUse('Its lesson has come already. To begin a card with it: --card, without --lesson.')
    await showPrepared(session, assistant, { ...options, lookAgain })
    return null
  }
  const { isWhole } = await sendPacket(session, assistant, options, hash)
  return isWhole ? (await assistant.opinion.get({ matter: asked.matter, consultation })).blind : null
}
