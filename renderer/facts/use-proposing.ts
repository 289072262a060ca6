import { useEffect, useRef, useState } from 'react'
import type { ProposalEvent } from '../../contract/fact.ts'
import { useClient } from '../state/assistant-context.ts'
import { type UserFailure, userFailure } from '../state/user-failure.ts'

export type Proposing = {
  readonly isRunning: boolean
  readonly progress: Extract<ProposalEvent, { type: 'proposal-progress' }> | null
  readonly end: Extract<ProposalEvent, { type: 'proposal-end' }> | null
  readonly failure: UserFailure | null
  start(): void
  stop(): void
}

const KEPT = 'What was found so far waits for your yes.'

/** Reading facts from the documents of a matter with the model; stopped when its place is left, and gone on with later. */
export function useProposing(matter: string): Proposing {
  const client = useClient()
  const [state, setState] = useState<Pick<Proposing, 'isRunning' | 'progress' | 'end' | 'failure'>>(NOTHING)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])
  const read = async (signal: AbortSignal) => {
    setState({ ...NOTHING, isRunning: true })
    try {
      for await (const event of await client.fact.propose({ matter }, { signal })) {
        if (event.type === 'proposal-progress') setState((last) => ({ ...last, progress: event }))
        if (event.type === 'proposal-end') setState({ ...NOTHING, end: event })
      }
      setState((last) => ({ ...last, isRunning: false, progress: null }))
    } catch (caught) {
      setState({ ...NOTHING, failure: signal.aborted ? null : userFailure(caught, KEPT) })
    }
  }
  return {
    ...state,
    start() {
      if (state.isRunning) return
      abort.current = new AbortController()
      void read(abort.current.signal)
    },
    stop: () => abort.current?.abort(),
  }
}

const NOTHING = { isRunning: false, progress: null, end: null, failure: null }
