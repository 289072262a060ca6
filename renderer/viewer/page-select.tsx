import type { DocumentDetail } from '../../contract/document.ts'
import { pageUnit } from '../../contract/page-unit.ts'
import { pageLabel } from './place-words.ts'

type Props = { readonly document: DocumentDetail; readonly page: number; readonly onGo: (page: number) => void }

/** Marks the choice that the key G goes to. */
export const PAGE_SELECT = 'data-page-select'

/** Sheets, slides and chapters are gone to by their names. */
export function PageSelect({ document, page, onGo }: Props) {
  const unit = pageUnit(document.mediaType)
  const name = `${unit[0]?.toUpperCase()}${unit.slice(1)}`
  return (
    <label className="page-select" data-testid="page-line">
      {name}{' '}
      <select {...{ [PAGE_SELECT]: '' }} value={page} onChange={({ target }) => onGo(Number(target.value))}>
        {document.pageRows.map((row) => (
          <option key={row.page} value={row.page ?? 0}>
            {optionWords(document, unit === 'sheet', row.page ?? 0)}
          </option>
        ))}
      </select>
    </label>
  )
}

function optionWords(document: DocumentDetail, isSheet: boolean, page: number): string {
  const label = pageLabel(document, page)
  const of = `${page} of ${document.pages}`
  if (!label) return of
  return isSheet ? `${label} (${of})` : `${of}: ${label}`
}
