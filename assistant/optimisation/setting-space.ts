import { AnswerSettings } from '../../contract/evaluation/optimisation.ts'
import { USUAL_SETTINGS } from '../../contract/evaluation/answer-setting-words.ts'

type Gene = keyof AnswerSettings

/** What each gene can be, in an order in which neighbours are alike. */
export const GENES = {
  instructions: ['short', 'full', 'points'],
  sentences: [2, 4],
  readCharacters: [1200, 2000, 3200],
  passages: [3, 8],
  order: ['best', 'document'],
  parts: ['off', 'on'],
  maxTokens: [120, 320],
  cards: ['gated', 'always'],
} as const satisfies { readonly [G in Gene]: readonly AnswerSettings[G][] }

const NAMES = Object.keys(GENES) as Gene[]
/** Few enough to look through with a Gaussian process, and many enough for its search to matter (`docs/answers.md`). */
const SETTINGS = 48

/**
 * The settings that are tried out: the usual ones, then each as far as can be from all before it, so that few cover what the
 * genes can be together (all are 576, each some minutes). Without cards the gene that needs them stays as it is.
 */
export function settingSpace({ hasCards }: { readonly hasCards: boolean }): readonly AnswerSettings[] {
  const all = allSettings().filter(({ cards }) => hasCards || cards === USUAL_SETTINGS.cards)
  const chosen = [USUAL_SETTINGS]
  const nearest = all.map((one) => settingDistance(one, USUAL_SETTINGS))
  while (chosen.length < SETTINGS) {
    const next = all[nearest.indexOf(Math.max(...nearest))] ?? USUAL_SETTINGS
    chosen.push(next)
    for (const [at, one] of all.entries()) nearest[at] = Math.min(nearest[at] ?? 0, settingDistance(one, next))
  }
  return chosen
}

/** In how many genes they differ; a gene of three that differs by one step counts half. */
export function settingDistance(one: AnswerSettings, other: AnswerSettings): number {
  return NAMES.reduce((sum, name) => {
    const values: readonly unknown[] = GENES[name]
    return sum + Math.abs(values.indexOf(one[name]) - values.indexOf(other[name])) / (values.length - 1)
  }, 0)
}

function allSettings(): readonly AnswerSettings[] {
  const made = NAMES.reduce<readonly object[]>(
    (some, name) => some.flatMap((one) => GENES[name].map((value) => ({ ...one, [name]: value }))),
    [{}],
  )
  return made.map((one) => AnswerSettings.parse(one))
}
