import type { PageBoxes } from '../../contract/document.ts'
import { type Loaded, useLoaded } from '../state/use-loaded.ts'
import type { Reading } from './pages/open-pdf.ts'
import type { Span } from './text/text-runs.ts'

/** The contract's limit for one call. */
const SPANS_AT_MOST = 200

/** Where spans lie on the pages; asks nothing where there are none. */
export function useBoxes(reading: Reading, spans: readonly Span[]): Loaded<readonly PageBoxes[]> {
  const asked = spans.slice(0, SPANS_AT_MOST).map(({ start, end }) => ({ start, end }))
  const key = `${reading.document} ${reading.textVersion} ${asked.map(({ start, end }) => `${start}-${end}`).join(' ')}`
  return useLoaded<readonly PageBoxes[]>(asked.length === 0 ? null : key, (client, signal) =>
    client.library.boxes({ ...reading, spans: asked }, { signal }),
  )
}
