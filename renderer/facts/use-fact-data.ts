import type { Fact, FactForm } from '../../contract/knowledge/fact.ts'
import type { Conclusions, Pack } from '../../contract/knowledge/rule.ts'
import type { HubEvent } from '../state/assistant-context.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'

/** What the packs of a matter can hold. */
export function useFactForm(matter: string): Loaded<FactForm> {
  return useLoaded(
    matter,
    (client, signal) => client.fact.form({ matter }, { signal }),
    (event) => touchesRules(event) || touchesFacts(event, matter),
  )
}

/** All facts of a matter, also those that wait and those that were rejected. */
export function useFacts(matter: string | null): Loaded<readonly Fact[]> {
  return useLoaded(
    matter,
    (client, signal) => client.fact.list({ matter: matter ?? '' }, { signal }),
    (event) => touchesRules(event) || touchesFacts(event, matter),
  )
}

/** What follows on a day; null: today. */
export function useConclusions(matter: string, asOf: string | null): Loaded<Conclusions> {
  return useLoaded(
    `${matter} ${asOf}`,
    (client, signal) => client.rule.conclusions({ matter, asOf }, { signal }),
    (event) => touchesRules(event) || touchesFacts(event, matter),
  )
}

function touchesRules({ type }: HubEvent): boolean {
  return type === 'packs-changed'
}

function touchesFacts(event: HubEvent, matter: string | null): boolean {
  return event.type === 'facts-changed' && event.matter === matter
}

/** All packs of this computer, kept up to date. */
export function usePacks(): Loaded<readonly Pack[]> {
  return useLoaded(
    'packs',
    (client, signal) => client.pack.list(undefined, { signal }),
    ({ type }) => type === 'packs-changed',
  )
}
