import { sentenceCase, unitWords } from '../../wording/phrases.ts'
import type { Calculator } from './rule.ts'
import type { FactInput, FormRelation } from './fact.ts'
import type { Certainty } from './proof.ts'
import { t } from '../../wording/translate.ts'
import { withDates } from '../../wording/format-time.ts'
import { formatFigure } from '../../wording/figure.ts'
import { typedNumber } from '../../wording/typed-number.ts'

/** What a calculator asks for. */
export type CalculatorInput = Calculator['inputs'][number]

/** Whether it may have several values, such as closed days. */
export function holdsSeveral({ args, unique }: CalculatorInput): boolean {
  const at = args.indexOf(null)
  return at >= 0 && (unique === null || unique.includes(at))
}

/** Whether what is said is an answer to it, whatever its value. */
export function isAnswerTo({ relation, args }: CalculatorInput, said: FactInput): boolean {
  return said.relation === relation && args.every((arg, at) => arg === null || arg === said.args[at])
}

const WORD = /[\p{L}\p{N}]+/gu

/** A relation by its label, else as people write it, its abbreviations with the capitals that its sentence has: "PaO2", "QT interval", "GCS". */
export function relationName({ relation, label, say }: Pick<FormRelation, 'relation' | 'label' | 'say'>): string {
  if (label !== null) return label
  const said = say.match(WORD) ?? []
  return relation
    .split('_')
    .map((word) => {
      const spelt = said.find((other) => other.toLowerCase() === word)
      return spelt ?? (isInitials(word, said) ? word.toUpperCase() : word)
    })
    .join(' ')
}

/** "gcs" of "the Glasgow coma scale of …". Of two words it would be chance. */
function isInitials(word: string, said: readonly string[]): boolean {
  const initials = said.map((one) => one.charAt(0).toLowerCase()).join('')
  return word.length > 2 && !/[aeiouy]/.test(word) && initials.includes(word)
}

/** "Heart failure", "Weight", "Starts on (the Civil Procedure Rules)": what is asked, with the name of a closed list that it is about. */
export function inputLabel(input: CalculatorInput): string {
  const { args, places } = input
  const closed = places.flatMap((place, at) => {
    if (place.kind !== 'name' || place.open) return []
    return place.choices.find(({ name }) => name === args[at])?.label ?? []
  })
  if (closed.length === 0) return sentenceCase(relationName(input))
  // Two inputs about one name would otherwise read alike.
  return sentenceCase(args.includes(null) ? `${relationName(input)} (${closed.join(', ')})` : closed.join(', '))
}

/** The labels of all inputs of one calculator: the law stands behind one only where another input would read alike. */
export function inputLabels(inputs: readonly CalculatorInput[]): string[] {
  const short = inputs.map((input) =>
    input.args.includes(null) ? sentenceCase(relationName(input)) : inputLabel(input),
  )
  return inputs.map((input, at) => {
    const own = short[at] ?? ''
    return short.filter((other) => other === own).length > 1 ? inputLabel(input) : own
  })
}

type Answer = Pick<CalculatorInput, 'args' | 'places'> & {
  readonly value: string | null
  readonly holds: Certainty | null
}

/** An answer as people write it: the label of a code, "35 to 40 %", "not known"; null: there is none. */
export function answerWords({ args, places, value, holds }: Answer): string | null {
  if (value === null) return holds === null ? null : t(`proof.holds.${holds}`)
  const place = places[args.indexOf(null)]
  // Of what may have several values all of them.
  if (place?.kind === 'number') return value.split(', ').map(rangeWords).join(', ')
  if (place?.kind !== 'name') return withDates(value)
  return place.choices.find(({ name }) => name === value)?.label ?? value.replaceAll('_', ' ')
}

const AMOUNT = /^(?<low>-?\d[\d.]*?)(?:\.\.(?<high>-?\d[\d.]*))?(?: (?<unit>\S+))?$/u

/** A number or a range of a fact, `35..40 %`, as people read it in their language: "35 to 40 %". */
export function rangeWords(value: string): string {
  return rangeIn(value, formatFigure)
}

/** The same as people type it: `1500` and not `1.500`, which could be read in two ways. */
export function typedRange(value: string): string {
  return rangeIn(value, typedNumber)
}

function rangeIn(value: string, say: (number: string) => string): string {
  const { low, high, unit } = AMOUNT.exec(value)?.groups ?? {}
  if (low === undefined) return value
  const said = high === undefined ? say(low) : t('proof.range', { low: say(low), high: say(high) })
  return unit === undefined ? said : `${said} ${unitWords(unit)}`
}
