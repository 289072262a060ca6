import { useState } from 'react'
import type { RuleCheck, RuleForm, RuleRow, RuleWord } from '../../contract/rule.ts'
import { useDelayed } from '../state/use-delayed.ts'
import type { UserFailure } from '../state/user-failure.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'

/** A rule as it is edited: by its form, or as the text of its pack. */
export type RuleDraft =
  | { readonly mode: 'form'; readonly form: RuleForm }
  | { readonly mode: 'text'; readonly yaml: string }

export type RuleWork = {
  readonly pack: string
  /** Null for one that has not been saved yet. */
  readonly row: RuleRow | null
  readonly draft: RuleDraft | null
  readonly words: readonly RuleWord[]
  readonly isChanged: boolean
  /** What the draft would do; null until it is known. */
  readonly check: RuleCheck | null
  /** The check is of an earlier draft. */
  readonly isChecking: boolean
  readonly failure: UserFailure | null
  edit(draft: RuleDraft): void
  /** The draft has been saved: it stands until that has been read back, so that nothing of before shows in between. */
  leave(): void
  /** Back to what is saved. */
  forget(): void
}

const TYPING_MS = 400

/** The rule `rule` of a pack (empty: none), or the new one `fresh`, with its check kept level with what is typed. */
export function useRuleDraft(pack: string, rule: string, fresh: RuleForm | null): RuleWork {
  const address = `${pack}/${rule}`
  const saved = useSaved(pack, fresh ? '' : rule)
  const words = useLoaded(
    pack === '' ? null : `words ${pack}`,
    (client, signal) => client.rule.words({ pack }, { signal }),
    ({ type }) => type === 'packs-changed',
  )
  const [held, setHeld] = useState<Held | null>(null)
  const draft = heldDraft(held, address, saved.value) ?? beginDraft(fresh ?? saved.value?.form)
  const check = useCheck(pack, address, draft)
  return {
    pack,
    row: saved.value?.row ?? null,
    draft,
    words: words.value ?? [],
    isChanged: draft !== null && !isSaved(draft, saved.value),
    check: check.check,
    isChecking: check.isChecking,
    failure: firstFailure(saved, words, check),
    edit: (changed) => setHeld({ address, draft: changed, until: null }),
    // What is typed meanwhile stays.
    leave: () => setHeld((now) => (now?.draft === draft ? { ...now, until: saved.value } : now)),
    forget: () => setHeld(null),
  }
}

/** `until`: what is saved when it was saved itself; null: it has not been. */
type Held = { readonly address: string; readonly draft: RuleDraft; readonly until: Saved | null }

/** What was typed belongs to one rule. */
function heldDraft(held: Held | null, address: string, saved: Saved | null): RuleDraft | null {
  if (held?.address !== address) return null
  return held.until === null || held.until === saved ? held.draft : null
}

function firstFailure(...of: readonly { readonly failure: UserFailure | null }[]): UserFailure | null {
  return of.find(({ failure }) => failure !== null)?.failure ?? null
}

type Saved = { readonly form: RuleForm; readonly row: RuleRow; readonly yaml: string }

function useSaved(pack: string, rule: string): Loaded<Saved> {
  return useLoaded(
    rule === '' ? null : `${pack}/${rule}`,
    (client, signal) => client.rule.read({ pack, rule }, { signal }),
    ({ type }) => type === 'packs-changed',
  )
}

function beginDraft(form: RuleForm | undefined): RuleDraft | null {
  return form ? { mode: 'form', form } : null
}

function isSaved(draft: RuleDraft, saved: Saved | null): boolean {
  if (!saved) return false
  return draft.mode === 'form' ? JSON.stringify(draft.form) === JSON.stringify(saved.form) : draft.yaml === saved.yaml
}

function useCheck(pack: string, address: string, draft: RuleDraft | null) {
  const now = draft ? JSON.stringify(draft.mode === 'form' ? draft.form : { yaml: draft.yaml }) : null
  const text = useDelayed(now, TYPING_MS)
  const loaded: Loaded<RuleCheck> = useLoaded(
    text === null ? null : `${pack} ${text}`,
    (client, signal) => client.rule.check({ pack, rule: JSON.parse(text ?? '') as RuleForm }, { signal }),
    ({ type }) => type === 'packs-changed' || type === 'facts-changed',
  )
  // What is being read must not go away while the next check is on its way.
  const [last, setLast] = useState<{ readonly of: string; readonly check: RuleCheck } | null>(null)
  if (loaded.value !== null && loaded.value !== last?.check) setLast({ of: address, check: loaded.value })
  const check = loaded.value ?? (last?.of === address ? last.check : null)
  return { check, isChecking: loaded.value === null || text !== now, failure: loaded.failure }
}
