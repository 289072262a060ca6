import type { AnswerSettings } from '../../../contract/optimisation.ts'
import type { CardMode } from '../cards/cards-in-matter.ts'

/** What was asked for goes before what was found best. */
export function cardMode(wanted: CardMode, { cards }: AnswerSettings): CardMode {
  return wanted === 'on' && cards === 'always' ? 'always' : wanted
}
