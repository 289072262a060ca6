import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import type { Program } from '../../../kb/program/rule.ts'
import type { Relation } from '../../../kb/program/vocabulary.ts'
import { TODAY } from '../../../kb/infer/today.ts'
import { formRelation } from './form-relation.ts'
import type { GoalView, PackView } from './kernel-methods.ts'
import { viewCalculators } from './view-calculators.ts'
import { viewRules } from './view-rules.ts'

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
