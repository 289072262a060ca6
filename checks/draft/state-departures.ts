import { excludes, isSameState, type State } from '../../text/states.ts'
import { countNegations } from '../../text/negation.ts'
import { isSameValue, occurrences, type Statement } from '../claim-statement.ts'
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
  const rest = said.text.slice(last).search(SENTENCE_END)
  const stop = rest < 0 ? said.text.length : last + rest
  return [...said.terms, ...said.values].some(({ start }) => start >= last && start < stop)
}

const SENTENCE_END = /[.;!?](?:\s|$)/u

/** What is done with a medicine on a day: it may have been increased before it was stopped. */
const ACTS = new Set(['started', 'restarted', 'stopped', 'withheld', 'increased', 'decreased', 'changed'])

export function areActs(...states: readonly State[]): boolean {
  return states.every(({ family, state }) => family === 'course' && ACTS.has(state))
}

/** Whether a sentence and a place speak of what was done on days that are not the same: another act each, which may both be true. */
export function areOfOtherDays(claim: Statement, { said }: Pick<ReadPlace, 'said'>): boolean {
  const isOtherAct = (state: State) => said.states.some((one) => one.state !== state.state && areActs(one, state))
  if (!claim.states.some(isOtherAct)) return false
  const [days, others] = [claim, said].map((one) => one.values.filter((value) => isDay(value, one)))
  if (!days?.length || !others?.length) return false
  return !days.some((day) => others.some((other) => isSameValue(day, claim, other, said)))
}

/** A date, or a year: "in 2019". */
function isDay({ kind, start, end }: Statement['values'][number], { text }: Statement): boolean {
  return kind === 'date' || YEAR.test(text.slice(start, end))
}

const YEAR = /^(?:19|20)\d\d$/u
