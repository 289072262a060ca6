import { readCondition } from '../language/read-condition.ts'
import type { Node } from '../language/syntax.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import { sayUnit } from '../units/unit.ts'
import { Decimal } from '../values/decimal.ts'

/** Words for a value. Whole ones need no brackets inside others; a phrase does, and a sum inside a product. */
export type Said = { readonly text: string; readonly isWhole: boolean; readonly arithmetic?: 'sum' | 'product' }
/** What a variable is called where it stands; `beside`: the unit of what it is compared with. */
export type Mention = (variable: string, beside?: string) => Said

const OPERATORS = {
  '>=': 'is at least',
  '<=': 'is at most',
  '>': 'is more than',
  '<': 'is less than',
  '!=': 'is not',
  '=': 'is',
} as const
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/'])

/** A comparison or an assignment as its author wrote it, in words: "the age of the patient is at least 65 years". */
export function sayCalculation(text: string, mention: Mention, vocabulary: Vocabulary): string {
  const condition = readCondition(text)
  const say = (node: Node) => sayValue(node, mention, vocabulary).text
  if (condition.kind === 'comparison')
    return `${say(condition.left)} ${OPERATORS[condition.operator]} ${say(condition.right)}`
  if (condition.kind === 'assignment') return `${mention(condition.variable.text).text} is ${say(condition.expression)}`
  throw new Error(`"${text}" is no calculation`)
}

/** The same with an operator between the sides, and of an assignment what is assigned: "78 years >= 75 years". */
export function sayFilled(text: string, mention: Mention, vocabulary: Vocabulary): string {
  const condition = readCondition(text)
  const say = (node: Node, beside?: string) =>
    sayValue(node, (variable) => mention(variable, node.kind === 'variable' ? beside : undefined), vocabulary).text
  if (condition.kind === 'comparison') {
    const [left, right] = [condition.left, condition.right]
    return `${say(left, unitOf(right))} ${condition.operator} ${say(right, unitOf(left))}`
  }
  if (condition.kind === 'assignment') return say(condition.expression)
  throw new Error(`"${text}" is no calculation`)
}

function unitOf(node: Node): string | undefined {
  return node.kind === 'number' ? node.unit?.text : undefined
}

/** What is assigned in a condition. */
export function sayAssigned(text: string, mention: Mention, vocabulary: Vocabulary): Said {
  const condition = readCondition(text)
  if (condition.kind !== 'assignment') throw new Error(`"${text}" assigns nothing`)
  return sayValue(condition.expression, mention, vocabulary)
}

function sayValue(node: Node, mention: Mention, vocabulary: Vocabulary): Said {
  const inner = (one: Node) => bracketed(sayValue(one, mention, vocabulary))
  switch (node.kind) {
    case 'variable':
      return mention(node.name)
    case 'anything':
      return whole('any value')
    case 'number':
      return whole([node.text, node.unit && sayUnit(node.unit.text, new Decimal(node.text))].filter(Boolean).join(' '))
    case 'date':
      return whole(node.text)
    case 'name':
      return whole(labelOf(node.name, vocabulary))
    case 'in':
      return inUnit(inner(node.inner), node.unit.text)
    case 'as':
      return whole(`${inner(node.inner)}${node.inner.kind === 'in' ? ' as' : ''} ${node.unit.text}`)
    case 'call':
      return sayCall(node, (one) => sayValue(one, mention, vocabulary), vocabulary)
  }
}

/** "58 kg" in kg is "58 kg". */
function inUnit(said: string, unit: string): Said {
  if (said.endsWith(` ${unit}`)) return whole(said)
  const text = `${said} in ${unit}`
  return /^-?[\d.]+$/.test(said) ? phrase(text) : whole(text)
}

type Call = Extract<Node, { kind: 'call' }>
/** `back`: what is counted back by; null: it counts forwards. `by`: the calendar, behind what it counts. */
type Parts = { readonly one: string; readonly other: string; readonly back: string | null; readonly by: string }

const plus = ({ one, other, back }: Parts) => (back === null ? `${one} plus ${other}` : `${one} minus ${back}`)
const full =
  (unit: string) =>
  ({ one, other }: Parts) =>
    `the full ${unit} from ${one} to ${other}`

/** How the functions read whose arguments are days; formulas keep theirs. */
const FUNCTIONS: Readonly<Record<string, (parts: Parts) => string>> = {
  neg: ({ one }) => `minus ${one}`,
  add_days: plus,
  add_months: plus,
  add_years: plus,
  years_between: full('years'),
  months_between: full('months'),
  days_between: ({ one, other }) => `the days from ${one} to ${other}`,
  end_of_month: ({ one }) => `the last day of the month of ${one}`,
  end_of_year: ({ one }) => `the last day of the year of ${one}`,
  business_days_after: ({ one, other, back, by }) => {
    const count = (back ?? other).replace(/^(-?\d+) days?$/, '$1')
    return `the day that lies ${count} working days ${back === null ? 'after' : 'before'} ${one}${by}`
  },
  business_days_between: ({ one, other, by }) => `the working days from ${one} to ${other}${by}`,
  next_business_day: ({ one, by }) => `the first working day on or after ${one}${by}`,
  previous_business_day: ({ one, by }) => `the last working day on or before ${one}${by}`,
  max: (parts) => extreme(parts, 'greatest'),
  min: (parts) => extreme(parts, 'least'),
  round: ({ one, other }) =>
    other === '' || other === '0' ? `${one} rounded` : `${one} rounded to ${other} decimal${other === '1' ? '' : 's'}`,
}

function sayCall({ called: { text: name }, args }: Call, say: (node: Node) => Said, vocabulary: Vocabulary): Said {
  const [first, second] = args
  const inner = (node: Node) => bracketed(say(node))
  if (ARITHMETIC.has(name) && first && second) return sayArithmetic(name, say(first), say(second))
  const words = FUNCTIONS[name]
  if (!words || !first) return whole(`${name.replaceAll('_', ' ')}(${args.map((arg) => inner(arg)).join('; ')})`)
  const calendar = args.findLast((arg) => arg.kind === 'name')
  const by = calendar ? ` by the calendar “${calendarOf(calendar.name, vocabulary)}”` : ''
  const before = name === 'next_business_day' ? dayBefore(first) : null
  if (before) return phrase(`the first working day after ${inner(before)}${by}`)
  const [one, other] = [inner(first), second ? inner(second) : '']
  return phrase(words({ one, other, back: second ? backwards(second, inner) : null, by }))
}

/** The day that one day is added to; null for anything else. */
function dayBefore(node: Node): Node | null {
  if (node.kind !== 'call' || node.called.text !== 'add_days') return null
  const [day, days] = node.args
  return day && days?.kind === 'number' && days.text === '1' ? day : null
}

/** With no brackets that the order of operations does without. */
function sayArithmetic(operator: string, left: Said, right: Said): Said {
  const isProduct = operator === '*' || operator === '/'
  const isBareLeft = left.arithmetic === 'product' || (left.arithmetic === 'sum' && !isProduct)
  const isBareRight = right.arithmetic === 'product' && !isProduct
  const sides = [isBareLeft ? left.text : bracketed(left), isBareRight ? right.text : bracketed(right)]
  const text = sides.join(` ${operator.replace('*', '×')} `)
  return { text, isWhole: false, arithmetic: isProduct ? 'product' : 'sum' }
}

/** The two, as what they are compared, where that is known. */
function extreme({ one, other }: Parts, which: 'greatest' | 'least'): string {
  const sides = [one, other]
  const [number, day] = which === 'greatest' ? ['greater', 'later'] : ['smaller', 'earlier']
  const isDay = sides.some((text) => /^\(?\d{4}-\d\d-\d\d/.test(text))
  const isNumber = sides.some((text) => /^\(?(?:the (?:full|days|working days) |-?\d)/.test(text))
  const as = isDay ? day : isNumber ? number : `${number} or ${day}`
  return `the ${as} of ${one} and ${other}`
}

/** What is counted back by: n of -n, and n + 1 of -n - 1. Null: it counts forwards. */
function backwards(node: Node, inner: (node: Node) => string): string | null {
  if (node.kind === 'number' && node.text.startsWith('-')) return inner({ ...node, text: node.text.slice(1) })
  if (node.kind !== 'call') return null
  const [first, second] = node.args
  if (node.called.text === 'neg' && first) return inner(first)
  if (node.called.text !== '-' || !first || !second) return null
  const back = backwards(first, inner)
  return back === null ? null : `(${back} + ${inner(second)})`
}

function calendarOf(name: string, { calendars }: Vocabulary): string {
  return calendars.get(name)?.title ?? name.replaceAll('_', ' ')
}

function whole(text: string): Said {
  return { text, isWhole: true }
}

function phrase(text: string): Said {
  return { text, isWhole: false }
}

function bracketed({ text, isWhole }: Said): string {
  return isWhole || !text.includes(' ') ? text : `(${text})`
}

/** The label of a name of a closed list. */
function labelOf(name: string, { names }: Vocabulary): string {
  for (const { labels } of names.values()) {
    const label = labels.get(name)
    if (label !== undefined) return label
  }
  return name.replaceAll('_', ' ')
}
