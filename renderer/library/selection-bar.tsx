import { useState } from 'react'
import type { DocumentRow } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { useNavigation } from '../state/navigation-context.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import { t } from '../../wording/translate.ts'
import type { DocumentActions } from './document-actions.tsx'
import { canRetry } from './document-states.ts'
import { exactGlob } from './document-picker.tsx'

/** The documents that are ticked, to do something with all of them. What lies in a document goes with it. */
export type Selection = {
  readonly rows: readonly DocumentRow[]
  has(documentId: string): boolean
  /** Ticks these, or takes their ticks away. */
  set(documentIds: readonly string[], isOn: boolean): void
  clear(): void
}

/** Only of what is shown: nothing is done to a document that one does not see. */
export function useSelection(shown: readonly DocumentRow[]): Selection {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  return {
    rows: shown.filter(({ documentId }) => ticked.has(documentId)),
    has: (documentId) => ticked.has(documentId),
    set: (documentIds, isOn) =>
      setTicked((before) => {
        const these = new Set(documentIds)
        return new Set([...before].filter((documentId) => !these.has(documentId)).concat(isOn ? documentIds : []))
      }),
    clear: () => setTicked(new Set()),
  }
}

type Props = { readonly selection: Selection; readonly actions: DocumentActions }

/** How many documents are ticked, and what can be done with them. */
export function SelectionBar({ selection: { rows, clear }, actions }: Props) {
  const makeTable = useMakeTable()
  // What was read whole would come out the same.
  const incomplete = rows.filter(canRetry)
  return (
    <div className="selection-bar" role="group" aria-label={t('library.selection.label')} hidden={rows.length === 0}>
      <span role="status">{t('library.selection.count', { count: rows.length })}</span>
      {incomplete.length > 0 ? (
        <Button isSmall onClick={() => actions.readAgain(incomplete)}>
          {t('library.selection.readAgain', { count: incomplete.length })}
        </Button>
      ) : null}
      <Button isSmall onClick={() => makeTable(rows)}>
        {t('library.selection.table')}
      </Button>
      <Button isSmall onClick={() => actions.remove(rows)}>
        {t('frame.buttons.askToRemove')}
      </Button>
      <Button look="link" isSmall onClick={clear}>
        {t('library.selection.clear')}
      </Button>
    </div>
  )
}

/** Goes to the table, to be made of these documents alone. */
function useMakeTable(): (rows: readonly DocumentRow[]) => void {
  const matter = useMatter().id
  const { offers } = useShell()
  const { replace } = useNavigation()
  return (rows) => {
    const documents = rows.map(({ document }) => exactGlob(document))
    offers.take(matter, { kind: 'table', questions: [], documents, count: documents.length, seconds: null })
    replace({ libraryTab: 'table' })
  }
}
