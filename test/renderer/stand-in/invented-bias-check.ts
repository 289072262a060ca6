import type { BiasCheck, BiasCheckHere } from '../../../contract/opinions/bias-check.ts'

/** One sentence that says something else once sex and origin are swapped. */
export const INVENTED_BIAS_CHECK: BiasCheck = {
  state: 'changed',
  opinionId: 'o-test',
  packetId: 'p-test',
  finishedAt: '2026-06-03T11:20:00Z',
  swapped: { sex: true, origin: true },
  notes: [],
  changes: [
    {
      state: 'differ',
      by: 'rule',
      of: 'sentence',
      blind: 'Her account of the posting is credible.',
      swapped: 'Her account of the posting is not credible.',
    },
  ],
  judging: { open: 0, judged: 0, model: null, measured: null },
}

/** The same asked on this computer changes nothing. */
export const INVENTED_BIAS_CHECK_HERE: BiasCheckHere = {
  state: 'unchanged',
  model: 'qwen3-4b',
  finishedAt: '2026-06-03T11:24:00Z',
  swapped: { sex: true, origin: true },
  notes: [],
  changes: [],
  judging: { open: 0, judged: 0, model: null, measured: null },
}
