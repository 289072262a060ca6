import { useRef, useState } from 'react'
import type { Fact, FactInput } from '../../contract/knowledge/fact.ts'
import { ConnectionLostError } from '../connection/browser-socket.ts'
import { useClient } from '../state/assistant-context.ts'
import { type UserFailure, userFailure } from '../state/user-failure.ts'
import { t } from '../../wording/translate.ts'

/** What can be done with the facts of a matter; each tells whether it was done. */
export type FactActions = {
  readonly isBusy: boolean
  readonly failure: UserFailure | null
  /** `replaces` finds the fact that it corrects, among those that there are once all entered before it is recorded. */
  set(input: FactInput, replaces?: (facts: readonly Fact[]) => string | null): Promise<boolean>
  unset(fact: string): Promise<boolean>
  /** `edited`: what it should say instead. */
  confirm(fact: string, edited?: FactInput | null): Promise<boolean>
  reject(fact: string): Promise<boolean>
}

/** One for each place that shows its own failure. What is entered while something is being recorded is recorded after it, never dropped. */
export function useFactActions(matter: string): FactActions {
  const client = useClient()
  const [waiting, setWaiting] = useState(0)
  const [failure, setFailure] = useState<UserFailure | null>(null)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const run = (work: () => Promise<unknown>): Promise<boolean> => {
    setWaiting((count) => count + 1)
    const done = last.current.then(work).then(
      () => {
        setFailure(null)
        return true
      },
      (caught: unknown) => {
        // A lost line leaves open whether it was recorded.
        setFailure(userFailure(caught, caught instanceof ConnectionLostError ? undefined : t('facts.unchanged')))
        return false
      },
    )
    last.current = done
    return done.finally(() => setWaiting((count) => count - 1))
  }
  return {
    isBusy: waiting > 0,
    failure,
    set: (input, replaces) =>
      run(async () => {
        const facts = replaces ? await client.fact.list({ matter }) : []
        await client.fact.set({ matter, ...input, replaces: replaces?.(facts) ?? null })
      }),
    unset: (fact) => run(() => client.fact.unset({ matter, fact })),
    confirm: (fact, edited = null) => run(() => client.fact.confirm({ matter, fact, edited })),
    reject: (fact) => run(() => client.fact.reject({ matter, fact })),
  }
}

/** Which fact an answer takes the place of: that the same was said not to be known. */
export function replacedByAnswer(input: FactInput, facts: readonly Fact[]): string | null {
  const { relation, args } = input
  const same = facts.find(
    (fact) =>
      fact.state === 'confirmed' &&
      fact.holds === 'unknown' &&
      fact.relation === relation &&
      fact.args.length === args.length &&
      fact.args.every((arg, at) => arg === args[at]),
  )
  return same?.id ?? null
}
