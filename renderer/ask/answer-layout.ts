import type { Answer } from '../../contract/answer.ts'

export type AnswerLayout = {
  readonly evidence: 'evidence' | 'passages' | 'closest'
  readonly isStateFirst: boolean
}

type Seen = {
  readonly state: Answer['state'] | 'writing'
  /** It was written while it stood on the screen. */
  readonly wasWritten: boolean
  readonly hasModel: boolean
}

/**
 * Where nothing was found or written the state comes first and the passages are shown in full; without a model that is
 * known from the beginning. But what was being written keeps its order even if it ends like that: nothing moves that is
 * being read.
 */
export function answerLayout({ state, wasWritten, hasModel }: Seen): AnswerLayout {
  const isStateFirst = !hasModel || (!wasWritten && (state === 'not-found' || state === 'extractive'))
  if (state === 'extractive' || (state === 'writing' && !hasModel)) return { evidence: 'passages', isStateFirst }
  if (state === 'not-found' && isStateFirst) return { evidence: 'closest', isStateFirst }
  return { evidence: 'evidence', isStateFirst }
}
