import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import { TODAY } from '../../../kb/infer/today.ts'
import type { Program } from '../../../kb/program/rule.ts'
import type { Relation } from '../../../kb/program/vocabulary.ts'
import { sayDay } from '../../../kb/values/plain-date.ts'
import { t } from '../../../wording/translate.ts'
import type { GoalView, NamedView, PackView, RuleView } from './kernel-methods.ts'
import { sayRule } from './say-rule.ts'
import { formRelation, viewCalculators } from './view-calculators.ts'

const PLACES = /\{(\d+)\}/g

/**
 * What can be known of packs without a single fact; with problems, only the problems and the heads of the packs. `written`: the same in
 * the words of their authors, in which goals can be asked for too.
 */
export function describePacks(compiled: CompiledPacks, written: CompiledPacks): PackView {
  const { program, problems, packs } = compiled
  if (!program)
    return {
      packs,
      problems: [...problems],
      relations: [],
      questions: [],
      words: [],
      goals: [],
      named: [],
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
    goals: goalViews(program, written.program ?? program),
    named: namedViews(program),
    calculators: viewCalculators(program, packs),
    rules: viewRules(compiled, program),
  }
}

/** Relations that no rule concludes. */
function inputRelations({ vocabulary, rulesFor }: Program): readonly Relation[] {
  return [...vocabulary.relations.values()].filter(({ name }) => name !== TODAY && !rulesFor.get(name)?.length)
}

function goalViews(program: Program, written: Program): readonly GoalView[] {
  const relations = [...program.vocabulary.relations.values()].filter(({ asks }) => asks.length > 0)
  return relations.map(({ name, pack, calculator }) => {
    const asked = [program, written].map((one) => askedIn(one, name))
    const all = (of: (one: (typeof asked)[number]) => readonly string[]) => [...new Set(asked.flatMap(of))]
    return {
      relation: name,
      pack,
      asks: all(({ asks }) => asks),
      fillers: all(({ fillers }) => fillers),
      phrases: all(({ phrases }) => phrases),
      isCalculator: calculator !== null,
    }
  })
}

function namedViews({ vocabulary }: Program): readonly NamedView[] {
  return [...vocabulary.relations.values()]
    .filter(({ called }) => called.length > 0)
    .map(({ name, calculator, label, called }) => ({
      relation: name,
      title: calculator ?? label ?? name.replaceAll('_', ' '),
      called,
    }))
}

function askedIn({ vocabulary }: Program, name: string): Pick<GoalView, 'asks' | 'fillers' | 'phrases'> {
  const { asks = [], places = [] } = vocabulary.relations.get(name) ?? {}
  const typeOf = (place: Relation['places'][number] | undefined) =>
    place?.kind === 'name' ? vocabulary.names.get(place.type) : undefined
  const fillers = places.map((place) =>
    place.kind === 'name' ? (typeOf(place)?.said.the ?? place.type) : t(`reasoning.the.${place.kind}`),
  )
  return {
    asks: asks.map((phrase) => phrase.replace(PLACES, (_, index: string) => fillers[Number(index)] ?? '')),
    fillers,
    phrases: asks.map((phrase) =>
      phrase.replace(PLACES, (written, index: string) =>
        typeOf(places[Number(index)])?.open === false ? written : '…',
      ),
    ),
  }
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
