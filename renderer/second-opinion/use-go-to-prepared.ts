import { useEffect } from 'react'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import { usePreparing } from './use-consulting.ts'

/** A packet that is ready is reviewed at once. */
export function useGoToPrepared(matter: string): void {
  const { consulting } = useShell()
  const { go } = useNavigation()
  const ready = usePreparing(matter)?.packetId ?? null
  useEffect(() => {
    if (ready === null) return
    consulting.forgetPreparing(matter)
    go({ name: 'opinion', packet: ready, consultation: null })
  }, [ready, matter, consulting, go])
}
