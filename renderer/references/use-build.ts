import { useEffect, useRef, useState } from 'react'
import type { ReferenceEvent } from '../../contract/reference.ts'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

export type BuildState = {
  readonly progress: Extract<ReferenceEvent, { type: 'reference-progress' }> | null
  /** What could not be read, a line each. */
  readonly failed: readonly string[]
  readonly end: Extract<ReferenceEvent, { type: 'reference-end' }> | null
}

const NOTHING: BuildState = { progress: null, failed: [], end: null }

/** Building a library. It stops when the component goes; what was read is kept. */
export function useBuild() {
  const client = useClient()
  const action = useAction()
  const [state, setState] = useState(NOTHING)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const take = (event: ReferenceEvent) =>
    setState((last) => {
      if (event.type === 'reference-progress') return { ...last, progress: event }
      if (event.type === 'reference-end') return { ...last, progress: null, end: event }
      return event.error ? { ...last, failed: [...last.failed, `${event.document}: ${event.error.message}`] } : last
    })
  const build = (reference: string, folder: string) =>
    action.run(async () => {
      setState(NOTHING)
      stop.current = new AbortController()
      const { signal } = stop.current
      for await (const event of await client.reference.build({ reference, paths: [folder] }, { signal })) take(event)
    }, 'What was read is kept; building again goes on from there.')
  return { ...state, isBusy: action.isBusy, failure: action.failure, build }
}
