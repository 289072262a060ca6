import { useState } from 'react'
import type { RuleCheck, RuleForm, RuleRow, RuleWord } from '../../contract/knowledge/rule.ts'
import { useKeys } from '../keys/use-keys.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useDelayed } from '../state/use-delayed.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'
import type { UserFailure } from '../state/user-failure.ts'
import { knownText, t } from '../../wording/translate.ts'
import type { FreshRule } from './new-rule.tsx'

/** The rule that is shown: one of a pack, a new one that is not saved yet, or none. */
export type ShownRule = {
  /** As `pack/rule`; null: none, or a new one. */
  readonly address: string | null
  readonly work: RuleWork | null
  /** The tests as a sheet, where the window is narrow. */
  readonly isSheet: boolean
  show(address: string | null): void
  begin(rule: FreshRule): void
  openSheet(isOpen: boolean): void
}

export function useShownRule(): ShownRule {
  const { place, go } = useNavigation()
  const { settings } = useShell()
  const [fresh, setFresh] = useState<FreshRule | null>(null)
  const [isSheet, openSheet] = useState(false)
  useKeys({ Escape: () => openSheet(false) }, settings.singleKeys)
  const address = fresh ? null : place.rule
  const [pack, rule] = fresh ? [fresh.pack, fresh.form.rule] : splitRule(address ?? '')
  const work = useRuleDraft(pack, rule, fresh?.form ?? null)
  return {
    address,
    work: fresh || address ? work : null,
    isSheet: isSheet && (fresh !== null || address !== null),
    show(to) {
      setFresh(null)
      go({ rule: to })
    },
    begin: setFresh,
    openSheet,
  }
}

/** `af-demo/af-oac`; names of rules hold no slash. */
function splitRule(address: string): readonly [pack: string, rule: string] {
  const at = address.lastIndexOf('/')
  return [address.slice(0, Math.max(0, at)), address.slice(at + 1)]
}

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
function useRuleDraft(pack: string, rule: string, fresh: RuleForm | null): RuleWork {
  const address = `${pack}/${rule}`
  const saved = useSaved(pack, fresh ? '' : rule)
  const words = useLoaded((of) => of.rule.words, pack === '' ? null : { pack })
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
  return useLoaded((of) => of.rule.read, rule === '' ? null : { pack, rule })
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
  const input = text === null ? null : { pack, rule: JSON.parse(text) as RuleForm }
  const loaded: Loaded<RuleCheck> = useLoaded((of) => of.rule.check, input)
  // What is being read must not go away while the next check is on its way.
  const [last, setLast] = useState<{ readonly of: string; readonly check: RuleCheck } | null>(null)
  if (loaded.value !== null && loaded.value !== last?.check) setLast({ of: address, check: loaded.value })
  const check = loaded.value ?? (last?.of === address ? last.check : null)
  return { check, isChecking: loaded.value === null || text !== now, failure: loaded.failure }
}

/** What stands against the next step of a rule, in one sentence; null: nothing. */
export function nextStepProblem({
  row,
  check,
  isChecking,
  isChanged,
}: Pick<RuleWork, 'row' | 'check' | 'isChecking' | 'isChanged'>): string | null {
  if (!check || isChecking) return t('rules.against.checking')
  if (check.problems.length > 0) return t('rules.against.problems', { count: check.problems.length })
  const failed = check.examples.filter(({ passed }) => !passed).length
  if (failed > 0) return t('rules.against.failing', { count: failed })
  // A draft may be saved without all its tests, and what was approved has had them.
  return isChanged || !WANTS_ALL.has(row?.status) ? null : missingWords(check.examplesMissing)
}

const WANTS_ALL: ReadonlySet<string | undefined> = new Set(['draft', 'tested'])

function missingWords(kinds: readonly string[]): string | null {
  if (kinds.length === 0) return null
  return t('rules.against.missing', { count: kinds.length, kinds: kinds.map(kindWords).join(', ') })
}

export function kindWords(kind: string): string {
  return knownText('rules.tests.kinds', kind) ?? kind
}

/** The rules of all packs. */
export function useRules(): Loaded<readonly RuleRow[]> {
  return useLoaded((of) => of.rule.list, { pack: null })
}
