/** The answers that are being written, so that each can be stopped by its id; one is written at a time. */
export interface RunningAnswers {
  begin(answerId: string, stop: AbortController): void
  end(answerId: string): void
  /** Does nothing when it has ended already. */
  stop(answerId: string): void
  stopAll(): void
}

export function createRunningAnswers(): RunningAnswers {
  const running = new Map<string, AbortController>()
  const stop = (answerId: string) => running.get(answerId)?.abort(new Error('stopped by the user'))
  return {
    begin: (answerId, controller) => void running.set(answerId, controller),
    end: (answerId) => void running.delete(answerId),
    stop,
    stopAll: () => [...running.keys()].forEach(stop),
  }
}
