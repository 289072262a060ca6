import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import { TODAY } from '../../../kb/infer/today.ts'
import type { Program } from '../../../kb/program/rule.ts'
import type { Relation } from '../../../kb/program/vocabulary.ts'
import { sayDay } from '../../../kb/values/plain-date.ts'
import type { GoalView, PackView, RuleView } from './kernel-methods.ts'
import { sayRule } from './say-rule.ts'
import { formRelation, viewCalculators } from './view-calculators.ts'

const PLACES = /\{(\d+)\}/g

/** What can be known of packs without a single fact; with problems, only the problems and the heads of the packs. */
export function describePacks(compiled: CompiledPacks): PackView {
  const { program, problems, packs } = compiled
  if (!program)
    return {
      packs,
      problems: [...problems],
      relations: [],
      questions: [],
      words: [],
      goals: [],
      calculators: [],
      rules: [],
    }
  return {
    packs,
    problems: [...problems],
    relations: inputRelations(program).map((relation) => formRelation(relation, program.vocabulary)),
    questions: inputRelations(program).map(({ name, ask }) => ({ relation: name, ask })),
    words: [...program.vocabulary.relations.values()].map((relation) => {
      const { relation: name, label, say, places } = formRelation(relation, program.vocabulary)
      return { relation: name, label, say, places }
    }),
    goals: [...program.vocabulary.relations.values()]
      .filter(({ asks }) => asks.length > 0)
      .map((relation) => goalView(relation, program)),
    calculators: viewCalculators(program, packs),
    rules: viewRules(compiled, program),
  }
}

/** Relations that no rule concludes. */
function inputRelations({ vocabulary, rulesFor }: Program): readonly Relation[] {
  return [...vocabulary.relations.values()].filter(({ name }) => name !== TODAY && !rulesFor.get(name)?.length)
}

function goalView({ name, pack, asks, places, calculator }: Relation, { vocabulary }: Program): GoalView {
  const fillers = places.map((place) =>
    place.kind === 'name' ? `the ${place.type.replaceAll('_', ' ')}` : `the ${place.kind}`,
  )
  const filled = asks.map((phrase) => phrase.replace(PLACES, (_, index: string) => fillers[Number(index)] ?? ''))
  const isClosed = (place: Relation['places'][number] | undefined) =>
    place?.kind === 'name' && vocabulary.names.get(place.type)?.open === false
  const phrases = asks.map((phrase) =>
    phrase.replace(PLACES, (written, index: string) => (isClosed(places[Number(index)]) ? written : '…')),
  )
  return { relation: name, pack, asks: filled, fillers, phrases, isCalculator: calculator !== null }
}

/** The rules of packs, each with how many examples it has and which kinds it still lacks. */
function viewRules(compiled: CompiledPacks, { rules, vocabulary }: Program): readonly RuleView[] {
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
