import { message, type Message } from '../../wording/message.ts'
import { writeInstead } from '../language/write-instead.ts'
import type { Relation, Vocabulary } from '../program/vocabulary.ts'
import { didYouMean } from './read/did-you-mean.ts'
import type { PlaceProblem } from './value-in-place.ts'

/** A longer list is read by nobody. */
const MOST_NAMED = 24

/** For those who state facts and ask, and cannot declare a relation: which there are. */
export function relationsThere({ relations }: Vocabulary): Message {
  const names = [...relations.keys()].filter((name) => name !== TODAY)
  if (names.length === 0) return message('gate.facts.noRelations')
  const said = { names: names.slice(0, MOST_NAMED).join(', ') }
  const count = names.length - MOST_NAMED
  return count > 0 ? message('gate.facts.moreRelations', { ...said, count }) : message('gate.facts.relations', said)
}

/**
 * The relation, if it exists and has so many places. `otherwise`: the way out where no name is near; `everywhere` has the
 * words of packs that are not used here.
 */
export function relationNamed(
  name: string,
  count: number,
  vocabulary: Vocabulary,
  otherwise: Message,
  everywhere: Vocabulary = vocabulary,
): { readonly relation: Relation } | { readonly problem: PlaceProblem } {
  const relation = vocabulary.relations.get(name)
  if (!relation) {
    const elsewhere = everywhere.relations.get(name)?.pack
    const fix =
      elsewhere === undefined
        ? didYouMean(name, vocabulary.relations.keys(), otherwise)
        : message('gate.facts.useElsewhere', { pack: elsewhere })
    return {
      problem: {
        code: 'UNKNOWN_RELATION',
        message: message('gate.facts.noRelation', { name: name.slice(0, 200) }),
        fix,
      },
    }
  }
  if (relation.places.length === count) return { relation }
  const { places } = relation
  const shape = places.map((place) => (place.kind === 'name' ? place.type : place.kind)).join(', ')
  return {
    problem: {
      code: 'ARITY',
      message: message('gate.facts.arity', { name, wanted: places.length, count }),
      fix: writeInstead(`${name}(${shape})`),
    },
  }
}

/** The day of the question. The inference answers it; neither facts nor rules may. */
export const TODAY = 'today'

export const BUILT_IN: ReadonlyMap<string, Relation> = new Map([
  [
    TODAY,
    {
      name: TODAY,
      places: [{ kind: 'date' }],
      unique: null,
      absent: 'no',
      alternative: false,
      latest: false,
      say: 'today is {0}',
      sayNot: null,
      ask: null,
      asks: [],
      called: [],
      rankedBy: null,
      calculator: null,
      label: null,
      group: null,
      pack: 'built-in',
    },
  ],
])
