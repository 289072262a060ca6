import { flagGroups, flagGroupTitle } from '../contract/flag-groups.ts'
import { FlagKind } from '../contract/packet.ts'
import type { Redacted } from '../assistant/disclosure/redact-text.ts'
import { counted } from './counted.ts'
import type { Output } from './output.ts'

/** The masked text; then what was masked, what a person has to look at, and what that is worth. */
export function showRedacted(redacted: Redacted & { readonly id?: string }, original: string, output: Output): void {
  if (output.json) return output.result(redacted, null)
  const { id, text, spans, flags } = redacted
  if (id !== undefined) output.text(output.style('bold', id))
  output.text(text.trimEnd())
  output.text('')
  for (const [rule, count] of counts(spans)) output.text(`${String(count).padStart(5)}  ${rule}`)
  const groups = flagGroups(countedFlags(flags, original))
  if (groups.length > 0) output.text('Not masked, and not known to be harmless:')
  for (const { kind, flags: own } of groups)
    output.text(`  ${flagGroupTitle(kind, own.length)}: ${own.map(({ term }) => term).join(', ')}`)
  output.text(`${counted(spans.length, 'item')} masked by these rules. Identifiers may remain.`)
}

/** Each word once, with the kind of its places that is likeliest to identify. */
function countedFlags(flags: Redacted['flags'], original: string) {
  const byTerm = Map.groupBy(flags, ({ start, end }) => original.slice(start, end).replace(/\s+/g, ' '))
  return [...byTerm].map(([term, all]) => {
    const kind = FlagKind.options.find((one) => all.some((flag) => flag.kind === one)) ?? 'name'
    return { term, count: all.length, kind }
  })
}

/** "person, found by names", the most frequent first. */
function counts(spans: Redacted['spans']): readonly (readonly [string, number])[] {
  const byRule = new Map<string, number>()
  for (const { type, by } of spans) {
    const rule = `${type.padEnd(14)} by ${by}`
    byRule.set(rule, (byRule.get(rule) ?? 0) + 1)
  }
  return [...byRule].toSorted((one, other) => other[1] - one[1])
}
