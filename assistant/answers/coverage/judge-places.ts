import type { AnswerEvent } from '../../../contract/answers/answer.ts'
import type { LanguageModel, PlaceOdds, Turn } from '../../../models/language-model.ts'
import { areIn } from '../../../text/languages.ts'
import { rowInWords } from '../claims/row-in-words.ts'
import { meanYesOverNo, OFFERS, type Offered } from '../draft/continuation-odds.ts'
import { mayTell } from './judge-parts.ts'
import type { Asked, Chance, Doubtful, Judged, JudgedParts } from './read-question.ts'
import { type Quotable, textKey } from './quotable-places.ts'

export type JudgedPlaces = { readonly judged: JudgedParts; readonly promptTokens: number; readonly calls: number }

/**
 * Asks the language model of each place whether it states the answer: some 60 tokens a place, where a draft reads 600. On 134 parts that
 * the rules leave open (77 of `samples/calibration`, on which the weights were chosen, the others of dragonball and covid_qa), 24 places were
 * sure, of which 21 hold a gold span and two more answer in other words, and 70 likely, of which 44 do; of places that it denies 8 %
 * (`CONSILIUM_BENCH_MODEL=… npm run bench -- page-answers` puts the same questions). A model whose word was not measured, in the
 * language of the question, is not asked.
 */
export async function* judgePlaces(
  doubtful: readonly Doubtful[],
  model: LanguageModel,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, JudgedPlaces, void> {
  const { placeOdds } = model.info
  const isMeasured = ({ asked, places }: Doubtful) =>
    placeOdds !== undefined &&
    areIn(
      placeOdds.languages,
      asked.part.text,
      places.map(({ place }) => place.at.place.text),
    )
  const questions = doubtful
    .filter(isMeasured)
    .flatMap(({ asked, places }) => places.map((one) => ({ place: one.place, ask: turnsFor(asked, one) })))
  if (!placeOdds || questions.length === 0) return { judged: new Map(), promptTokens: 0, calls: 0 }
  const sizes = await Promise.all(questions.map(({ ask }) => model.countTokens(ask(OFFERS[0]))))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const begun = performance.now()
  const yes = new Map<Quotable, number>()
  let done = 0
  for (const [at, { place, ask }] of questions.entries()) {
    const secondsLeft = done === 0 ? null : ((performance.now() - begun) / 1000 / done) * (total - done)
    yield { type: 'reading', done, total, secondsLeft }
    const odds = await meanYesOverNo(model.scoreApart, ask, signal).catch(unlessTooLong)
    if (odds !== null) yes.set(place, odds)
    done += sizes[at] ?? 0
  }
  const judged = new Map(doubtful.map((one) => [one.asked, judgedWith(one, yes, placeOdds)]))
  return { judged, promptTokens: total, calls: yes.size * OFFERS.length }
}

/** A place that is too long for the model is not judged. */
function unlessTooLong(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'TOO_LONG') return null
  throw error
}

function judgedWith(
  { asked: { part }, judged, places }: Doubtful,
  yes: ReadonlyMap<Quotable, number>,
  placeOdds: PlaceOdds,
): Judged {
  const ranked = places
    .flatMap(({ place }) => {
      const own = yes.get(place)
      if (own === undefined) return []
      const key = textKey(place.at)
      const odds = own + placeOdds.rerankerWeight * (judged.odds.get(key) ?? -Infinity)
      return { place, key, odds, chance: chanceOf(own, odds, placeOdds) }
    })
    .toSorted((one, other) => other.odds - one.odds)
  const chances = new Map([
    ...judged.chances,
    ...ranked.map(({ key, odds, chance }) => [key, { odds, chance }] as const),
  ])
  const [best] = ranked
  if (!best) return judged
  const isSure = best.chance === 'sure' && mayTell(part, best.place)
  return { ...judged, nearest: isSure ? best.place : null, chances }
}

function chanceOf(yes: number, odds: number, { denied, likely, sure }: PlaceOdds): Chance {
  if (yes < denied) return 'denied'
  if (odds < likely) return 'unlikely'
  if (yes < 0) return 'possible'
  return odds >= sure ? 'sure' : 'likely'
}

function turnsFor(
  { part }: Asked,
  { place, document }: Doubtful['places'][number],
): (offered: Offered) => readonly Turn[] {
  const pair = `Question: ${part.text}\nText from "${document}": ${withItsHeading(place, part.text)}`
  return (offered) => [
    { role: 'system', text: 'You check whether a text answers a question.' },
    { role: 'user', text: `${pair}\nDoes the text state the answer to the question? Reply ${offered}.` },
  ]
}

/** The end of longer places is not read. */
const CHARACTERS_AT_MOST = 900
const MARKS = /^[\s#*_|]+|[\s#*_|:]+$/g

/** The heading or label nearest to it, and the place as it is read: a row with the names of its columns. */
function withItsHeading({ at: { place }, headings }: Quotable, question: string): string {
  const isRow = place.kind === 'row'
  const text = (isRow ? rowInWords(place.text, place.label, question) : null) ?? place.text
  const heading = headings.filter((one) => !isRow || one !== place.label).at(-1) ?? ''
  return [heading.replaceAll(MARKS, ''), text.replace(/\s+/g, ' ').trim().slice(0, CHARACTERS_AT_MOST)]
    .filter(Boolean)
    .join('. ')
}
