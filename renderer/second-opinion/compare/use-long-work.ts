import { useEffect, useRef, useState } from 'react'
import { t } from '../../../wording/translate.ts'
import { useAction } from '../../state/use-action.ts'

type Progress = { readonly done: number; readonly items: number; readonly stop: () => void }
type Work = (tell: (done: number, items: number) => void, signal: AbortSignal) => Promise<void>

/** Work of the local model that tells how far it has come and can be stopped. `kept`: what stays when it fails. */
export function useLongWork(kept: string) {
  const { run, isBusy, failure } = useAction()
  const [progress, setProgress] = useState<Progress | null>(null)
  const running = useRef<AbortController | null>(null)
  // Whoever leaves the screen can neither see nor stop it.
  useEffect(() => () => running.current?.abort(), [])
  const start = (work: Work) =>
    run(
      async () => {
        const stop = new AbortController()
        running.current = stop
        try {
          await work((done, items) => setProgress({ done, items, stop: () => stop.abort() }), stop.signal)
        } catch (caught) {
          if (!stop.signal.aborted) throw caught
        } finally {
          setProgress(null)
        }
      },
      kept,
      t('opinions.comparing.runsAgain'),
    )
  return { progress, isBusy, failure, start }
}
