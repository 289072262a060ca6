import type { Opinion } from '../../../contract/opinions/opinion.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { opinionOf } from '../kept-opinions.ts'

/** The consultation in which the lesson of a mistake is asked for, whatever becomes of its words in the review. */
export function lessonConsultation(correctionId: string): string {
  return `lesson-${correctionId}`
}

export function isLesson({ consultation }: { readonly consultation: string }): boolean {
  return consultation.startsWith('lesson-')
}

/** What came back when it was asked for; null: nothing yet. */
export function lessonTo(matter: OpenMatter, correctionId: string): Opinion | null {
  const opinion = opinionOf(matter, lessonConsultation(correctionId), 'blind')
  return opinion?.state === 'failed' ? null : opinion
}
