import { useSyncExternalStore } from 'react'
import { useShell } from '../../state/shell-context.ts'
import type { Added, Checked } from './create-checking.ts'

/** A draft as it is being checked, or was while the window has been open. */
export function useChecked(draftId: string): Checked | null {
  const { checking } = useShell()
  const all = useSyncExternalStore(checking.onChange, () => checking.checks)
  return all.find((one) => one.draftId === draftId) ?? null
}

/** The files that are being taken in as drafts of a matter. */
export function useAdded(matter: string): readonly Added[] {
  const { checking } = useShell()
  const all = useSyncExternalStore(checking.onChange, () => checking.added)
  return all.filter((one) => one.matter === matter)
}
