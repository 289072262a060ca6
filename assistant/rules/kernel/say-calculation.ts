import type { Vocabulary } from '../../../kb/program/vocabulary.ts'

/** How the functions of days read; the others are known from formulas and stay as they are written. */
const FUNCTIONS: Readonly<Record<string, (...args: string[]) => string>> = {
  years_between: (from, to) => `the full years from ${from} to ${to}`,
  months_between: (from, to) => `the full months from ${from} to ${to}`,
  days_between: (from, to) => `the days from ${from} to ${to}`,
  add_days: plus,
  add_months: plus,
  add_years: plus,
  end_of_month: (day) => `the last day of the month of ${day}`,
  end_of_year: (day) => `the last day of the year of ${day}`,
  business_days_after: (day, count = '') => {
    const many = count.replace(/ days$/, '')
    return many.startsWith('-') ? `${many.slice(1)} working days before ${day}` : `${many} working days after ${day}`
  },
  business_days_between: (from, to) => `the working days from ${from} to ${to}`,
  next_business_day: (day) => `${day}, or the next working day`,
  previous_business_day: (day) => `${day}, or the working day before`,
  max: (one, other) => `the greater or later of ${one} and ${other}`,
  min: (one, other) => `the smaller or earlier of ${one} and ${other}`,
}
const OPERATORS: Readonly<Record<string, string>> = {
  ':=': 'is',
  '>=': 'is at least',
  '<=': 'is at most',
  '>': 'is more than',
  '<': 'is less than',
  '!=': 'is not',
  '=': 'is',
}

/** A comparison or an assignment as its author wrote it, in words: "the age is at least 65 years". */
export function sayCalculation(text: string, mention: (variable: string) => string, vocabulary: Vocabulary): string {
  const named = text.replace(/\?[\p{L}_][\p{L}\p{N}_]*/gu, (variable) => mention(variable.slice(1)))
  return withFunctions(named)
    .replace(/ (:=|>=|<=|!=|>|<|=) /, (_, operator: string) => ` ${OPERATORS[operator]} `)
    .replace(/\b[a-z]+(?:_[a-z0-9]+)+\b/g, (name) => labelOf(name, vocabulary))
}

/** From the inside out. */
function withFunctions(text: string): string {
  const inner = /\b(?<name>[a-z_]+)\((?<args>[^()]*)\)/
  let said = text
  for (let found = inner.exec(said); found; found = inner.exec(said)) {
    const { name = '', args = '' } = found.groups ?? {}
    const say = FUNCTIONS[name]
    // What stays a function is hidden from the search until the end.
    const words = say ? say(...args.split(/,\s*/)) : `${name}⟨${args}⟩`
    said = said.slice(0, found.index) + words + said.slice(found.index + found[0].length)
  }
  return said.replaceAll('⟨', '(').replaceAll('⟩', ')')
}

function plus(day: string | undefined, count: string | undefined): string {
  return count?.startsWith('-') ? `${day} minus ${count.slice(1)}` : `${day} plus ${count}`
}

/** The label of a name of a closed list. */
function labelOf(name: string, { names }: Vocabulary): string {
  for (const { labels } of names.values()) {
    const label = labels.get(name)
    if (label !== undefined) return label
  }
  return name.replaceAll('_', ' ')
}
