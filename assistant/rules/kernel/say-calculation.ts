import { readCondition } from '../../../kb/language/read-condition.ts'
import type { Node } from '../../../kb/language/syntax.ts'
import type { Vocabulary } from '../../../kb/program/vocabulary.ts'
import { sayUnit } from '../../../kb/units/say-unit.ts'
import { Decimal } from '../../../kb/values/decimal.ts'

/** Words for a value. Whole ones need no brackets inside others; a sum or a phrase does. */
export type Said = { readonly text: string; readonly isWhole: boolean }
/** What a variable is called where it stands. */
export type Mention = (variable: string) => Said

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
      return whole(`${inner(node.inner)} in ${node.unit.text}`)
    case 'as':
      return whole(`${inner(node.inner)} ${node.unit.text}`)
    case 'call':
      return sayCall(node, inner, vocabulary)
  }
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
  next_business_day: ({ one, by }) => `${one} or else the next working day${by}`,
  previous_business_day: ({ one, by }) => `${one} or else the working day before it${by}`,
  max: ({ one, other }) => `the greater or later of ${one} and ${other}`,
  min: ({ one, other }) => `the smaller or earlier of ${one} and ${other}`,
}

function sayCall({ called: { text: name }, args }: Call, inner: (node: Node) => string, vocabulary: Vocabulary): Said {
  const [first, second] = args
  if (ARITHMETIC.has(name) && first && second) return phrase(`${inner(first)} ${name} ${inner(second)}`)
  const say = FUNCTIONS[name]
  if (!say || !first) return whole(`${name.replaceAll('_', ' ')}(${args.map((arg) => inner(arg)).join('; ')})`)
  const calendar = args.findLast((arg) => arg.kind === 'name')
  return phrase(
    say({
      one: inner(first),
      other: second ? inner(second) : '',
      back: second ? backwards(second, inner) : null,
      by: calendar ? ` by the calendar “${calendarOf(calendar.name, vocabulary)}”` : '',
    }),
  )
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
  return isWhole ? text : `(${text})`
}

/** The label of a name of a closed list. */
function labelOf(name: string, { names }: Vocabulary): string {
  for (const { labels } of names.values()) {
    const label = labels.get(name)
    if (label !== undefined) return label
  }
  return name.replaceAll('_', ' ')
}
