import { useClient } from './assistant-context.ts'

/** For whoever is about to ask: the model is loaded by the time the question is written. What keeps it from loading is said when it is asked. */
export function usePrepareModel(): () => void {
  const client = useClient()
  return () => void client.model.prepare().catch(() => {})
}
