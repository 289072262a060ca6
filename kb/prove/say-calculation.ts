import { readCondition } from '../language/read-condition.ts'
import type { Node } from '../language/syntax.ts'
import type { Vocabulary } from '../program/vocabulary.ts'
import { sayUnit } from '../units/unit.ts'
import { Decimal } from '../values/decimal.ts'
import type { Value } from '../values/value.ts'
import { formatFigure } from '../../wording/figure.ts'
import { t } from '../../wording/translate.ts'

/**
 * Words for a value. Whole ones need no brackets inside others; a phrase does, and a sum inside a product. `of`: what kind of value they
 * are for, where that is known.
 */
export type Said = {
  readonly text: string
  readonly isWhole: boolean
  readonly arithmetic?: 'sum' | 'product'
  readonly of?: Value['kind'] | undefined
}
/** What a variable is called where it stands; `beside`: the unit of what it is compared with. */
export type Mention = (variable: string, beside?: string) => Said

const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/'])

/** A comparison or an assignment as its author wrote it, in words: "the age of the patient is at least 65 years". */
export function sayCalculation(text: string, mention: Mention, vocabulary: Vocabulary): string {
  const condition = readCondition(text)
  const say = (node: Node) => sayValue(node, mention, vocabulary).text
  if (condition.kind === 'comparison')
    return t(`reasoning.compared.${condition.operator}`, { left: say(condition.left), right: say(condition.right) })
  if (condition.kind === 'assignment')
    return t('reasoning.compared.=', {
      left: mention(condition.variable.text).text,
      right: say(condition.expression),
    })
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
      return whole(t('reasoning.any.value'))
    case 'number':
      return { ...whole(sayNumberNode(node)), of: 'number' }
    case 'date':
      return { ...whole(node.text), of: 'date' }
    case 'name':
      return whole(labelOf(node.name, vocabulary))
    case 'in':
      return inUnit(inner(node.inner), node.unit.text)
    case 'as': {
      const said = sayValue(node.inner, mention, vocabulary)
      // "5.6 mg/dL limited to 1 to 3" has its unit.
      if (!said.isWhole && said.text.includes(` ${sayUnit(node.unit.text, MANY)} `) && isWithin(node.inner)) return said
      return asUnit(bracketed(said), node.unit.text, node.inner.kind === 'in')
    }
    case 'call':
      return sayCall(node, (one) => sayValue(one, mention, vocabulary), vocabulary)
  }
}

function sayNumberNode({ text, unit }: Extract<Node, { kind: 'number' }>): string {
  const said = unit ? sayUnit(unit.text, new Decimal(text)) : ''
  const number = formatFigure(text)
  return said === '' ? number : t('reasoning.withUnit', { number, unit: said })
}

/** "58 kg" in kg is "58 kg", and 131 in days "131 days". */
function inUnit(said: string, unit: string): Said {
  const named = sayUnit(unit, MANY)
  if (said.endsWith(` ${named}`)) return whole(said)
  if (/^-?[\d.,]+$/.test(said)) return whole(t('reasoning.withUnit', { number: said, unit: named }))
  return whole(t('reasoning.calculation.inUnit', { value: said, unit: named }))
}

/** "12 mg/dL", of a bare number that is taken for one of a unit; "58 kg in g as g" where it is converted first. */
function asUnit(said: string, unit: string, isConverted: boolean): Said {
  const named = sayUnit(unit, MANY)
  return whole(
    isConverted
      ? t('reasoning.calculation.inUnitAs', { value: said, unit: named })
      : t('reasoning.withUnit', { number: said, unit: named }),
  )
}

const MANY = new Decimal(2)

type Call = Extract<Node, { kind: 'call' }>
/** `back`: what is counted back by; null: it counts forwards. `by`: the calendar, behind what it counts. `of`: the kinds of the two. */
type Parts = {
  readonly one: string
  readonly other: string
  readonly back: string | null
  readonly by: string
  readonly of: readonly Said['of'][]
}
type SaidCall = { readonly of: Value['kind']; readonly say: (parts: Parts) => string }

const added: SaidCall = {
  of: 'date',
  say: ({ one, other, back }) =>
    back === null
      ? t('reasoning.calculation.added', { one, other })
      : t('reasoning.calculation.takenAway', { one, other: back }),
}

/** Between two days or of one. */
function ofDays(key: 'fullYears' | 'fullMonths' | 'days'): SaidCall {
  return { of: 'number', say: ({ one, other }) => t(`reasoning.calculation.${key}`, { one, other }) }
}

function ofDay(key: 'endOfMonth' | 'endOfYear'): SaidCall {
  return { of: 'date', say: ({ one }) => t(`reasoning.calculation.${key}`, { one }) }
}

/** How the functions read whose arguments are days; formulas keep theirs. */
const FUNCTIONS: Readonly<Record<string, SaidCall>> = {
  neg: { of: 'number', say: ({ one }) => t('reasoning.calculation.minus', { one }) },
  add_days: added,
  add_months: added,
  add_years: added,
  years_between: ofDays('fullYears'),
  months_between: ofDays('fullMonths'),
  days_between: ofDays('days'),
  end_of_month: ofDay('endOfMonth'),
  end_of_year: ofDay('endOfYear'),
  business_days_after: {
    of: 'date',
    say: ({ one, other, back, by }) => {
      const count = (back ?? other).replace(/^(-?\d+) \p{L}+$/u, '$1')
      const key = back === null ? 'workingDaysAfter' : 'workingDaysBefore'
      return t(`reasoning.calculation.${key}`, { count, one, by })
    },
  },
  business_days_between: {
    of: 'number',
    say: ({ one, other, by }) => t('reasoning.calculation.workingDaysBetween', { one, other, by }),
  },
  next_business_day: { of: 'date', say: ({ one, by }) => t('reasoning.calculation.nextWorkingDay', { one, by }) },
  previous_business_day: {
    of: 'date',
    say: ({ one, by }) => t('reasoning.calculation.previousWorkingDay', { one, by }),
  },
  max: { of: 'number', say: (parts) => extreme(parts, 'greatest') },
  min: { of: 'number', say: (parts) => extreme(parts, 'least') },
  round: {
    of: 'number',
    say: ({ one, other }) =>
      other === '' || other === '0'
        ? t('reasoning.calculation.rounded', { one })
        : t('reasoning.calculation.roundedTo', { one, decimals: Number(other) }),
  },
}

function sayCall(call: Call, say: (node: Node) => Said, vocabulary: Vocabulary): Said {
  const { called, args } = call
  const [first, second] = args
  const name = called.text
  if (ARITHMETIC.has(name) && first && second) return sayArithmetic(name, first, second, say)
  const words = FUNCTIONS[name]
  const inner = (node: Node) => bracketed(say(node))
  if (!words || !first) return whole(`${name.replaceAll('_', ' ')}(${args.map((arg) => inner(arg)).join('; ')})`)
  const by = byCalendar(args, vocabulary)
  const together = sayTogether(call, inner, by)
  if (together) return together
  const of = args.slice(0, 2).map((arg) => say(arg).of)
  const [one = '', other = ''] = args.slice(0, 2).map(inner)
  const text = words.say({ one, other, back: second ? backwards(second, inner) : null, by, of })
  return { ...phrase(text), of: EXTREMES.has(name) ? of.find((kind) => kind !== undefined) : words.of }
}

/** "89 × 11.27 %" needs no division by a hundred, and one day more than lie between two is both of them; null for anything else. */
function shortened(operator: string, first: Node, second: Node, say: (node: Node) => Said): Said | null {
  if (second.kind !== 'number') return null
  if (operator === '/' && second.text === '100' && say(first).text.endsWith(' %')) return say(first)
  const [from, to] = first.kind === 'call' && first.called.text === 'days_between' ? first.args : []
  if (operator !== '+' || second.text !== '1' || !from || !to) return null
  const [one, other] = [bracketed(say(from)), bracketed(say(to))]
  return { ...phrase(t('reasoning.calculation.daysBothCounted', { one, other })), of: 'number' }
}

/** Behind what is counted by a calendar; empty where there is none. */
function byCalendar(args: readonly Node[], vocabulary: Vocabulary): string {
  const calendar = args.findLast((arg) => arg.kind === 'name')
  if (!calendar) return ''
  return t('reasoning.calculation.byCalendar', { calendar: calendarOf(calendar.name, vocabulary) })
}

type Within = { readonly value: Node; readonly low: Node; readonly high: Node }

/** `max(1, min(3, ?x))`: a value between two limits; null for anything else. */
function withinLimits({ called, args: [low, inner] }: Call): Within | null {
  if (called.text !== 'max' || low?.kind !== 'number' || inner?.kind !== 'call' || inner.called.text !== 'min')
    return null
  const [high, value] = inner.args
  return high?.kind === 'number' && value ? { value, low, high } : null
}

/** Of two functions what they make together: a value between two limits, the first working day after a day; null for any other. */
function sayTogether(call: Call, inner: (node: Node) => string, by: string): Said | null {
  const within = withinLimits(call)
  if (within) {
    const said = { value: inner(within.value), low: inner(within.low), high: inner(within.high) }
    return { ...phrase(t('reasoning.calculation.limited', said)), of: 'number' }
  }
  const [day] = call.args
  const before = call.called.text === 'next_business_day' && day ? dayBefore(day) : null
  return before
    ? { ...phrase(t('reasoning.calculation.workingDayAfter', { one: inner(before), by })), of: 'date' }
    : null
}

function isWithin(node: Node): boolean {
  return node.kind === 'call' && withinLimits(node) !== null
}

/** They are of the kind of what they compare. */
const EXTREMES: ReadonlySet<string> = new Set(['max', 'min'])

/** The day that one day is added to; null for anything else. */
function dayBefore(node: Node): Node | null {
  if (node.kind !== 'call' || node.called.text !== 'add_days') return null
  const [day, days] = node.args
  return day && days?.kind === 'number' && days.text === '1' ? day : null
}

/** With no brackets that the order of operations does without. */
function sayArithmetic(operator: string, first: Node, second: Node, say: (node: Node) => Said): Said {
  const known = shortened(operator, first, second, say)
  if (known) return known
  const [left, right] = [say(first), say(second)]
  const isProduct = operator === '*' || operator === '/'
  const isBareLeft = left.arithmetic === 'product' || (left.arithmetic === 'sum' && !isProduct)
  const isBareRight = right.arithmetic === 'product' && !isProduct
  const sides = [isBareLeft ? left.text : bracketed(left), isBareRight ? right.text : bracketed(right)]
  const text = sides.join(` ${operator.replace('*', '×')} `)
  return { text, isWhole: false, arithmetic: isProduct ? 'product' : 'sum' }
}

/** The two, as what they are compared, where that is known. */
function extreme({ one, other, of }: Parts, which: 'greatest' | 'least'): string {
  const as = of.includes('date') ? 'day' : of.includes('number') ? 'number' : 'either'
  return t(`reasoning.calculation.${which}.${as}`, { one, other })
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
