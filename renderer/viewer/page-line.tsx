import { useEffect, useRef, useState } from 'react'
import type { DocumentDetail, PageRow } from '../../contract/document.ts'
import { pageUnit } from '../../contract/page-unit.ts'
import { Button } from '../parts/button.tsx'
import { Stepper } from '../parts/stepper.tsx'
import { pageLabel, placeWords } from './citation-words.ts'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly document: DocumentDetail
  /** Null for a format without pages. */
  readonly page: number | null
  readonly isWhole: boolean
  readonly isGoing: boolean
  readonly onGo: (page: number) => void
  readonly onGoing: (isGoing: boolean) => void
  readonly onWhole: () => void
  /** What can be done about how the page was read. */
  readonly children: React.ReactNode
}

/** Which page this is, how it was read, and the way to the others. */
export function PageLine(props: Props) {
  const { document, page, isWhole, onGo, onWhole, children } = props
  if (page === null)
    return (
      <p className="page-line">
        <span>{t('viewer.place.noPages')}</span>
      </p>
    )
  const { pages, pageRows } = document
  const unit = pageUnit(document.mediaType)
  const row = pageRows.find((one) => one.page === page)
  const readAs = row ? readAsWords(row, unit === 'page') : ''
  if (pages <= 1)
    return (
      <div className="page-line">
        <span data-testid="page-line">{placeWords(document, page)}.</span>
        <span>{readAs}</span>
        {children}
      </div>
    )
  return (
    <div className="page-line">
      {isWhole ? (
        <Where {...props} page={page} />
      ) : (
        <Stepper
          at={page}
          all={pages}
          words={{ previous: t(`viewer.leaf.previous.${unit}`), next: t(`viewer.leaf.next.${unit}`) }}
          onStep={(by) => onGo(page + by)}
        >
          <Where {...props} page={page} />
        </Stepper>
      )}
      <span>{readAs}</span>
      <Button look="link" isSmall className="end" onClick={onWhole}>
        {isWhole ? t(`viewer.leaf.only.${unit}`) : t('viewer.leaf.whole')}
      </Button>
      {isWhole ? null : children}
    </div>
  )
}

/** Where one is; a press on it, or a choice in it, leads elsewhere. */
function Where({ document, page, isWhole, isGoing, onGo, onGoing }: Props & { readonly page: number }) {
  const isPage = pageUnit(document.mediaType) === 'page'
  if (isWhole && !isGoing) return <span data-testid="page-line">{placeWords(document, page)}.</span>
  if (!isPage) return <PageSelect document={document} page={page} onGo={onGo} />
  if (isGoing) return <GoToPage page={page} pages={document.pages} onGo={onGo} onClose={() => onGoing(false)} />
  return (
    <button
      type="button"
      className="where"
      data-testid="page-line"
      title={t('viewer.leaf.goTo')}
      onClick={() => onGoing(true)}
    >
      {placeWords(document, page)}
    </button>
  )
}

/** Where letters always come from the file, only trouble is worth a word. */
function readAsWords({ state }: PageRow, canBeScanned: boolean): string {
  return state === 'text' && !canBeScanned ? '' : t(`viewer.readAs.${state}`)
}

type PageSelectProps = {
  readonly document: DocumentDetail
  readonly page: number
  readonly onGo: (page: number) => void
}

/** Marks the choice that the key G goes to. */
export const PAGE_SELECT = 'data-page-select'

/** Sheets, slides and chapters are gone to by their names. */
function PageSelect({ document, page, onGo }: PageSelectProps) {
  const unit = pageUnit(document.mediaType)
  return (
    <label className="page-select" data-testid="page-line">
      {t(`viewer.units.${unit}`)}{' '}
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
  const place = { page: String(page), pages: String(document.pages) }
  if (!label) return t('viewer.place.option', place)
  return isSheet
    ? t('viewer.place.optionOfSheet', { ...place, label })
    : t('viewer.place.optionLabelled', { ...place, label })
}

type GoToPageProps = {
  readonly page: number
  readonly pages: number
  readonly onGo: (page: number) => void
  readonly onClose: () => void
}

/** A page by its number: Enter goes there, Esc stays. */
function GoToPage({ page, pages, onGo, onClose }: GoToPageProps) {
  const [typed, setTyped] = useState(String(page))
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const press = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    const wanted = Number.parseInt(typed, 10)
    if (event.key === 'Enter' && wanted > 0) onGo(Math.min(pages, wanted))
    // The field goes; the keys of the viewer need the focus to stay within it.
    field.current?.closest<HTMLElement>('aside')?.focus({ preventScroll: true })
    onClose()
  }
  return (
    <label className="page-select">
      {t.rich('viewer.leaf.goToField', {
        pages: String(pages),
        field: () => (
          <input
            ref={field}
            type="number"
            min={1}
            max={pages}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={press}
            onBlur={onClose}
          />
        ),
      })}
    </label>
  )
}
