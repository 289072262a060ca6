import type { Calculator } from '../../contract/knowledge/rule.ts'

/** One input as the command line takes it: `58 kg`, `1948-02-11`, `female`, `yes`. */
export type TrialInput = { readonly input: Calculator['inputs'][number]; readonly written: string }

/** What is tried with one calculator: an example of its own pack, one input of it left out, and one that cannot be. */
export type Trial = {
  readonly calculator: Calculator
  /** The title of the example. */
  readonly example: string
  readonly asOf: string
  readonly inputs: readonly TrialInput[]
  /** What the example expects: a number, or the words or the day as they are shown. */
  readonly expected: readonly (number | string)[]
  /** What is left out, and the question that must then be asked; null: nothing of it is needed. */
  readonly missing: (TrialInput & { readonly question: string }) | null
  /** A number out of its bounds, or a day that does not exist; null: only lists and yes or no are asked for. */
  readonly impossible: TrialInput | null
  /** A number in the unit of something else; null: no number with a unit is asked for. */
  readonly wrongUnit: TrialInput | null
}

/** How it went, step by step: null where there was nothing to try, else what was wrong, empty for nothing. */
export type TrialResult = {
  readonly computes: string
  readonly asks: string | null
  readonly refuses: string | null
  readonly refusesUnit: string | null
}

/** Whether a result as it is shown says what the example expects, to the digits shown. */
export function saysExpected(shown: string, expected: Trial['expected']): boolean {
  const pattern = expected.map((one) =>
    typeof one === 'number' ? String.raw`(?:about )?(-?\d+(?:\.\d+)?)(?: \S+)?` : literally(one),
  )
  const found = new RegExp(`^${pattern.join(', ')}$`, 'u').exec(shown)
  const wanted = expected.filter((one) => typeof one === 'number')
  return found !== null && wanted.every((number, at) => isRounded(found[at + 1] ?? '', number))
}

function isRounded(shown: string, number: number): boolean {
  const digits = shown.split('.')[1]?.length ?? 0
  return Math.abs(Number(shown) - number) <= 0.5 * 10 ** -digits + 1e-9
}

function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
}
