import type { TextRun } from '../wording/snippet.ts'

/** Text with the cited or searched words under the highlighter. */
export function MarkedText({ runs }: { readonly runs: readonly TextRun[] }) {
  return runs.map((run, index) =>
    run.isMarked ? <mark key={index}>{run.text}</mark> : <span key={index}>{run.text}</span>,
  )
}
