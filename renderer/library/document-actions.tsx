import { useRef } from 'react'
import type { DocumentRow } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import type { UserFailure } from '../state/user-failure.ts'
import { t } from '../../wording/translate.ts'
import { isOnTheWay } from './document-states.ts'

/** What can be done with a document of the library; a failure is shown above the table. */
export type DocumentActions = {
  readonly failure: UserFailure | null
  /** `minutes`: how long reading may take this time; null: the usual time. */
  retry(documentId: string, minutes: number | null): void
  /** Stops its reading, or lets one that needs something wait without asking for it. */
  skip(row: DocumentRow): void
  /** Takes it as it is. */
  accept(documentId: string): void
  /** The file becomes its new version. */
  replace(documentId: string, file: File): void
  /** Tries again what of each of them could not be read. */
  readAgain(rows: readonly NamedDocument[]): void
  /** Asks first. */
  remove(rows: readonly NamedDocument[]): void
}

export type NamedDocument = Pick<DocumentRow, 'document' | 'documentId'>

export function useDocumentActions(matter: string, remove: DocumentActions['remove']): DocumentActions {
  const client = useClient()
  const { uploads } = useShell()
  const action = useAction()
  return {
    failure: action.failure,
    retry: (document, minutes) => void action.run(() => client.job.retry({ matter, document, minutes })),
    skip: (row) => {
      const wanted = { matter, document: row.documentId }
      void action.run(() => (isOnTheWay(row) ? client.job.cancel(wanted) : client.library.accept(wanted)))
    },
    accept: (document) =>
      void action.run(() => client.library.accept({ matter, document }), t('library.table.unchanged')),
    readAgain: (rows) => {
      const work = async () => {
        for (const { documentId } of rows) await client.job.retry({ matter, document: documentId, minutes: null })
      }
      // Those before the one that fails are under way.
      void action.run(work, t(rows.length === 1 ? 'library.table.unchanged' : 'library.selection.othersUnchanged'))
    },
    remove,
    replace: (documentId, file) => uploads.replace(matter, documentId, file),
  }
}

type Props = {
  readonly row: NamedDocument
  readonly actions: DocumentActions
}

/** Asks for the file that becomes the new version of a document; nothing in a sample, which takes no files. */
export function ReplaceButton({ row: { document, documentId }, actions }: Props) {
  const input = useRef<HTMLInputElement>(null)
  if (useMatter().sample) return null
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="replace-file"
        aria-label={t('library.table.replacingFile', { document })}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) actions.replace(documentId, file)
          target.value = ''
        }}
      />
      <Button
        look="quiet"
        isSmall
        aria-label={t('library.table.replaceDocument', { document })}
        onClick={() => input.current?.click()}
      >
        {t('library.table.replace')}
      </Button>
    </>
  )
}
