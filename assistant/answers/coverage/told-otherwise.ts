import { freshValues, hasAnswerType } from '../../../checks/answer-type.ts'
import { termsThere } from '../../../checks/asked-parts.ts'
import { isSameKind, isSameValue, stateWords, type Term } from '../../../checks/claim-statement.ts'
import { isConditional } from '../../../checks/qualified-alike.ts'
import type { Claim } from '../../../contract/answers/answer.ts'
import { asksPrice } from '../../../text/amounts-asked.ts'
import { dayInName, documentDay } from '../../../text/document-day.ts'
import { saysFormer } from '../../../text/past-words.ts'
import { countDenials } from '../../../text/negation.ts'
import { asksOfNow, asksOfPresent, isOfHaving } from '../../../text/questions.ts'
import { altersAmount, endsWhatWas, isSameState, type State } from '../../../text/states.ts'
import { isSameWord } from '../../../text/word-forms.ts'
import { confirmedOf, isAnswerTo, OF_ONE_VALUE, ofAsked, type Relied } from './answered-parts.ts'
import { type Quotable, textKey } from './quotable-places.ts'
import { type Asked, type Asking, isOf } from './read-question.ts'

const NEVER = '9999-12-31'
/** So many of the places that tell otherwise are quoted beside the sentence. */
const SHOWN_AT_MOST = 2

/**
 * The parts asked of the present that a sentence answers while another place tells otherwise: "She takes ramipril" of a letter in August, and
 * "Ramipril: stopped" of one in October.
 */
export function toldOtherwise(
  claims: readonly Claim[],
  asking: Asking,
): readonly { readonly asked: Asked; readonly places: readonly Quotable[] }[] {
  const confirmed = confirmedOf(claims, asking)
  const days = new Map<string, string | null>()
  const nameOf = (id: string) => asking.passages.find(({ documentId }) => documentId === id)?.document ?? ''
  const dayOf = (id: string) => {
    if (!days.has(id)) days.set(id, documentDay(asking.textOf(id), NEVER) ?? dayInName(nameOf(id)))
    return days.get(id) ?? null
  }
  return asking.asked.flatMap((one) => {
    const { part } = one
    if (!asksOfPresent(part.text) || part.asked.values.length > 0) return []
    const own = ofAsked(one, confirmed).filter((sentence) => isAnswerTo(one, sentence, asking))
    const quoted = new Set(own.map(({ key }) => key))
    const among = asking.quotables.filter(isOf(one, asking)).filter(({ at }) => !quoted.has(textKey(at)))
    const places = among
      .map((other) => ({
        other,
        sureness: Math.max(
          0,
          ...own.map((sentence) => howOtherwise(one, sentence, { other, order: orderOf(sentence, other, dayOf) })),
        ),
      }))
      .filter(({ sureness }) => sureness > 0)
      .toSorted((a, b) => b.sureness - a.sureness)
    const each = [...new Map(places.map(({ other }) => [textKey(other.at), other])).values()]
    return each.length === 0 ? [] : [{ asked: one, places: each.slice(0, SHOWN_AT_MOST) }]
  })
}

/** Of the documents of a place and a sentence; `open`: a day is not known, or both are of one. */
type Order = 'later' | 'earlier' | 'open'

function orderOf({ documentId: mine }: Relied, { documentId }: Quotable, dayOf: (id: string) => string | null): Order {
  const [own, theirs] = [mine === null ? null : dayOf(mine), dayOf(documentId)]
  if (own === null || theirs === null || own === theirs) return 'open'
  return theirs > own ? 'later' : 'earlier'
}

type Rival = { readonly other: Quotable; readonly order: Order }

/**
 * How surely a place tells otherwise, 0 to 3: by an end, against a sentence of whatever day that is not known to be later; by another amount, or
 * by saying itself that it is not so, only in a later document.
 */
function howOtherwise(one: Asked, sentence: Relied, { other, order }: Rival): number {
  const named = order === 'earlier' ? [] : thingsTold(one, sentence)
  const areIn = (there: readonly Term[]) => named.length > 0 && named.every((term) => there.includes(term))
  if (!areIn(termsThere(one.part, other)) || isConditional(other.said.text)) return 0
  const isOfValue = order === 'later' && OF_ONE_VALUE.has(one.part.wants)
  const isAfter = (state: State) => endsWhatWas(state) || (isOfValue && altersAmount(state))
  const isNew = (state: State) =>
    !sentence.said.states.some((own) => own.family === state.family && (isSameState(own, state) || endsWhatWas(own)))
  const isAsked = (state: State) => one.part.asked.states.some(({ family }) => family === state.family)
  if (statesOf(named, other).some((state) => isAfter(state) && isNew(state) && !isAsked(state))) return 3
  if (isOfValue && tellsOtherValue(one, sentence, other)) return 2
  const isTakenBack = isDenied(other.said.text) !== isDenied(sentence.said.text) || saysFormer(other.said.text)
  return order === 'later' && isTakenBack && areIn(termsThere(one.part, { ...other, around: other.said })) ? 1 : 0
}

function isDenied(text: string): boolean {
  return countDenials(text) > 0
}

/** What is asked about and the sentence names, apart from that it is taken or had, and how much of it. */
function thingsTold({ part }: Asked, sentence: Relied): readonly Term[] {
  const states = stateWords(part.asked)
  return termsThere(part, sentence).filter(
    ({ word }) => !isOfHaving(word) && !asksPrice(word) && !asksOfNow(word) && !states.includes(word),
  )
}

const ENDS = /[,;]|(?<!\p{L})(?:and|but|while|und|aber|et|mais|y|pero|e|ma|en|maar|i|ale)(?!\p{L})/iu

/** The states of the clause or row that names the things; of the whole place where it has but one: "Ramipril and warfarin were stopped". */
function statesOf(named: readonly Term[], { said }: Quotable): readonly State[] {
  const isRow = /[|\t]/.test(said.text)
  if (isRow || new Set(said.states.map(({ state }) => state)).size < 2) return said.states
  const names = said.terms.filter(({ word }) => named.some((term) => isSameWord(term.word, word)))
  return said.states.filter(({ start, end }) =>
    names.some((name) => {
      const [from, to] = name.start < start ? [name.end, start] : [end, name.start]
      return !ENDS.test(said.text.slice(from, to))
    }),
  )
}

function tellsOtherValue({ part }: Asked, { said: mine }: Relied, { said, ...other }: Quotable): boolean {
  if (!hasAnswerType(part, { said, ...other })) return false
  const values = freshValues(part, mine)
  const theirs = freshValues(part, said).filter((value) => values.some((own) => isSameKind(value, own)))
  return theirs.length > 0 && theirs.every((value) => !values.some((own) => isSameValue(own, mine, value, said)))
}
