import { useState } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'
import type { FreshRule } from './new-rule.tsx'
import { type RuleWork, useRuleDraft } from './use-rule-draft.ts'

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
