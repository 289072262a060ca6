import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { LanguageModel } from '../../models/language-model.ts'
import type { Calibrations } from '../confidence/calibrations.ts'
import type { Foreground } from '../foreground.ts'
import type { OpenMatter } from '../open-matters.ts'
import type { EvidenceSource } from './evidence-source.ts'

export type AskOptions = {
  readonly matter: OpenMatter
  readonly sources: readonly EvidenceSource[]
  /** Null: passages only. */
  readonly model: LanguageModel | null
  readonly embedder: string | null
  readonly foreground: Foreground
  readonly words: () => Promise<WordLists>
  readonly now: () => Date
  readonly calibrations: Pick<Calibrations, 'of'>
  /** Told before the first event, so that the answer can be stopped by its id. */
  readonly onBegin: (answerId: string) => void
}
