import type { SurveyCitation } from '../../../contract/answers/survey.ts'
import { pageWords } from '../../../contract/page-unit.ts'

/** `case/letter.pdf, page 3` */
export function citedPlace({ document, page }: SurveyCitation): string {
  return [document, pageWords(document, page)].filter(Boolean).join(', ')
}

/** On one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
