import { countNegations } from '../../text/negation.ts'
import { splitSentences } from '../../text/sentences.ts'
import { excludes, type State } from '../../text/states.ts'
import { isSameWord } from '../../text/word-forms.ts'
import { isSameValue, type Statement, statementOf } from '../claim-statement.ts'
import type { Place } from '../places.ts'
import { isConditional } from '../qualified-alike.ts'
import type { Lexicon } from '../quotes/harmless-slip.ts'
import { departure, type Departure } from './departure.ts'
import { areAtOneTime } from './state-departures.ts'

type Stated = { readonly place: Place; readonly state: State; readonly at: string }

/**
 * The state of the one medicine that a sentence speaks of, where a page gives another one beside it: in the line above a list, the head
 * of a column, the label of its line, or in the next sentence ("It was stopped on 3 June"). None where any place gives it a state that goes
 * with the sentence.
 */
export function stateElsewhere(
  claim: Statement,
  places: readonly Place[],
  lexicon: Lexicon,
): { readonly place: Place; readonly departure: Departure } | null {
  const [thing, ...others] = claim.terms
  const [state, ...states] = claim.states
  // "Continued unchanged" is one state in two words.
  const areOne = states.every((other) => other.family === state?.family && !excludes(state, other))
  if (!thing || !state || others.length > 0 || !areOne || !lexicon.isMedical(thing.word)) return null
  if (countNegations(claim.text) > 0 || isConditional(claim.text)) return null
  const naming = places.filter(({ text }) => text.toLowerCase().includes(thing.word))
  const stated = naming.flatMap((place) => statesBeside(place, thing.word, lexicon))
  const said = naming.filter(({ kind }) => kind !== 'two-sentences').flatMap(({ text }) => statementOf(text).states)
  const isOpen = [...stated.map((one) => one.state), ...said].some(
    (one) => one.family === state.family && !one.isDenied && !excludes(state, one),
  )
  const found = stated.find(
    (one) =>
      hasValues(claim, one.place) &&
      areAtOneTime(
        { statement: claim, state },
        { statement: statementOf(one.place.kind === 'two-sentences' ? one.at : one.place.text), state: one.state },
      ),
  )
  if (!found || isOpen) return null
  return {
    place: found.place,
    departure: departure('state', state, found.state, { sentence: claim.text, text: found.at }),
  }
}

function hasValues(claim: Statement, { text }: Place): boolean {
  const said = statementOf(text)
  return claim.values.every((value) => said.values.some((other) => isSameValue(value, claim, other, said)))
}

function statesBeside(place: Place, thing: string, lexicon: Lexicon): readonly Stated[] {
  const at = (text: string, state: State | null): readonly Stated[] => (state ? [{ place, state, at: text }] : [])
  if (place.kind === 'two-sentences') {
    const second = nextSentence(place.text, thing, lexicon)
    return at(second, second === '' ? null : onlyState(second))
  }
  if (place.kind === 'row') {
    const head = columnOf(place, thing)
    return at(head, plainState(head))
  }
  return place.kind === 'item' ? statesOfItem(place, thing) : []
}

function statesOfItem(place: Place, thing: string): readonly Stated[] {
  const at = (text: string, state: State | null): readonly Stated[] => (state ? [{ place, state, at: text }] : [])
  const [, own = '', list = ''] = LABELLED.exec(place.text) ?? []
  if (own !== '') return isListed(thing, list) ? at(own, plainState(own)) : []
  const state = onlyState(place.text)
  // "Aspirin 100 mg (stopped)".
  if (state && isOnlyThing(thing, place.text)) return at(place.text, state)
  return isListed(thing, place.text) ? at(place.label, plainState(place.label)) : []
}

const LABELLED = /^([^:\n]{3,60}):\s*(\S.*)$/su

/** Whether the thing is an entry of a list, alone but for its dose. */
function isListed(thing: string, list: string): boolean {
  return list.split(/[,;\n]|\s(?:and|und|et|y|e|en|i)\s/u).some((entry) => isAlone(thing, entry))
}

function isAlone(thing: string, text: string): boolean {
  return statementOf(text).states.length === 0 && isOnlyThing(thing, text)
}

function isOnlyThing(thing: string, text: string): boolean {
  const { terms } = statementOf(text)
  return terms.length === 1 && terms.every(({ word }) => isSameWord(word, thing))
}

/** What a list of medicines may be called beside its state. */
const GENERIC = new Set(
  `medicine medicines medication medications drug drugs treatment treatments tablets list the was were been have has medikament medikamente
   medikation arzneimittel therapie wurde wurden médicament médicaments traitement medicamento medicamentos farmaco farmaci terapia
   medicatie geneesmiddelen leki lek`.split(/\s+/),
)

/** The state that a label gives to all below it, where it says nothing else: "Medicines stopped:". */
function plainState(label: string): State | null {
  const state = onlyState(label)
  if (!state) return null
  const rest = `${label.slice(0, state.start)} ${label.slice(state.end)}`
  return (rest.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => GENERIC.has(word)) ? state : null
}

function onlyState(text: string): State | null {
  const [state, ...others] = statementOf(text).states
  return state && others.length === 0 && countNegations(text) === 0 && !isConditional(text) ? state : null
}

/** The head of the column in which the thing is alone. */
function columnOf({ text, head }: Place, thing: string): string {
  const cells = (row: string) => row.split(/[|\t]/u)
  const column = cells(text).findIndex((cell) => isAlone(thing, cell))
  const [heads = ''] = head.split('\n').slice(-1)
  return column < 0 || cells(heads).length !== cells(text).length ? '' : (cells(heads)[column]?.trim() ?? '')
}

const GOES_ON =
  /^(?:It|This(?: (?:drug|medicine|medication))?|The (?:drug|medicine|medication|tablets?)|Es|Dieses|Das (?:Medikament|Mittel|Präparat))\s+(?:was|has been|is|wurde|ist|war)\s/u

/** The second of two sentences, where it goes on about the one medicine of the first; else nothing. */
function nextSentence(text: string, thing: string, lexicon: Lexicon): string {
  const [first, second] = splitSentences(text.replaceAll('\n', ' ')).map(({ start, end }) => text.slice(start, end))
  if (!first || !second || !GOES_ON.test(second)) return ''
  const medicines = statementOf(first).terms.filter(({ word }) => lexicon.isMedical(word))
  return medicines.length > 0 && medicines.every(({ word }) => isSameWord(word, thing)) ? second : ''
}
