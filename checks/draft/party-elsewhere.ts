import { countNegations } from '../../text/negation.ts'
import { isSameWord } from '../../text/word-forms.ts'
import { type Statement, statementOf, type Term } from '../claim-statement.ts'
import type { Place } from '../places.ts'
import { departure, type DepartingPlace } from './departure.ts'
import { caseBefore, isOtherParty, isParty } from './party-roles.ts'

/** A part of the words of the sentence that the place need not have: "Clause 11.2 obliges the Tenant to …". */
const OWN_AT_MOST = 0.25
const TERMS_AT_LEAST = 2

/**
 * The place that says of the other party all that a short sentence says of one: "The Tenant shall repair the roof" of "The Landlord shall repair the roof", in any
 * order of the words. None where a place says it of this party too, or where one does it and the other has it done.
 */
export function partyElsewhere(claim: Statement, places: readonly Place[]): DepartingPlace | null {
  const mine = onlyParty(claim)
  if (!mine || claim.terms.some(({ word }) => OF_BOTH.some((one) => isSameWord(one, word)))) return null
  const rest = claim.terms.filter((term) => term !== mine)
  const near = places.flatMap((place) => {
    if (place.kind === 'two-sentences') return []
    const said = statementOf(place.text)
    const shared = rest.filter(({ word }) => said.terms.some((term) => isSameWord(term.word, word)))
    return rest.length - shared.length > OWN_AT_MOST * rest.length ? [] : [{ place, said }]
  })
  if (near.some(({ said }) => said.terms.some(({ word }) => isSameWord(word, mine.word)))) return null
  for (const { place, said } of near) {
    const theirs = onlyParty(said)
    if (!theirs || !isOtherParty(mine.word, theirs.word) || !isAllIn(said, theirs, rest)) continue
    if (
      caseBefore(claim.text, mine.start) !== caseBefore(said.text, theirs.start) ||
      countNegations(said.text) !== countNegations(claim.text)
    )
      continue
    return { place, departure: departure('name', mine, theirs, { sentence: claim.text, text: place.text }) }
  }
  return null
}

/** What both sides do: that one of them did it says nothing of the other. */
const OF_BOTH =
  'sign agree accept attend receive settle consent confirm appear read know live travel speak unterschrieb unterzeichnet unterschreiben zustimmen stimmte vereinbarte akzeptierte erschien erhielt'.split(
    ' ',
  )

function onlyParty({ terms }: Statement): Term | null {
  const [party, ...others] = terms.filter(({ word }) => isParty(word))
  return party && others.length === 0 ? party : null
}

function isAllIn({ terms }: Statement, party: Term, rest: readonly Term[]): boolean {
  const own = terms.filter((term) => term !== party)
  return own.length >= TERMS_AT_LEAST && own.every(({ word }) => rest.some((term) => isSameWord(term.word, word)))
}
