import { implement } from '@orpc/server'
import { randomOrder } from '../../../assistant/optimisation/search-settings.ts'
import { USUAL_SETTINGS } from '../../../contract/evaluation/answer-setting-words.ts'
import { settingSpace } from '../../../assistant/optimisation/setting-space.ts'
import { contract } from '../../../contract/index.ts'
import type { Optimisation } from '../../../contract/evaluation/optimisation.ts'

const os = implement(contract)

/** One search that has ended, on the questions of the leases. */
export function optimisationPart() {
  const { optimisation } = os
  const space = randomOrder(settingSpace({ hasCards: false }), 4).slice(0, 24)
  const tried = space.map((settings, at) => ({ settings, score: 0.31 + 0.06 * Math.sin(2.3 * at) + 0.004 * at }))
  const [best] = tried.toSorted((one, other) => other.score - one.score)
  const ended: Optimisation = {
    optimisation: 'o1',
    set: 'leases',
    setName: 'Own questions, leases',
    matter: null,
    state: 'done',
    settings: { evaluations: 24, sample: 24, seed: 0, model: null },
    model: { id: 'qwen3-4b', sha256: '3f9a77c0c21d' },
    startedAt: '2026-06-03T12:00:00.000Z',
    endedAt: '2026-06-03T13:20:00.000Z',
    tried,
    done: 312,
    of: 312,
    leftMs: null,
    stage: null,
    failure: null,
    result: best
      ? {
          best: best.settings,
          questions: 12,
          against: USUAL_SETTINGS,
          before: 0.33,
          found: 0.41,
          difference: 0.08,
          interval: [-0.04, 0.21],
          isBetter: false,
        }
      : null,
    isOther: true,
    isAgainstUsual: true,
    inUse: false,
  }
  return {
    list: optimisation.list.handler(() => [ended]),
    start: optimisation.start.handler(() => ended),
    stop: optimisation.stop.handler(() => {}),
    keep: optimisation.keep.handler(() => {}),
    reset: optimisation.reset.handler(() => {}),
    kept: optimisation.kept.handler(() => null),
  }
}
