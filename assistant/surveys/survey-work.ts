import type { Claim, PassageSource } from '../../contract/answers/answer.ts'
import type { SurveyCitation } from '../../contract/answers/survey.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { Embedder } from '../../models/embedder.ts'
import type { Foreground } from '../home/foreground.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'

/** What every job that a model has a part in works with. */
export type SurveyOptions = {
  readonly matter: OpenMatter
  readonly embedder: Embedder | null
  readonly foreground: Foreground
  readonly words: () => Promise<WordLists>
}

/** Under which a piece of a job is kept: changed in any of `parts`, such as the model or the question, it is written anew. */
export function surveyKey(kind: 'cell' | 'section', parts: readonly (string | number)[]): string {
  const hash = sha256(JSON.stringify(parts))
  return `${kind} ${hash.slice(0, 32)}`
}

/** How far a job is, in passages, and how long the rest takes. */
interface SurveyProgress {
  /** `wasDone`: by an earlier run, so that it says nothing of how long others take. May be a part of one. */
  passagesDone(count: number, wasDone?: boolean): void
  readonly now: { readonly passagesRead: number; readonly passages: number }
  event(document: string): {
    readonly type: 'survey-progress'
    readonly document: string
    readonly passagesRead: number
    readonly passages: number
    readonly secondsLeft: number | null
  }
}

/** Pieces differ: the first few say nothing of how long all of them take. */
const TELLING_PIECES = 3

export function createSurveyProgress(passages: number): SurveyProgress {
  const startedMs = performance.now()
  const done = { all: 0, timed: 0, pieces: 0 }
  // Cells of a row are parts of a passage count; what is said is whole passages, of which the last is read when all is.
  const now = () => ({ passagesRead: Math.min(passages, Math.floor(done.all + 1e-6)), passages })
  return {
    passagesDone(count, wasDone = false) {
      done.all += count
      if (wasDone) return
      done.timed += count
      done.pieces += 1
    },
    get now() {
      return now()
    },
    event(document) {
      const secondsEach = (performance.now() - startedMs) / 1000 / done.timed
      const secondsLeft =
        done.pieces < TELLING_PIECES || done.timed === 0 ? null : Math.max(0, secondsEach * (passages - done.all))
      return { type: 'survey-progress', document, ...now(), secondsLeft }
    },
  }
}

/** What a checked sentence cites, with the reading that its offsets are in. */
export function surveyCitations({ citations }: Claim, sources: readonly PassageSource[]): SurveyCitation[] {
  const versions = new Map(sources.map(({ source, textVersion }) => [source, textVersion]))
  return citations.flatMap((citation) => {
    const textVersion = versions.get(citation.source) ?? null
    return 'rule' in citation || textVersion === null ? [] : [{ ...citation, textVersion }]
  })
}
