import { Opinion } from '../../../contract/opinion.ts'
import type { OpenMatter } from '../../open-matters.ts'

/** The consultation in which the lesson of a mistake is asked for, whatever becomes of its words in the review. */
export function lessonConsultation(correctionId: string): string {
  return `lesson-${correctionId}`
}

export function isLesson({ consultation }: { readonly consultation: string }): boolean {
  return consultation.startsWith('lesson-')
}

/** What came back when it was asked for; null: nothing yet. */
export function lessonTo({ store }: OpenMatter, correctionId: string): Opinion | null {
  const consultation = lessonConsultation(correctionId)
  const opinions = store.opinions.list().map((row) => Opinion.parse(row))
  return opinions.find((one) => one.consultation === consultation && one.state !== 'failed') ?? null
}
