import { useId } from 'react'
import { createPortal } from 'react-dom'
import { documentName } from '../../wording/document-name.ts'
import { t } from '../../wording/translate.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { FullWindowProvider, type OpenedBeside } from '../state/full-window.ts'
import { useMatter } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { DocumentViewer } from './document-viewer.tsx'

type Props = {
  readonly second: OpenedBeside
  readonly onSecond: (second: OpenedBeside | null) => void
}

/**
 * The right half of the reading room: another place of the document at first, or another document of the matter. It goes its own way:
 * what the first half shows later, be it a rule or a lesson, does not lead it elsewhere.
 */
export function SecondDocument({ second: { documentId, page }, onSecond }: Props) {
  const matter = useMatter().id
  const documents = useLoaded((of) => of.library.documents, { matter })
  const field = useId()
  const window = document.querySelector('.app')
  if (!window) return null
  // A column of its own: its keys and its place are not those of the first.
  return createPortal(
    <main className="split">
      <h1 className="visually-hidden">{t('viewer.second.heading')}</h1>
      <aside className="aside full second" aria-label={t('viewer.second.title')} tabIndex={-1}>
        <div className="bar">
          <label className="visually-hidden" htmlFor={field}>
            {t('viewer.second.choose')}
          </label>
          <select
            id={field}
            autoFocus
            value={documentId}
            onChange={({ target }) => onSecond({ documentId: target.value, page: null })}
          >
            {documents.value?.map((one) => (
              <option key={one.documentId} value={one.documentId}>
                {documentName(one.document)}
              </option>
            ))}
          </select>
          <div className="end">
            <Button look="quiet" isSmall onClick={() => onSecond(null)}>
              {t('frame.buttons.close')}
            </Button>
          </div>
        </div>
        <FailureNote failure={documents.failure} />
        <FullWindowProvider value={null}>
          <DocumentViewer
            key={documentId}
            matter={matter}
            documentId={documentId}
            textVersion={null}
            page={page}
            spans={[]}
            hasNotes={false}
          />
        </FullWindowProvider>
      </aside>
    </main>,
    window,
  )
}
