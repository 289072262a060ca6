import type { OpenMatter } from '../../home/open-matters.ts'
import { takeBackMistake } from './confirmed-mistake.ts'
import { decisionsIn } from './kept-decisions.ts'

/** What was decided goes with its consultation; a mistake stays where a card is tested on it. */
export function forgetDecisions(matter: OpenMatter, consultation: string): void {
  for (const { consultation: of, correction, card } of decisionsIn(matter))
    if (of === consultation && correction !== null && card === null) takeBackMistake(matter, correction)
  matter.store.decisions.forget(consultation)
}
