import type { Opinion } from '../../../contract/opinion.ts'
import type { OpenMatter } from '../../open-matters.ts'
import { consultations } from '../consultations.ts'

/** What came back when a lesson was asked for; null: nothing yet. */
export function lessonTo(matter: OpenMatter, asked: string): Opinion | null {
  const answered = consultations(matter, 'rule').filter(({ question }) => question === asked)
  return answered.find(({ blind }) => blind && blind.state !== 'failed')?.blind ?? null
}
