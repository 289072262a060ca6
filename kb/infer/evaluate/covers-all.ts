import type { Condition, Expression, Part, Term } from '../../program/rule.ts'
import type { Vocabulary } from '../../program/vocabulary.ts'
import type { Decimal } from '../../values/decimal.ts'

type Atom = Extract<Condition, { kind: 'atom' }>
type Comparison = Extract<Condition, { kind: 'comparison' }>

export type Surroundings = {
  readonly vocabulary: Vocabulary
  /** Variables that have a value before the parts are judged. */
  readonly outer: ReadonlySet<string>
  /** Whether facts alone say it: what rules conclude may have no value at all. */
  readonly isInput: (relation: string) => boolean
}

/**
 * Whether one of these parts holds whatever is not known: they name each name of a closed list, or their limits leave out no number. So the
 * least that an item of Child-Pugh may give is 1, not 0.
 */
export function coversAll(parts: readonly Part[], surroundings: Surroundings): boolean {
  return parts.length > 1 && (namesAll(parts, surroundings) || leavesNoNumberOut(parts, surroundings))
}

function namesAll(parts: readonly Part[], surroundings: Surroundings): boolean {
  const named = parts.map(({ when: [only, ...others] }) =>
    others.length === 0 ? valueAsked(only, surroundings) : null,
  )
  const [first] = named
  const type = first ? closedType(first, surroundings) : undefined
  if (!type || !named.every((one) => one?.rest === first?.rest)) return false
  const names = new Set(named.map((one) => (one?.value.kind === 'constant' ? nameIn(one.value) : null)))
  return [...type.labels.keys()].every((name) => names.has(name))
}

function nameIn({ value }: Extract<Term, { kind: 'constant' }>): string | null {
  return value.kind === 'name' ? value.name : null
}

function closedType({ relation, at }: Asked, { vocabulary: { relations, names } }: Surroundings) {
  const place = relations.get(relation)?.places[at]
  const type = place?.kind === 'name' ? names.get(place.type) : undefined
  return type?.open === false ? type : undefined
}

type Asked = { readonly relation: string; readonly at: number; readonly value: Term; readonly rest: string }

/** The one value of an input for somebody that is known; null for anything else. `rest`: all but the value. */
function valueAsked(condition: Condition | undefined, surroundings: Surroundings): Asked | null {
  if (condition?.kind !== 'atom' || condition.negated) return null
  const unique = keyOfInput(condition.relation, surroundings)
  if (unique === null || !unique.every((place) => isGiven(condition.terms[place], surroundings.outer))) return null
  const [asked, ...others] = condition.terms.flatMap((value, at) => (unique.includes(at) ? [] : [{ value, at }]))
  if (!asked || others.length > 0) return null
  return { relation: condition.relation, ...asked, rest: keyOf(condition, unique) }
}

/** The places that decide its value, of an input that has one even where nobody recorded it. */
function keyOfInput(relation: string, { vocabulary, isInput }: Surroundings): readonly number[] | null {
  const declared = vocabulary.relations.get(relation)
  return declared?.absent === 'ask' && isInput(relation) ? declared.unique : null
}

function isGiven(term: Term | undefined, outer: ReadonlySet<string>): boolean {
  return term?.kind === 'constant' || (term?.kind === 'variable' && outer.has(term.name))
}

function keyOf({ relation, terms }: Atom, unique: readonly number[]): string {
  return JSON.stringify([relation, unique.map((place) => terms[place])])
}

function leavesNoNumberOut(parts: readonly Part[], surroundings: Surroundings): boolean {
  const spans = parts.map((part) => spanOf(part, surroundings))
  const [first] = spans
  const known = spans.flatMap((span) => (span && span.of === first?.of ? [span] : []))
  return first != null && known.length === spans.length && isWhole(known)
}

/** From where to where a part counts; null: no limit on that side. `of`: of which value. */
type Span = { readonly of: string; readonly from: End | null; readonly to: End | null }
type End = { readonly number: Decimal; readonly isCounted: boolean }

function spanOf({ when }: Part, surroundings: Surroundings): Span | null {
  const atoms = when.filter((one) => one.kind === 'atom')
  const comparisons = when.filter((one) => one.kind === 'comparison')
  if (atoms.length > 1 || atoms.length + comparisons.length < when.length) return null
  const [atom] = atoms
  const asked = atom ? numberAsked(atom, surroundings) : null
  if (atom && !asked) return null
  const limits = comparisons.map((one) => limitIn(one, asked?.variable ?? null, surroundings))
  const span = between(limits.filter((one) => one !== null))
  return span === null || limits.includes(null) ? null : { ...span, of: asked?.rest ?? span.of }
}

/** The variable that takes the value of an input, where nothing else gives it one. */
function numberAsked(
  atom: Atom,
  surroundings: Surroundings,
): { readonly variable: string; readonly rest: string } | null {
  const asked = valueAsked(atom, surroundings)
  if (asked?.value.kind !== 'variable' || surroundings.outer.has(asked.value.name)) return null
  return { variable: asked.value.name, rest: asked.rest }
}

/** One limit on either side at most, all of one value. */
function between(limits: readonly Limit[]): Span | null {
  const [first] = limits
  const [upper, lower] = [true, false].map((side) => limits.filter(({ isUpper }) => isUpper === side))
  if (!first || !upper || !lower || upper.length > 1 || lower.length > 1) return null
  return limits.every(({ of }) => of === first.of)
    ? { of: first.of, from: lower[0]?.end ?? null, to: upper[0]?.end ?? null }
    : null
}

type Limit = { readonly of: string; readonly end: End; readonly isUpper: boolean }

/** Of `variable`, or where that is null of one that has a value already. */
function limitIn(
  { operator, left, right }: Comparison,
  variable: string | null,
  { outer }: Surroundings,
): Limit | null {
  const number = numberIn(right)
  if (left.kind !== 'variable' || number === null || operator === '=' || operator === '!=') return null
  if (variable === null ? !outer.has(left.name) : left.name !== variable) return null
  return {
    of: left.name,
    end: { number, isCounted: operator.endsWith('=') },
    isUpper: operator.startsWith('<'),
  }
}

function numberIn(expression: Expression): Decimal | null {
  if (expression.kind !== 'constant' || expression.value.kind !== 'number') return null
  return expression.value.low.equals(expression.value.high) ? expression.value.low : null
}

/** Whether each begins where those before it end at the latest, the first nowhere and the last without an end. */
function isWhole(spans: readonly Span[]): boolean {
  const [first, ...others] = spans.toSorted(byStart)
  if (!first || first.from !== null) return false
  let { to: reached } = first
  for (const { from, to } of others) {
    if (reached === null) return true
    if (from !== null && isGap(reached, from)) return false
    if (to === null || to.number.greaterThan(reached.number) || (to.number.equals(reached.number) && to.isCounted))
      reached = to
  }
  return reached === null
}

function byStart({ from: one }: Span, { from: other }: Span): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null)
  return one.number.comparedTo(other.number) || Number(other.isCounted) - Number(one.isCounted)
}

function isGap(end: End, start: End): boolean {
  return start.number.equals(end.number) ? !(start.isCounted || end.isCounted) : start.number.greaterThan(end.number)
}
