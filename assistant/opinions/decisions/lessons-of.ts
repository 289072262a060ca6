import type { OpenMatter } from '../../home/open-matters.ts'
import { lessonConsultation } from './lesson-to.ts'

/** The consultations in which lessons of its decisions may have been asked for, also of decisions that were changed since. */
export function lessonsOf({ store }: Pick<OpenMatter, 'store'>, consultation: string): readonly string[] {
  return store.ledger.list().flatMap(({ kind, data }) => {
    const { consultation: of, correctionId } = data as { consultation?: unknown; correctionId?: unknown }
    const isOne = kind === 'opinion-decided' && of === consultation && typeof correctionId === 'string'
    return isOne ? [lessonConsultation(correctionId)] : []
  })
}
