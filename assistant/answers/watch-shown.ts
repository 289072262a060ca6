import type { LanguageModel, Turn } from '../../models/language-model.ts'
import { shownMarks } from './shown-marks.ts'

export type WatchedModel = {
  readonly model: LanguageModel
  /** Whether the source of a mark was in anything that the model has been given through `model`. */
  readonly wasShown: (mark: string) => boolean
}

/** The same model, seen through: what was planned to be read may not have fitted its context. */
export function watchShown(model: LanguageModel): WatchedModel {
  const given: (readonly Turn[])[] = []
  const seen = (turns: readonly Turn[]) => {
    given.push(turns)
    return turns
  }
  return {
    model: {
      get info() {
        return model.info
      },
      generate: (request, signal) => model.generate({ ...request, turns: seen(request.turns) }, signal),
      score: (turns, continuations, signal, onReading) => model.score(seen(turns), continuations, signal, onReading),
      scoreApart: (turns, continuations, signal) => model.scoreApart(seen(turns), continuations, signal),
      countTokens: (turns) => model.countTokens(turns),
    },
    wasShown: (mark) => given.some((turns) => shownMarks(turns, [mark]).length > 0),
  }
}
