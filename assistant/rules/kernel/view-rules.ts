import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import { sayDay } from '../../../kb/values/plain-date.ts'
import type { Program } from '../../../kb/program/rule.ts'
import type { RuleView } from './kernel-methods.ts'
import { sayRule } from './say-rule.ts'

/** The rules of packs, each with how many examples it has and which kinds it still lacks. */
export function viewRules(compiled: CompiledPacks, { rules, vocabulary }: Program): readonly RuleView[] {
  const examples = Map.groupBy(compiled.examples, ({ rule }) => rule)
  return rules.map((rule) => {
    const { id, pack, title, status, source, sourceRead, jurisdiction } = rule
    return {
      rule: id,
      pack,
      title,
      status,
      source,
      sourceRead,
      validFrom: rule.validFrom === null ? null : sayDay(rule.validFrom),
      validTo: rule.validTo === null ? null : sayDay(rule.validTo),
      jurisdiction,
      sentence: sayRule(rule, vocabulary),
      examples: examples.get(id)?.length ?? 0,
      examplesMissing: [...(compiled.untested.get(id) ?? [])],
      file: rule.place.file,
      line: rule.place.line,
    }
  })
}
