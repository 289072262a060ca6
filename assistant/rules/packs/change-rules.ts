import type { LedgerKind } from '../../../contract/ledger.ts'
import type { RuleRow, RuleStatus } from '../../../contract/knowledge/rule.ts'
import { AssistantError } from '../../home/assistant-error.ts'
import { type CheckOptions, checkRule } from './check-rule.ts'
import { idOf, type RuleText, withRule, withStatus } from './edit-rules.ts'
import { refuseProblems, ruleRow } from './pack-rows.ts'
import type { ShelvedPack } from './pack-shelf.ts'

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
    throw new AssistantError('WRONG_USE', `Say who approves "${rule}": a rule is approved by a person, by name.`)
  if (status === 'approved' && row.source === null)
    throw new AssistantError(
      'WRONG_USE',
      `Write the source of "${rule}" into it first: nobody can check a rule against no source.`,
    )
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
  if (shipped)
    throw new AssistantError(
      'WRONG_USE',
      `"${name}" comes with the program and stays as it is. Copy it under another name, and change the copy.`,
    )
}

function refuseUntested({ rule, examples, examplesPassed, examplesMissing }: RuleRow): void {
  if (examplesMissing.length > 0)
    throw new AssistantError(
      'WRONG_USE',
      `"${rule}" lacks examples before it counts as tested: ${examplesMissing.join(', ')}.`,
    )
  if (examplesPassed < examples)
    throw new AssistantError('WRONG_USE', `${examples - examplesPassed} of ${examples} examples of "${rule}" fail.`)
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
  if (failed)
    throw new AssistantError(
      'WRONG_USE',
      `The example "${failed.title}" fails: expected ${failed.expected}, came ${failed.got}.`,
    )
}
