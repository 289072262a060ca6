import { GENES, settingSpace } from '../../assistant/optimisation/setting-space.ts'
import { seededRandom } from '../../assistant/statistics/seeded-random.ts'
import type { AnswerSettings } from '../../contract/evaluation/optimisation.ts'
import type { ScoreTable } from './compare-searches.ts'

const QUESTIONS = 24
/** Standard deviations: of what a value of a gene adds, of what a setting has of its own, of a question's score. */
const OF_GENES = 0.08
const OF_SETTINGS = 0.03
const OF_QUESTIONS = 0.3

/**
 * A world in which each value of a gene adds its own to every score, and chance the rest: what the search was made for. It
 * tells whether the search works, nothing of any model.
 */
export function inventedTable(seed: number): ScoreTable {
  const random = seededRandom(seed)
  const normal = (deviation: number) => deviation * (Array.from({ length: 12 }, random).reduce((a, b) => a + b) - 6)
  const genes = Object.entries(GENES).map(([gene, values]) => ({
    gene: gene as keyof AnswerSettings,
    adds: new Map<unknown, number>(values.map((value) => [value, normal(OF_GENES)])),
  }))
  const settings = settingSpace({ hasCards: false })
  const questions = Array.from({ length: QUESTIONS }, (_, at) => `invented ${at + 1}`)
  const scores = settings.map((one) => {
    const worth = genes.reduce((sum, { gene, adds }) => sum + (adds.get(one[gene]) ?? 0), normal(OF_SETTINGS))
    return questions.map(() => worth + normal(OF_QUESTIONS))
  })
  return { settings, questions, scores }
}
