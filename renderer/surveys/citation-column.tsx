import { AsideColumn } from '../parts/aside-column.tsx'
import { SourceViewer } from '../viewer/source-viewer.tsx'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { documentName } from '../wording/document-name.ts'
import type { OpenedCitation } from './citation-marks.tsx'

type Props = { readonly matter: string; readonly opened: OpenedCitation | null; readonly onClose: () => void }

/** The page that was opened from a line or cell, with its words marked. */
export function CitationColumn({ matter, opened, onClose }: Props) {
  if (!opened)
    return (
      <AsideColumn label="Source" isPlain isOpened={false} focusKey="" onClose={onClose}>
        <div className="bar">
          <h2>Source</h2>
        </div>
        <p className="soft p-4">Choose a source to see its page with the words marked.</p>
      </AsideColumn>
    )
  const { citation, times } = opened
  const { document, page, start, end, quote } = citation
  return (
    <AsideColumn label="Source" isOpened focusKey={times} onClose={onClose}>
      <ViewerBar title={documentName(document)} onClose={onClose} />
      <SourceViewer
        matter={matter}
        source={citation}
        page={page}
        spans={[{ start, end }]}
        detail={
          <section className="detail">
            <h3 className="h">Cited</h3>
            <blockquote>“{quote.replace(/\s+/g, ' ').trim()}”</blockquote>
          </section>
        }
      />
    </AsideColumn>
  )
}
