import { useEffect, useRef, useState } from 'react'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

/** The local model compares: so many pairs of all that are known so far. */
type Progress = { readonly done: number; readonly items: number; readonly stop: () => void }

/** The local model's judging of one consultation. What it judged stays, so stopping loses nothing. */
export function useComparing(consultation: string) {
  const client = useClient()
  const { id: matter } = useMatter()
  const { run, isBusy, failure } = useAction()
  const [progress, setProgress] = useState<Progress | null>(null)
  const running = useRef<AbortController | null>(null)
  // Whoever leaves the comparison can neither see nor stop it.
  useEffect(() => () => running.current?.abort(), [])
  const compare = async () => {
    const stop = new AbortController()
    running.current = stop
    try {
      const events = await client.opinion.compare({ matter, consultation }, { signal: stop.signal })
      for await (const { done, items } of events) setProgress({ done, items, stop: () => stop.abort() })
    } catch (caught) {
      if (!stop.signal.aborted) throw caught
    } finally {
      setProgress(null)
    }
  }
  return { progress, isBusy, failure, compare: () => run(compare, 'What was judged is kept.') }
}
