import type { AnswerEvent } from '../../contract/answer.ts'
import type { LanguageModel, PromptReading } from '../../models/language-model.ts'

type Events = AsyncGenerator<AnswerEvent, void, void>

/** What is written with a model, and between it how far the model has read what it was given. */
export async function* withReading(model: LanguageModel, write: (model: LanguageModel) => Events): Events {
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
