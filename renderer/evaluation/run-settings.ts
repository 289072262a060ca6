import type { RunSettings } from '../../contract/evaluation.ts'

/** What is left out of a run, to see what it is worth; each is a run of its own beside the whole one. */
export const ABLATIONS = {
  passages: 'without documents (closed book)',
  rules: 'without rules',
  cards: 'without cards',
  options: 'with the options of multiple-choice questions hidden',
} as const
export type Ablation = keyof typeof ABLATIONS

/** The comparisons first, so that the whole run is the newest, and shown. */
export function runSettings(sample: number | null, without: readonly Ablation[]): readonly RunSettings[] {
  const whole: RunSettings = {
    passages: 'on',
    rules: 'on',
    cards: 'on',
    options: 'shown',
    sample,
    seed: 0,
    model: null,
  }
  const off = { passages: 'off', rules: 'off', cards: 'off', options: 'hidden' } as const
  return [...without.map((one): RunSettings => ({ ...whole, [one]: off[one] })), whole]
}
