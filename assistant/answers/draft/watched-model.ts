import type { AnswerEvent } from '../../../contract/answers/answer.ts'
import type { LanguageModel, PromptReading, Turn } from '../../../models/language-model.ts'
import { shownMarks } from './build-turns.ts'

export type WatchedModel = {
  readonly model: LanguageModel
  /** Whether the source of a mark was in anything that the model has been given through `model`. */
  readonly wasShown: (mark: string) => boolean
}

/** The same model, seen through: what was planned to be read may not have fitted its context. */
export function watchModel(model: LanguageModel): WatchedModel {
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

type Events = AsyncGenerator<AnswerEvent, void, void>

/** What is written with a model, and between it how far the model has read what it was given. */
export async function* reportReading(model: LanguageModel, write: (model: LanguageModel) => Events): Events {
  const now: { told: PromptReading | null; wake: () => void } = { told: null, wake: () => {} }
  const events = write(
    listenedTo(model, (reading) => {
      now.told = reading
      now.wake()
    }),
  )
  let next = events.next()
  try {
    for (;;) {
      const heard = new Promise<null>((resolve) => {
        now.wake = () => resolve(null)
      })
      const step = now.told ? null : await Promise.race([next, heard])
      // What was told before a word comes before it.
      if (now.told) {
        const { doneTokens: done, tokens: total, secondsLeft } = now.told
        now.told = null
        yield { type: 'reading', done, total, secondsLeft }
      }
      if (step === null) continue
      if (step.done) return
      yield step.value
      next = events.next()
    }
  } finally {
    next.catch(() => {})
    await events.return()
  }
}

function listenedTo(model: LanguageModel, listener: (reading: PromptReading) => void): LanguageModel {
  return {
    ...model,
    generate: (request, signal) => model.generate({ ...request, onReading: listener }, signal),
    score: (turns, continuations, signal) => model.score(turns, continuations, signal, listener),
  }
}
