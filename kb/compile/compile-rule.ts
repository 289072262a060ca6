import { message } from '../../wording/message.ts'
import type { Aggregate, Atom, Part, Rule, SourcePlace, Sum } from '../program/rule.ts'
import { TODAY } from './relation-named.ts'
import { checkIslands, checkVariables } from './check-variables.ts'
import { checkTemplate } from './read/check-template.ts'
import { compileAtom, compileConditions } from './compile-conditions.ts'
import type { Report } from './read/problem.ts'
import type { AggregateSource, RuleSource } from './read/rule-source.ts'
import { BARE, createVariableTypes, sayType, type ValueType, type VariableTypes, type Words } from './value-type.ts'

/** The rule with all its words looked up. What is wrong has been reported; then the rule is not to be used. */
export function compileRule(source: RuleSource, order: number, words: Words, report: Report): Rule | null {
  const { conclusion, meta, id, say } = source
  checkExceptions(source, report)
  const types = createVariableTypes(report)
  const conditions = compileConditions(source.conditions, words, types, report)
  const exceptions = compileConditions(source.exceptions, words, types, report)
  const sum = compileSum(source, words, types, report)
  const aggregates = source.aggregates.map((one) => compileAggregate(one, words, types, report))
  const atom = compileConclusion(source, words, types, report)
  if (source.isWhole) checkNames(source, report)
  if (!atom) return null
  refuseEmptyReasoning(source, atom, report)
  const { place } = conclusion.tree
  const reasoning = { conditions, exceptions, sum, aggregates, say: say?.text ?? null }
  // oxlint-disable-next-line unicorn/no-thenable -- an atom is no function, and nobody awaits a rule
  return { ...meta, id: id.text, order, then: atom, ...reasoning, place }
}

/** Variables, what ties them to the conclusion, and those that its sentence names. */
function checkNames(source: RuleSource, report: Report): void {
  let isSound = true
  const known = checkVariables(source, (at, problem) => {
    isSound = false
    report(at, problem)
  })
  if (isSound) checkIslands(source, report)
  const explained = message('gate.rules.holes')
  checkTemplate(source.say, known, explained, report)
}

function compileConclusion(source: RuleSource, words: Words, types: VariableTypes, report: Report): Atom | null {
  const { node, tree } = source.conclusion
  const typing = { types, vocabulary: words.vocabulary, placeAt: tree.placeAt, report }
  if (node.relation.text !== TODAY) return compileAtom(node, words, typing)
  report(tree.placeAt(node.relation.offset), {
    code: 'WRONG_SHAPE',
    message: message('gate.rules.day'),
    fix: message('gate.rules.otherRelation'),
  })
  return null
}

/** An exception is one condition that speaks against the conclusion. */
function checkExceptions({ exceptions, conditions }: RuleSource, report: Report): void {
  const required = new Set(conditions.map(({ tree }) => withoutSpaces(tree.text)))
  for (const { node, tree } of exceptions) {
    if (node.kind === 'assignment')
      report(tree.place, {
        code: 'WRONG_SHAPE',
        message: message('gate.rules.calculationNoException'),
        fix: message('gate.rules.moveToIf'),
      })
    else if (node.kind === 'atom' && node.negated)
      report(tree.place, {
        code: 'WRONG_SHAPE',
        message: message('gate.rules.unlessNot'),
        fix: message('gate.rules.moveWithoutNot'),
      })
    else if (required.has(withoutSpaces(tree.text)))
      report(tree.place, {
        code: 'WRONG_SHAPE',
        message: message('gate.rules.bothAtOnce'),
        fix: message('gate.rules.oneOfBoth'),
      })
  }
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s+/gu, '')
}

function compileSum({ sum }: RuleSource, words: Words, types: VariableTypes, report: Report): Sum | null {
  if (!sum) return null
  const compilePart = ({ add, say, when }: (typeof sum.items)[number]['oneOf'][number]): Part => ({
    add,
    say,
    when: compileConditions(when, words, types.inner(), report),
  })
  const items = sum.items.map(({ oneOf }) => ({ oneOf: oneOf.map(compilePart) }))
  types.note(sum.into.name, BARE, sum.into.place)
  return { into: sum.into.name, items }
}

function compileAggregate(source: AggregateSource, words: Words, types: VariableTypes, report: Report): Aggregate {
  const inner = types.inner()
  const of = compileConditions(source.of, words, inner, report)
  const type = inner.of(source.value.name)
  if (type) types.note(source.into.name, aggregateType(source, type, report), source.into.place)
  return { kind: source.kind, into: source.into.name, value: source.value.name, of }
}

function aggregateType({ kind, value }: AggregateSource, type: ValueType, report: Report): ValueType {
  if (kind === 'count') return BARE
  if (type.kind === 'number' || (type.kind === 'date' && kind !== 'total')) return type
  report(value.place, {
    code: 'TYPE',
    message: message('gate.rules.aggregateNeeds', {
      kind,
      kinds: kind === 'total' ? 'numbers' : 'either',
      name: value.name,
      type: sayType(type),
    }),
    fix: message('gate.rules.otherOrCount'),
  })
  return BARE
}

/** A conclusion from itself, or for everybody without a condition. */
function refuseEmptyReasoning({ conclusion, conditions }: RuleSource, atom: Atom, report: Report): void {
  const own = withoutSpaces(conclusion.tree.text)
  const place: SourcePlace | undefined = conditions.find(({ tree }) => withoutSpaces(tree.text) === own)?.tree.place
  if (place)
    report(place, {
      code: 'WRONG_SHAPE',
      message: message('gate.rules.needsItself', { relation: atom.relation }),
      fix: message('gate.rules.outOrCorrect'),
    })
}
