import { useState } from 'react'
import type { ReadingProgress } from '../../contract/document.ts'
import { useAppEvents } from './assistant-context.ts'
import type { ProcessNotice } from './shell-context.ts'

type Notices = {
  readonly readings: ReadonlyMap<string, ReadingProgress>
  readonly processes: readonly ProcessNotice[]
}

/** The last word about each reading queue and each child process, as the event stream brought them. */
export function useNotices(): Notices {
  const [readings, setReadings] = useState<Notices['readings']>(new Map())
  const [processes, setProcesses] = useState<Notices['processes']>([])
  useAppEvents((event) => {
    if (event.type === 'reading') {
      const { progress } = event
      setReadings((last) => new Map(last).set(progress.matter, progress))
    } else if (event.type === 'process') {
      const { process, state, reason } = event
      setProcesses((last) => [...last.filter((other) => other.process !== process), { process, state, reason }])
    }
  })
  return { readings, processes }
}
