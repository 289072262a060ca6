import { useSyncExternalStore } from 'react'
import { useShell } from '../state/shell-context.ts'
import type { LiveAnswer, Question } from './live-answer.ts'

/** The answer that is being written in a matter, or its last one of this session. */
export function useLiveAnswer(matter: string): LiveAnswer | null {
  const { asking } = useShell()
  return useSyncExternalStore(asking.onChange, () => asking.live(matter))
}

/** The question that waits until the present answer ends. */
export function useWaitingQuestion(matter: string): Question | null {
  const { asking } = useShell()
  return useSyncExternalStore(asking.onChange, () => asking.waiting(matter))
}
