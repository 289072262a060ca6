import type { FactInput } from '../../contract/fact.ts'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import type { UserFailure } from '../state/user-failure.ts'

/** What can be done with the facts of a matter; each tells whether it was done. */
export type FactActions = {
  readonly isBusy: boolean
  readonly failure: UserFailure | null
  /** `replaces`: the fact that it corrects. */
  set(input: FactInput, replaces?: string | null): Promise<boolean>
  unset(fact: string): Promise<boolean>
  /** `edited`: what it should say instead. */
  confirm(fact: string, edited?: FactInput | null): Promise<boolean>
  reject(fact: string): Promise<boolean>
}

const UNCHANGED = 'The facts stay as they were.'

/** One for each place that shows its own failure. */
export function useFactActions(matter: string): FactActions {
  const client = useClient()
  const { run, isBusy, failure } = useAction()
  return {
    isBusy,
    failure,
    set: (input, replaces = null) => run(() => client.fact.set({ matter, ...input, replaces }), UNCHANGED),
    unset: (fact) => run(() => client.fact.unset({ matter, fact }), UNCHANGED),
    confirm: (fact, edited = null) => run(() => client.fact.confirm({ matter, fact, edited }), UNCHANGED),
    reject: (fact) => run(() => client.fact.reject({ matter, fact }), UNCHANGED),
  }
}
