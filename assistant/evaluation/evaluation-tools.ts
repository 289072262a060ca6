import type { Calibrations } from '../confidence/calibrations.ts'
import type { Events } from '../home/events.ts'
import type { Foreground } from '../home/foreground.ts'
import type { HomeSession } from '../home/home-session.ts'
import type { OpenMatters } from '../home/open-matters.ts'
import type { Processes } from '../home/processes.ts'
import type { ShippedWordLists } from '../home/word-lists.ts'
import type { ModelShelf } from '../models/model-shelf.ts'
import type { Reading } from '../reading/reading.ts'
import type { References } from '../references/references.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import type { RunningEvaluations } from './running-evaluations.ts'

/** What measuring works with; each function says what it takes of it. The assistant has all of it. */
export type EvaluationTools = {
  readonly session: HomeSession
  readonly matters: OpenMatters
  readonly reading: Reading
  readonly references: References
  readonly shelf: ModelShelf
  readonly knowledge: Knowledge
  readonly calibrations: Calibrations
  readonly evaluations: RunningEvaluations
  readonly processes: Processes
  readonly foreground: Foreground
  readonly events: Events
  readonly words: () => Promise<ShippedWordLists>
  readonly samplesFolder: string
  readonly now: () => Date
}

/** With what a question of a set is answered. */
export type AnsweringTools = Pick<
  EvaluationTools,
  'session' | 'shelf' | 'knowledge' | 'foreground' | 'words' | 'samplesFolder' | 'now'
>

/** With what a run is kept, and a model calibrated on it. */
export type RunKeepingTools = Pick<EvaluationTools, 'session' | 'calibrations' | 'events' | 'now'>
