import type { LedgerKind } from '../../../contract/ledger.ts'
import type { RuleRow, RuleStatus } from '../../../contract/knowledge/rule.ts'
import { type CheckOptions, checkRule } from './check-rule.ts'
import { idOf, type RuleText, withRule, withStatus } from './edit-rules.ts'
import { refuseProblems, ruleRow } from './pack-rows.ts'
import type { ShelvedPack } from './pack-shelf.ts'
import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'

export type ChangeOptions = CheckOptions & { readonly now: Date }

/** Puts a rule into its pack. Throws `WRONG_USE` when it does not pass the gate, or one of its examples fails. */
export async function saveRule(pack: ShelvedPack, text: RuleText, options: ChangeOptions): Promise<RuleRow> {
  refuseShipped(pack)
  const { problems, examples } = await checkRule(pack, text, options)
  refuseProblems(problems)
  refuseFailed(examples)
  return keep(withRule(pack, text), idOf(text), 'rule-saved', options)
}

type Wanted = { readonly rule: string; readonly status: RuleStatus; readonly by: string | null }

/**
 * One life cycle: draft, tested (has a positive, a negative and, where it has exceptions, an exception example, and all
 * pass), approved (moreover with a source, and by a person of this name), retired. Throws `WRONG_USE` for what is not yet due.
 */
export async function setRuleStatus(pack: ShelvedPack, wanted: Wanted, options: ChangeOptions): Promise<RuleRow> {
  refuseShipped(pack)
  const { rule, status, by } = wanted
  const row = await ruleRow(options.knowledge, pack, rule)
  if (status === 'tested' || status === 'approved') refuseUntested(row)
  const name = by?.trim() ?? ''
  if (status === 'approved' && name === '')
    throw new Failure('WRONG_USE', message('failures.rules.noApprover', { rule }))
  if (status === 'approved' && row.source === null)
    throw new Failure('WRONG_USE', message('failures.rules.noSource', { rule }))
  const approval = status === 'approved' ? { by: name, on: options.asOf } : null
  return keep(withStatus(pack, rule, status, approval), rule, `rule-${status}`, options)
}

async function keep(
  pack: ShelvedPack,
  rule: string,
  kind: Extract<LedgerKind, `rule-${string}`>,
  { knowledge, store, now }: ChangeOptions,
): Promise<RuleRow> {
  const { name, files } = pack
  store.app.packs.save({ name, files }, now.toISOString())
  const { key } = await knowledge.shelf.together([name])
  store.app.ledger.append(kind, { pack: name, rule, sha256: key })
  return ruleRow(knowledge, pack, rule)
}

function refuseShipped({ name, shipped }: ShelvedPack): void {
  if (shipped) throw new Failure('WRONG_USE', message('failures.rules.shippedStays', { name }))
}

function refuseUntested({ rule, examples, examplesPassed, examplesMissing }: RuleRow): void {
  if (examplesMissing.length > 0)
    throw new Failure(
      'WRONG_USE',
      message('failures.rules.examplesMissing', { rule, missing: { all: examplesMissing } }),
    )
  if (examplesPassed < examples)
    throw new Failure(
      'WRONG_USE',
      message('failures.rules.examplesFail', { failed: examples - examplesPassed, examples, rule }),
    )
}

function refuseFailed(
  examples: readonly {
    readonly title: string
    readonly passed: boolean
    readonly expected: string
    readonly got: string
  }[],
): void {
  const failed = examples.find(({ passed }) => !passed)
  if (!failed) return
  const { title, expected, got } = failed
  throw new Failure('WRONG_USE', message('failures.rules.exampleFails', { title, expected, got }))
}
