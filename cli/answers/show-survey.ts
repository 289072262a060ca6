import { citedPlace } from '../../assistant/surveys/export-survey.ts'
import type { SurveyCitation, TableEvent } from '../../contract/answers/survey.ts'
import { oneLine } from '../../wording/readable-text.ts'
import { EXIT_DONE, EXIT_SOMETHING_WRONG } from '../failures.ts'
import { type Output, progressBar } from '../output.ts'

type Progress = Extract<TableEvent, { type: 'survey-progress' }>
type End = Pick<
  Extract<TableEvent, { type: 'table-end' }>,
  'passagesRead' | 'passages' | 'notRead' | 'stopped' | 'seconds'
>

export function showSurveyProgress({ document, passagesRead, passages, secondsLeft }: Progress, output: Output): void {
  const share = passages === 0 ? 0 : passagesRead / passages
  output.progress(`${progressBar(share, secondsLeft)}  read ${passagesRead} of ${passages} passages  ${document}`)
}

/** "Read 12 of 40 passages in 31 s. Stopped: …", and what could not be read. */
export function readLine({ passagesRead, passages, notRead, stopped, seconds }: End): string {
  const read = `Read ${passagesRead} of ${passages} passages in ${seconds.toFixed(0)} s.`
  const went = stopped ? ' Stopped; what was done is kept, and the same command goes on.' : ''
  const missing = notRead.length === 0 ? '' : ` Without a text, so not in it: ${notRead.join(', ')}.`
  return `${read}${went}${missing}`
}

/** A document that has no text is in no row and no line. */
export function endCode({ notRead }: End): number {
  return notRead.length === 0 ? EXIT_DONE : EXIT_SOMETHING_WRONG
}

export function citationLines(citations: readonly SurveyCitation[], output: Output): readonly string[] {
  return citations.map((citation) => output.style('dim', `     ${citedPlace(citation)}: “${oneLine(citation.quote)}”`))
}

export function citationPlaces(citations: readonly SurveyCitation[]): readonly string[] {
  return [...new Set(citations.map(citedPlace))]
}
