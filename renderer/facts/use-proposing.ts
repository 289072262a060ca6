import type { Proposing as State } from '../../contract/fact.ts'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { type UserFailure, userFailure } from '../state/user-failure.ts'

export type Proposing = {
  readonly isRunning: boolean
  readonly progress: State['progress']
  readonly end: State['end']
  readonly failure: UserFailure | null
  start(): void
  stop(): void
}

const KEPT = 'What was found so far waits for your yes.'

/** The reading of facts from the documents of a matter, which goes on in the engine wherever the user goes. */
export function useProposing(matter: string): Proposing {
  const client = useClient()
  const action = useAction()
  const { value, failure } = useLoaded(
    matter,
    (assistant, signal) => assistant.fact.proposing({ matter }, { signal }),
    (event) => event.type === 'proposing-changed' && event.matter === matter,
  )
  const ended = value?.failure ? userFailure(value.failure, KEPT) : null
  return {
    isRunning: value?.isRunning ?? false,
    progress: value?.progress ?? null,
    end: value?.end ?? null,
    failure: action.failure ?? failure ?? ended,
    start: () => void action.run(() => client.fact.startProposing({ matter }), KEPT),
    stop: () => void action.run(() => client.fact.stopProposing({ matter }), KEPT),
  }
}
