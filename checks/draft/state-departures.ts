import { isSaidInPast } from '../../text/past-words.ts'
import { areInTurn, excludes, isLasting, isSameState, type State } from '../../text/states.ts'
import { countNegations } from '../../text/negation.ts'
import { overlaps } from '../../text/spans.ts'
import { isDay, isSameValue, occurrences, type Statement } from '../claim-statement.ts'
import type { ReadPlace } from '../confirm.ts'
import { departure, type Departure } from './departure.ts'
import { isOfPart } from './innocent-opposites.ts'

/** The states of a sentence that a place has not, with the one of the place that excludes it and is `meant` of the same thing. */
export function otherStates(
  claim: Statement,
  { said, text }: Pick<ReadPlace, 'said' | 'text'>,
  isMeant: (state: State, other: State) => boolean,
): readonly Departure[] {
  return claim.states.flatMap((state) => {
    if (said.states.some((one) => isSameState(one, state))) return []
    const other = said.states.find((one) => excludes(state, one) && isMeant(state, one))
    if (other && isOfPart(claim.text, state) && isOfPart(text, other)) return []
    return other ? [departure('state', state, other, { sentence: claim.text, text })] : []
  })
}

/**
 * Whether a place gives a state to the thing that it is about, where no words are in common to hold against each other. Of a row or a line
 * of a list only what a cell says alone: "aspirin stopped" beside warfarin, and "was stopped on admission", are of something else.
 */
export function isOfThing(state: State, place: Pick<ReadPlace, 'kind' | 'said' | 'text'>): boolean {
  if (!hasCells(place)) return true
  const { said, text } = place
  const start = Math.max(...[...'\t|:'].map((mark) => text.lastIndexOf(mark, state.start - 1))) + 1
  const ends = [...'\t|'].map((mark) => text.indexOf(mark, state.end)).filter((end) => end >= 0)
  const end = Math.min(text.length, ...ends)
  return said.terms.every((term) => term.end <= start || term.start >= end)
}

/** A row of a table, or a line of a list: "Naproxen: stopped". */
export function hasCells({ kind }: Pick<ReadPlace, 'kind'>): boolean {
  return kind === 'row' || kind === 'item'
}

/**
 * Whether a place denies less than a sentence affirms: who "has not paid the rent for June" may have paid the rent, and a company that
 * "has no employees in Germany" may have some.
 */
export function deniesLess(claim: Statement, { said }: Pick<ReadPlace, 'said'>): boolean {
  if (countNegations(said.text) <= countNegations(claim.text)) return false
  const shared = said.terms.filter((term) => occurrences(term, claim.terms).length > 0)
  const last = Math.max(0, ...shared.map(({ end }) => end))
  const end = said.text.slice(last).search(SENTENCE_END)
  const stop = end < 0 ? said.text.length : last + end
  const rest = [...said.text.slice(last, stop).matchAll(REFERENCE)].map(({ 0: words, index }) => ({
    start: last + index,
    end: last + index + words.length,
  }))
  return [...said.terms, ...said.values].some(
    (one) => one.start >= last && one.start < stop && !rest.some((reference) => overlaps(reference, one)),
  )
}

/** "(clause 12.3)", "(lease, page 6)": where it is from, and nothing that is denied. */
const REFERENCE =
  /\([^()]{0,40}?(?:clauses?|sections?|articles?|paragraphs?|schedules?|pages?|pp?\.|cl\.|s\.|§+|Ziff(?:er|\.)|Klausel|Abschnitt|Seite|S\.|Art(?:ikel|\.)|Abs\.)[^()]{0,40}\)/giu

const SENTENCE_END = /[.;!?](?:\s|$)/u

type Said = { readonly statement: Statement; readonly state: State }

/**
 * Whether a thing can only be in one of two states, as they are said: states of which the one may come after the other exclude each other
 * on one day, or where the one that lasts is said of the present. "Ramipril was started" and "Ramipril was increased" are both true of
 * one course, "The rent was owed" and "The rent was paid" of one rent.
 */
export function areAtOneTime(one: Said, other: Said): boolean {
  if (!areInTurn(one.state, other.state)) return true
  const isOfNow = ({ state, statement }: Said) => isLasting(state) && !isSaidInPast(statement.text, state)
  return isOfNow(one) || isOfNow(other) || areOfOneDay(one.statement, other.statement)
}

function areOfOneDay(one: Statement, other: Statement): boolean {
  return one.values
    .filter(isDay)
    .some((day) => other.values.some((its) => isDay(its) && isSameValue(day, one, its, other)))
}

/**
 * Whether all states that a place gives otherwise than a sentence may be those of another time. A row of a table gives what a thing has
 * come to: "Furosemide | Increased" leaves no time at which it was decreased, but one at which it was started.
 */
export function isOfOtherTimes(claim: Statement, { said, kind }: Pick<ReadPlace, 'said' | 'kind'>): boolean {
  const isOutcome = (state: State) => kind === 'row' && state.state !== 'started'
  const pairs = claim.states.flatMap((state) =>
    said.states
      .filter((other) => excludes(state, other))
      .map((other) => isOutcome(state) || areAtOneTime({ statement: claim, state }, { statement: said, state: other })),
  )
  return pairs.length > 0 && !pairs.includes(true)
}
