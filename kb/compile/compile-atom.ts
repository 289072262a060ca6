import type { Node } from '../language/syntax.ts'
import type { Argument } from '../language/statement.ts'
import type { Atom, Term } from '../program/rule.ts'
import type { Place } from '../program/vocabulary.ts'
import { relationNamed } from './relation-named.ts'
import type { AtomNode } from './rule-source.ts'
import { refuse, type Typing } from './typing.ts'
import { valueInPlace } from './value-in-place.ts'
import { typeOfPlace, type Words } from './value-type.ts'

const DECLARE = 'Declare it under "vocabulary", with the types of its places.'

/** Looks up the relation and its values and notes the types of its variables. Null when something was reported. */
export function compileAtom({ relation, args }: AtomNode, words: Words, typing: Typing): Atom | null {
  const found = relationNamed(relation.text, args.length, words.vocabulary, DECLARE, words.everywhere)
  if ('problem' in found) return refuse(relation, typing, found.problem)
  const { places } = found.relation
  const terms = args.map((arg, index) => compileTerm(arg, places[index] as Place, typing))
  return terms.every((term) => term !== null) ? { relation: relation.text, terms } : null
}

function compileTerm(node: Node, place: Place, typing: Typing): Term | null {
  switch (node.kind) {
    case 'anything':
      return { kind: 'anything' }
    case 'variable':
      typing.types.note(node.name, typeOfPlace(place), typing.placeAt(node.offset))
      return { kind: 'variable', name: node.name }
    case 'number':
    case 'date':
    case 'name': {
      const result = valueInPlace(argumentOf(node), place, typing.vocabulary)
      if ('problem' in result) return refuse(node, typing, result.problem)
      return { kind: 'constant', value: result.value }
    }
    case 'call':
    case 'in':
    case 'as':
      return refuse(node, typing, {
        code: 'SYNTAX',
        message: 'A calculation inside a relation.',
        fix: 'Calculate it in a condition of its own, ?x := …, and write ?x here.',
      })
  }
}

function argumentOf(node: Node & { readonly kind: 'number' | 'date' | 'name' }): Argument {
  if (node.kind === 'name') return { kind: 'name', name: node.name }
  if (node.kind === 'date') return { kind: 'date', low: node.text, high: node.text }
  return { kind: 'number', low: node.text, high: node.text, unit: node.unit?.text ?? null }
}
