import type { PageText } from '../../contract/document.ts'
import type { TextRun } from '../wording/snippet.ts'

type Span = { readonly start: number; readonly end: number }

/**
 * One page's text in runs, with the parts of the spans that lie on it marked. Spans are offsets of the whole document's text;
 * those that overlap count once.
 */
export function textRuns(
  { text, start }: Pick<PageText, 'text' | 'start'>,
  spans: readonly Span[],
): readonly TextRun[] {
  const marked = spans
    .map((span) => ({ from: Math.max(0, span.start - start), to: Math.min(text.length, span.end - start) }))
    .filter(({ from, to }) => to > from)
    .toSorted((one, other) => one.from - other.from)
  const runs: TextRun[] = []
  let at = 0
  for (const { from, to } of marked) {
    const begin = Math.max(at, from)
    if (to <= begin) continue
    if (begin > at) runs.push({ text: text.slice(at, begin), isMarked: false })
    runs.push({ text: text.slice(begin, to), isMarked: true })
    at = to
  }
  if (at < text.length) runs.push({ text: text.slice(at), isMarked: false })
  return runs
}
