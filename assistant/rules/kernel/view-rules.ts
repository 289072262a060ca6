import type { ExampleRun } from '../../../contract/rule.ts'
import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import { sayDay } from '../../../kb/dates/say-day.ts'
import type { Program } from '../../../kb/program/program.ts'
import type { RuleView } from './kernel-methods.ts'
import { runExamples } from './run-examples.ts'
import { sayRule } from './say-rule.ts'

/** The rules of packs, each with how its examples came out and which kinds of example it still lacks. */
export function viewRules(compiled: CompiledPacks, { rules, vocabulary }: Program): readonly RuleView[] {
  const runs = Map.groupBy(runExamples(compiled), ({ rule }: ExampleRun) => rule)
  return rules.map((rule) => {
    const own = runs.get(rule.id) ?? []
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
      examples: own.length,
      examplesPassed: own.filter(({ passed }) => passed).length,
      examplesMissing: [...(compiled.untested.get(id) ?? [])],
      file: rule.place.file,
      line: rule.place.line,
    }
  })
}
