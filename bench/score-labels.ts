import * as z from 'zod'
import type { Outcome } from '../contract/evaluation/evaluation.ts'
import { type AgreementTable, cohensKappa } from '../assistant/statistics/paired-statistics.ts'
import { rounded } from './rounded.ts'
import { wilson } from './wilson.ts'

/** How a careful reader judged an answer; the last two are of questions that nothing answers. */
const Label = z.enum(['right', 'half', 'wrong', 'refused', 'right-refusal', 'should-refuse'])
export type Label = z.infer<typeof Label>

/** An answer that was read and labelled by hand; its text stays where the data is, so only its hash is here. */
export const LabelledAnswer = z.strictObject({
  set: z.string(),
  question: z.string(),
  model: z.string(),
  seed: z.number().int(),
  label: Label,
  /** Of the whole answer, in hex. */
  sha256: z.string(),
  /** Rules were mended while looking at the answers of the first half; the second was only counted. */
  half: z.enum(['first', 'second']),
})
export type LabelledAnswer = z.infer<typeof LabelledAnswer>

export type Compared = { readonly label: Label; readonly outcome: Outcome; readonly half: LabelledAnswer['half'] }

const LABELS = Label.options
/** Of questions that have an answer. */
const FOUR: readonly Label[] = ['right', 'half', 'wrong', 'refused']

/** How far the scorer agrees with the labels: on questions that have an answer, then on all, each for both halves and together. */
export function scoreLabels(compared: readonly Compared[]): readonly Readonly<Record<string, unknown>>[] {
  const answerable = compared.filter(({ label }) => FOUR.includes(label))
  return (['first', 'second', 'both'] as const).flatMap((half) => {
    const of = (all: readonly Compared[]) => all.filter((one) => half === 'both' || one.half === half)
    return [
      { half, of: 'answerable', ...agreement(of(answerable), FOUR) },
      { half, of: 'all', ...agreement(of(compared), LABELS) },
    ]
  })
}

function agreement(compared: readonly Compared[], labels: readonly Label[]) {
  const table: AgreementTable = labels.map((label) =>
    labels.map((outcome) => compared.filter((one) => one.label === label && labelOf(one.outcome) === outcome).length),
  )
  const agreed = compared.filter((one) => one.label === labelOf(one.outcome)).length
  const kappa = cohensKappa(table)
  return {
    n: compared.length,
    agreed,
    agreement: compared.length === 0 ? null : rounded(agreed / compared.length),
    agreementInterval: wilson(agreed, compared.length),
    kappa: kappa && rounded(kappa.kappa),
    kappaInterval: kappa && kappa.interval.map(rounded),
    labels,
    /** Rows: as labelled; columns: as scored. */
    table,
  }
}

function labelOf(outcome: Outcome): Label | null {
  if (outcome === 'wrong-refusal') return 'refused'
  return outcome === 'unjudged' ? null : outcome
}
