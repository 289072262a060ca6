import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { Foreground } from '../home/foreground.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** What every job that a model has a part in works with. */
export type SurveyOptions = {
  readonly matter: OpenMatter
  readonly embedder: Embedder | null
  readonly foreground: Foreground
  readonly words: () => Promise<WordLists>
}
