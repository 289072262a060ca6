import type { Fact, FactForm } from '../../contract/knowledge/fact.ts'
import type { Conclusions, Pack } from '../../contract/knowledge/rule.ts'
import { byField } from '../../contract/work-field.ts'
import { useShell } from '../state/shell-context.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'

/** What the packs of a matter can hold. */
export function useFactForm(matter: string): Loaded<FactForm> {
  return useLoaded((of) => of.fact.form, { matter })
}

/** All facts of a matter, also those that wait and those that were rejected. */
export function useFacts(matter: string | null): Loaded<readonly Fact[]> {
  return useLoaded((of) => of.fact.list, matter === null ? null : { matter })
}

/** What follows on a day; null: today. */
export function useConclusions(matter: string, asOf: string | null): Loaded<Conclusions> {
  return useLoaded((of) => of.rule.conclusions, { matter, asOf })
}

/** All packs of this computer, kept up to date; those of the user's field first. */
export function usePacks(): Loaded<readonly Pack[]> {
  const packs = useLoaded((of) => of.pack.list, undefined)
  const { field } = useShell().settings
  return { ...packs, value: packs.value && byField(packs.value, field, (pack) => pack.field) }
}
