import type { Atom, Condition, Rule, Term } from '../../../kb/program/rule.ts'
import type { Place, Vocabulary } from '../../../kb/program/vocabulary.ts'
import { sayValue } from '../../../kb/values/say-value.ts'

/** A rule as one sentence of the vocabulary: "If p has atrial fibrillation and …, then …, unless …". */
export function sayRule(rule: Rule, vocabulary: Vocabulary): string {
  const say = (condition: Condition) => sayCondition(condition, vocabulary)
  const premises = [
    ...rule.conditions.map(say),
    ...(rule.sum ? [`${rule.sum.into} is the sum of ${listed(rule.sum.items.map(sayItem), 'and')}`] : []),
    ...rule.aggregates.map(({ kind, into, value, of }) => {
      const where = listed(of.map(say), 'and')
      return `${into} is the ${kind} of ${value} where ${where}`
    }),
  ]
  const then = sayAtom(rule.then, false, vocabulary)
  const conclusion = premises.length === 0 ? capital(then) : `If ${listed(premises, 'and')}, then ${then}`
  return rule.exceptions.length === 0
    ? `${conclusion}.`
    : `${conclusion}, unless ${listed(rule.exceptions.map(say), 'or')}.`
}

function sayItem({ oneOf }: NonNullable<Rule['sum']>['items'][number]): string {
  return oneOf.map(({ add, say }) => `${add.toFixed()} for ${say}`).join(' or ')
}

function sayCondition(condition: Condition, vocabulary: Vocabulary): string {
  if (condition.kind === 'atom') return sayAtom(condition, condition.negated, vocabulary)
  return condition.text.replace(/\?(?=[\p{L}_])/gu, '').replace(':=', 'is')
}

function sayAtom({ relation: name, terms }: Atom, negated: boolean, vocabulary: Vocabulary): string {
  const relation = vocabulary.relations.get(name)
  if (!relation) return `${name}(${terms.map((term) => sayTerm(term, undefined, vocabulary)).join(', ')})`
  const fill = (template: string) =>
    template.replace(/\{(\d+)\}/g, (written, index: string) => {
      const term = terms[Number(index)]
      return term ? sayTerm(term, relation.places[Number(index)], vocabulary) : written
    })
  if (!negated) return fill(relation.say)
  return relation.sayNot === null ? `it is not so that ${fill(relation.say)}` : fill(relation.sayNot)
}

function sayTerm(term: Term, place: Place | undefined, vocabulary: Vocabulary): string {
  if (term.kind === 'variable') return term.name
  if (term.kind === 'anything') return 'any'
  return place ? sayValue(term.value, place, vocabulary) : ''
}

function listed(parts: readonly string[], word: 'and' | 'or'): string {
  const [last, ...before] = parts.toReversed()
  return before.length === 0 ? (last ?? '') : `${before.toReversed().join(', ')} ${word} ${last}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
