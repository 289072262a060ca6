import type { Card } from '../contract/card.ts'
import type { DecisionOutcome, DecisionRow, DecisionSubject } from '../contract/decision.ts'
import type { AssistantClient } from '../contract/index.ts'
import type { Consultation } from '../contract/opinion.ts'
import { answeredConsultation, type CompareOptions } from './compare-opinions.ts'
import { count } from './count.ts'
import type { Session } from './session.ts'
import { cardPage } from './show-card.ts'
import { wrongUse } from './usage-error.ts'

export type DecideOptions = Omit<CompareOptions, 'byRule'> & {
  readonly outcome: DecisionOutcome
  /** As `--compare` numbers them; null: the first on which they differ. */
  readonly row: number | 'first' | null
  /** Null: what the right side said. */
  readonly right: string | null
  /** Whether a card is begun of it. */
  readonly isCard: boolean
}

/** Keeps who was right on the newest opinion on a question, and begins a card of it where that is wanted. */
export async function decideOpinion(
  { output }: Session,
  assistant: AssistantClient,
  { outcome, row, right, isCard, ...asked }: DecideOptions,
): Promise<void> {
  const found = await answeredConsultation(assistant, asked)
  const { matter } = asked
  const { consultation } = found
  const subject = subjectOf(found, row)
  const decided = await assistant.opinion.decide({ matter, consultation, subject, outcome, right })
  const { decisionId, said } = decided
  const start = decided.lesson?.hasCome ? 'lesson' : said.second === null ? 'blank' : 'second'
  const card = isCard ? await assistant.opinion.card({ matter, decisionId, start }) : null
  output.result({ ...decided, card: card ?? decided.card }, decidedText(decided))
  if (card) output.text(cardText(card, cardPage(card, output)))
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
    ...(correction === null ? [] : ['Kept as a confirmed mistake of this computer. A card of it: --card']),
  ].join('\n')
}

function cardText({ card }: Card, page: string): string {
  return `${page}\nA draft: say it in general, then run its tests: consilium cards test ${card.slice(0, 8)}`
}
