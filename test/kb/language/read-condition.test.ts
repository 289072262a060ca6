import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCondition } from '../../../kb/language/read-condition.ts'
import { type ConditionNode, type Node, ReadError } from '../../../kb/language/syntax.ts'
import { englishText } from '../../../wording/message-text.ts'

/** The tree in brackets, without places: `(+ ?a (* 2 ?b))`. */
function shape(node: Node): string {
  switch (node.kind) {
    case 'variable':
      return `?${node.name}`
    case 'anything':
      return '?_'
    case 'number':
      return node.unit ? `${node.text}[${node.unit.text}]` : node.text
    case 'date':
      return node.text
    case 'name':
      return node.quoted ? `"${node.name}"` : node.name
    case 'call':
      return `(${[node.called.text, ...node.args.map(shape)].join(' ')})`
    case 'in':
    case 'as':
      return `(${node.kind} ${shape(node.inner)} ${node.unit.text})`
  }
}

function shapeOf(condition: ConditionNode): string {
  if (condition.kind === 'atom')
    return [condition.negated ? 'not' : '', condition.relation.text, ...condition.args.map(shape)].join(' ').trim()
  if (condition.kind === 'assignment') return `${condition.variable.text} := ${shape(condition.expression)}`
  return `${shape(condition.left)} ${condition.operator} ${shape(condition.right)}`
}

describe('reading a condition', () => {
  it.each([
    ['has(?p, af)', 'has ?p af'],
    ['not has(?p, ?_)', 'not has ?p ?_'],
    ['nothing()', 'nothing'],
    ['has(?p, \'left-sided "weakness"\')', 'has ?p "left-sided "weakness""'],
    ['?a >= 75 years', '?a >= 75[years]'],
    ['?d = 2026-02-28', '?d = 2026-02-28'],
    ['?x := ?a + 2 * ?b - 3', 'x := (- (+ ?a (* 2 ?b)) 3)'],
    ['?x := (?a + 2) * ?b / 4', 'x := (/ (* (+ ?a 2) ?b) 4)'],
    ['?x := -?a * -2', 'x := (* (neg ?a) -2)'],
    ['?x := ?w in kg * 2', 'x := (* (in ?w kg) 2)'],
    ['?x := (?a * ?b) as mL/min', 'x := (as (* ?a ?b) mL/min)'],
    ['?c > 1.5 mg/dL', '?c > 1.5[mg/dL]'],
    ['?c > 133 μmol/L', '?c > 133[μmol/L]'],
    ['?c > 60 mL/min/1.73m²', '?c > 60[mL/min/1.73m²]'],
    ['?n < 100 10^9/L', '?n < 100[10^9/L]'],
    ['?r > 70 /min', '?r > 70[/min]'],
    ['?x := 6 / min(?a, 2)', 'x := (/ 6 (min ?a 2))'],
    ['?x := 6 kg/?y', 'x := (/ 6[kg] ?y)'],
    ['?x := 6 kg/2', 'x := (/ 6[kg] 2)'],
    ['?x := 6 kg/max(?a, 2)', 'x := (/ 6[kg] (max ?a 2))'],
    ['?c < 30 mL/mim', '?c < 30[mL/mim]'],
    ['?x := round(?y, -1)', 'x := (round ?y -1)'],
    ['?d := business_days_after(?s, 2 days, england)', 'd := (business_days_after ?s 2[days] england)'],
    ['hat(?größe, Fieber)', 'hat ?größe Fieber'],
  ])('understands %s', (text, expected) => {
    expect(shapeOf(readCondition(text))).toBe(expected)
  })

  it('knows where each part stands', () => {
    const condition = readCondition('not  has(?p, 58 kg)')
    expect(condition).toEqual({
      kind: 'atom',
      negated: true,
      relation: { text: 'has', offset: 5, end: 8 },
      args: [
        { kind: 'variable', name: 'p', offset: 9, end: 11 },
        { kind: 'number', text: '58', unit: { text: 'kg', offset: 16, end: 18 }, offset: 13, end: 18 },
      ],
    })
  })

  it('takes one spelling of a composed letter for the other', () => {
    expect(shapeOf(readCondition('hat(?p, Größe)'))).toBe(
      shapeOf(readCondition('hat(?p, Gro\u0308ße)'.normalize('NFD'))),
    )
  })

  it('refuses whatever it cannot read with a place inside the text, and never fails otherwise', () => {
    const text = fc.oneof(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, (one) => {
        const error = errorOf(() => readCondition(one))
        if (!error) return
        const { offset, message, fix } = error
        const isSaid = message !== '' && englishText(fix) !== ''
        expect([offset >= 0, offset <= one.length, isSaid]).toEqual([true, true, true])
      }),
      { numRuns: 3000 },
    )
  })

  it.each(['(', '-', 'f(', '((?x) in kg ', '?x := ', 'not '])('ends on a hundred thousand of "%s"', (piece) => {
    expect(() => readCondition(piece.repeat(100_000))).toThrow(ReadError)
    expect(() => readCondition(piece.repeat(Math.floor(2000 / piece.length)))).toThrow(ReadError)
  })
})

const PIECES =
  `has ( ) , ?p ?_ ? not := >= = - + * / 2 2.5 kg in as mg/dL 2026-01-01 2026-02-31 "a_b" " ' \\ .. . @ 10^9/L °C µ € 💊`
    .split(' ')
    .concat([' ', '\n', '\u0000', '\uD800'])

function errorOf(read: () => unknown): ReadError | null {
  try {
    read()
    return null
  } catch (error) {
    if (error instanceof ReadError) return error
    throw error
  }
}
