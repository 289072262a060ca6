import { Popover } from 'radix-ui'
import type { DocumentRow } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { PopupContent } from '../parts/popup-content.tsx'
import { formatCount } from '../wording/format-count.ts'

export type DocumentChoice = {
  /** Null until they are known. */
  readonly documents: readonly DocumentRow[] | null
  /** Paths; none means all. */
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

/** In which documents a question looks: all, or some. */
export function DocumentPicker({ documents: known, chosen, onChoose }: DocumentChoice) {
  const documents = known ?? []
  const words =
    chosen.length === 0 ? 'all documents' : `${chosen.length} of ${formatCount(documents.length, 'document')}`
  const toggle = (path: string, isChosen: boolean) =>
    onChoose(isChosen ? [...chosen, path] : chosen.filter((other) => other !== path))
  return (
    <Popover.Root>
      <Popover.Trigger className="link small" aria-label={`Search in ${words}`}>
        {words}
      </Popover.Trigger>
      <PopupContent look="picker" gap={6} label="Documents to search in">
        <ul>
          {documents.map(({ documentId, document }) => (
            <li key={documentId}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(document)}
                  onChange={({ target }) => toggle(document, target.checked)}
                />
                {document}
              </label>
            </li>
          ))}
        </ul>
        <Button look="link" isSmall isOff={chosen.length === 0} onClick={() => onChoose([])}>
          all documents
        </Button>
      </PopupContent>
    </Popover.Root>
  )
}
