import { optionChosen } from './option-choice.ts'
import { share } from './retrieval-metrics.ts'

const LABELS: readonly string[] = ['yes', 'no', 'maybe']

type Labelled = { readonly gold: string | null; readonly answer: string; readonly options?: readonly string[] }

/**
 * Share of right labels among the questions whose gold answer is nothing but yes, no or maybe, as in PubMedQA, or
 * one of the options that come with them; null without such questions. An answer without a label, or with more than one that it does not begin with, is wrong.
 */
export function labelAccuracy(answered: readonly Labelled[]): number | null {
  const labelled = answered.filter((one) => goldLabel(one.gold) !== null || isOption(one))
  return labelled.length === 0 ? null : share(labelled, isRightLabel)
}

function isOption({ gold, options }: Labelled): boolean {
  return gold !== null && (options?.includes(gold) ?? false)
}

function isRightLabel({ gold, answer, options }: Labelled): boolean {
  if (options && gold !== null && options.includes(gold)) return optionChosen(answer, options) === gold
  return labelIn(answer) === goldLabel(gold)
}

export function goldLabel(gold: string | null): string | null {
  const word = gold?.trim().toLowerCase().replace(/\.$/, '')
  return LABELS.find((label) => label === word) ?? null
}

/** The label that an answer begins with, else the only one that stands in it. */
export function labelIn(answer: string): string | null {
  const words: readonly string[] = answer.toLowerCase().match(/\p{L}+/gu) ?? []
  const found = LABELS.filter((label) => words.includes(label))
  return found.find((label) => label === words[0]) ?? (found.length === 1 ? (found[0] ?? null) : null)
}
