import type { Decimal } from '../values/decimal.ts'

/** The words that rules and facts may use. Keyed by user text, therefore maps and never plain objects. */
export type Vocabulary = {
  readonly relations: ReadonlyMap<string, Relation>
  readonly names: ReadonlyMap<string, NameType>
  readonly calendars: ReadonlyMap<string, Calendar>
  readonly phrases: Phrases
}

/** What sentences become when they are filled with names, in a language whose words change their form. */
export type Phrases = {
  /** Sentences that have words of their own for a name: by how they would be filled else. */
  readonly sentences: ReadonlyMap<string, string>
  /** Words that are not said as they come together: "in der Sache die Sache". */
  readonly joined: ReadonlyMap<string, string>
}

export type Relation = {
  readonly name: string
  readonly places: readonly Place[]
  /** Indexes of the places that decide the others: two values for one key are a conflict. Null: any number of values. */
  readonly unique: readonly number[] | null
  /** `ask`: what is not recorded is not known. `no`: what is not recorded is not so, and the proof says so. */
  readonly absent: 'no' | 'ask'
  /** Another way to record what other facts say as well (a stated age, a day of birth): that it is not recorded goes without saying. */
  readonly alternative: boolean
  /** Of several dated values for one key the latest on the day of the question counts; the others keep their date. */
  readonly latest: boolean
  /** The sentence, with `{0}`, `{1}` … for the places. */
  readonly say: string
  /** The sentence when it does not hold; null: `say` with "not so:" before it. */
  readonly sayNot: string | null
  /** The question put to the user when it is missing; null: made from `say`. */
  readonly ask: string | null
  /** What a user might ask that this relation answers. Only such relations are goals. */
  readonly asks: readonly string[]
  /** How documents name the day or period that it concludes, in any language: "limitation period", "{0} must be filed". */
  readonly called: readonly string[]
  /** The place by which conclusions are ranked, highest first: candidates by their weight. */
  readonly rankedBy: number | null
  /** The title under which it is offered as a calculator; only with a unique key. Null: it is none. */
  readonly calculator: string | null
  /** What it is called in a form: "Date of birth"; null: by its name. */
  readonly label: string | null
  /** The heading under which the form shows it. */
  readonly group: string | null
  readonly pack: string
}

export type Place =
  | { readonly kind: 'name'; readonly type: string }
  | {
      readonly kind: 'number'
      /** A unit of `kb/units`; null: a bare number. */
      readonly unit: string | null
      /** What is measured; conversion between mass and amount goes by its molar mass and by nothing else. */
      readonly substance: string | null
      /** What is possible at all; an unknown value lies between them. Null: no bound. */
      readonly from: Decimal | null
      readonly to: Decimal | null
      /** Digits behind the point that a sentence says of it; null: as many as it has, or few where it never ends. */
      readonly decimals: number | null
    }
  | { readonly kind: 'date' }

export type NameType = {
  readonly name: string
  /** True: any name may be used (patients, contracts). False: only those of `labels`. */
  readonly open: boolean
  /** Name to what users read, in the author's order. */
  readonly labels: ReadonlyMap<string, string>
  readonly said: NameTypeWords
}

/** How sentences name one of a type that is not named: "the patient", "any patient", "no patient", "another patient …". */
export type NameTypeWords = {
  readonly the: string
  readonly any: string
  readonly no: string
  readonly another: string
}

/** Which days are working days. Days outside `from` to `to` are an error, never a guess. */
export type Calendar = {
  readonly name: string
  readonly title: string
  /** ISO days of the week that are not worked, 1 Monday to 7 Sunday. */
  readonly weekend: ReadonlySet<number>
  /** Days since 1970-01-01 to the holiday's name. */
  readonly holidays: ReadonlyMap<number, string>
  readonly from: number
  readonly to: number
  readonly source: string | null
}
