import type { Detection } from '../../disclosure/packet/mask-segments.ts'
import type { ShippedWordLists } from '../home/word-lists.ts'
import type { Calibrations } from '../confidence/calibrations.ts'
import type { RunningEvaluations } from '../evaluation/running-evaluations.ts'
import type { Activity } from '../home/auto-lock.ts'
import type { Events } from '../home/events.ts'
import type { Foreground } from '../home/foreground.ts'
import type { HomeSession } from '../home/home-session.ts'
import type { ModelShelf } from '../models/model-shelf.ts'
import type { OpenMatters } from '../home/open-matters.ts'
import type { PagePictures } from '../documents/page-pictures.ts'
import type { Processes } from '../home/processes.ts'
import type { Providers } from '../packets/providers.ts'
import type { Proposing } from '../facts/proposing.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import type { LibreOffice } from '../reading/libreoffice/create-libreoffice.ts'
import type { Reading } from '../reading/reading.ts'
import type { References } from '../references/references.ts'
import type { RunningAnswers } from '../answers/running-answers.ts'
import type { Uploads } from '../reading/intake/uploads.ts'
import type { Watching } from '../watching/watching.ts'
import type { UpdateChecks } from './update-checks.ts'
import type { UpdateFiles } from './update-files.ts'

/** Everything the contract is implemented with. Made by `createAssistant`, used by `router/`. */
export interface Assistant extends AsyncDisposable {
  readonly session: HomeSession
  readonly matters: OpenMatters
  readonly reading: Reading
  readonly office: LibreOffice
  readonly uploads: Uploads
  readonly pictures: PagePictures
  readonly references: References
  readonly watching: Watching
  readonly shelf: ModelShelf
  readonly processes: Processes
  readonly events: Events
  readonly foreground: Foreground
  readonly activity: Activity
  readonly knowledge: Knowledge
  readonly proposing: Proposing
  readonly answers: RunningAnswers
  readonly calibrations: Calibrations
  readonly evaluations: RunningEvaluations
  readonly providers: Providers
  /** What finds identifiers; its lists are loaded at the first call. */
  readonly words: () => Promise<ShippedWordLists>
  readonly detection: () => Promise<Detection>
  readonly updates: UpdateChecks
  readonly updateFiles: UpdateFiles
  readonly samplesFolder: string
  /** Holds the fonts that exported PDFs are set in. */
  readonly fontsFolder: string
  readonly now: () => Date
  /** After the chosen embedding model changed: search with its vectors, and make those that lack. */
  useEmbedder(): Promise<void>
}
