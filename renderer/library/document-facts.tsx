import type { DocumentDetail } from '../../contract/document.ts'
import { HashText } from '../parts/hash-text.tsx'
import { formatBytes } from '../wording/format-bytes.ts'
import { formatTime } from '../wording/format-time.ts'
import { passageWords } from './document-states.ts'

/** Where a document comes from and what was made of it. */
export function DocumentFacts({ document }: { readonly document: DocumentDetail }) {
  return (
    <dl className="kv">
      <dt>Size</dt>
      <dd>{formatBytes(document.bytes)}</dd>
      <dt>Passages</dt>
      <dd>{passageWords(document)}</dd>
      {document.reader ? (
        <>
          <dt>Reader</dt>
          <dd>{document.reader}, own process, no network</dd>
        </>
      ) : null}
      <dt>File</dt>
      <dd>
        sha256 <HashText hash={document.sha256} />
      </dd>
      {document.sameAs ? (
        <>
          <dt>Same file</dt>
          <dd>{document.sameAs}</dd>
        </>
      ) : null}
      <dt>Added</dt>
      <dd>{formatTime(document.addedAt)}</dd>
    </dl>
  )
}
