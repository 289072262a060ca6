import { Popover } from 'radix-ui'
import type { DocumentRow } from '../../contract/document.ts'
import { t } from '../../wording/translate.ts'
import { Button } from '../parts/button.tsx'
import { PopupContent } from '../parts/modal.tsx'

export type DocumentChoice = {
  /** Null until they are known. */
  readonly documents: readonly DocumentRow[] | null
  /** Paths; none means all. */
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

type Props = DocumentChoice & {
  /** What is done with them: "Search in 2 of 5 documents". */
  readonly label: (documents: string) => string
}

/** Which documents are meant: all, or some. */
export function DocumentPicker({ documents: known, chosen, onChoose, label }: Props) {
  const documents = known ?? []
  const words =
    chosen.length === 0
      ? t('library.picker.all')
      : t('library.picker.some', { count: chosen.length, of: documents.length })
  const toggle = (path: string, isChosen: boolean) =>
    onChoose(isChosen ? [...chosen, path] : chosen.filter((other) => other !== path))
  return (
    <Popover.Root>
      <Popover.Trigger className="link small" aria-label={label(words)}>
        {words}
      </Popover.Trigger>
      <PopupContent look="picker" gap={6} label={t('library.picker.label')}>
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
        <Button
          look="link"
          isSmall
          whyOff={chosen.length === 0 ? t('frame.off.allChosen') : null}
          onClick={() => onChoose([])}
        >
          {t('library.picker.all')}
        </Button>
      </PopupContent>
    </Popover.Root>
  )
}

/** A pattern that matches exactly this path: what has a meaning in a glob is written as a class of one character. */
export function exactGlob(path: string): string {
  return path.replace(/[*?[{(]/g, '[$&]').replace(/^[!#]/, '[$&]')
}
