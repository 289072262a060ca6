import type { DocumentDetail, PageRow } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { pageUnit } from '../../contract/page-unit.ts'
import { GoToPage } from './go-to-page.tsx'
import { PageSelect } from './page-select.tsx'
import { placeWords } from './place-words.ts'

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
        <span>The text as it was read; this format has no pages.</span>
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
      {isWhole ? null : <Leaf to={page - 1} label={`Previous ${unit}`} sign="‹" isOff={page <= 1} onGo={onGo} />}
      <Where {...props} page={page} />
      {isWhole ? null : <Leaf to={page + 1} label={`Next ${unit}`} sign="›" isOff={page >= pages} onGo={onGo} />}
      <span>{readAs}</span>
      <Button look="link" isSmall className="end" onClick={onWhole}>
        {isWhole ? `only this ${unit}` : 'whole document'}
      </Button>
      {isWhole ? null : children}
    </div>
  )
}

type LeafProps = {
  readonly to: number
  readonly label: string
  readonly sign: string
  readonly isOff: boolean
  readonly onGo: (page: number) => void
}

function Leaf({ to, label, sign, isOff, onGo }: LeafProps) {
  return (
    <Button look="quiet" isSmall aria-label={label} isOff={isOff} onClick={() => onGo(to)}>
      {sign}
    </Button>
  )
}

/** Where one is; a press on it, or a choice in it, leads elsewhere. */
function Where({ document, page, isWhole, isGoing, onGo, onGoing }: Props & { readonly page: number }) {
  const isPage = pageUnit(document.mediaType) === 'page'
  if (isWhole) return <span data-testid="page-line">{placeWords(document, page)}.</span>
  if (!isPage) return <PageSelect document={document} page={page} onGo={onGo} />
  if (isGoing) return <GoToPage page={page} pages={document.pages} onGo={onGo} onClose={() => onGoing(false)} />
  return (
    <button type="button" className="where" data-testid="page-line" title="Go to a page" onClick={() => onGoing(true)}>
      {placeWords(document, page)}
    </button>
  )
}

/** Where letters always come from the file, only trouble is worth a word. */
function readAsWords({ state }: PageRow, canBeScanned: boolean): string {
  switch (state) {
    case 'text':
      return canBeScanned ? 'Own text, not OCR.' : ''
    case 'ocr':
      return 'By OCR: compare with the page.'
    case 'empty':
      return 'No words on it.'
    case 'failed':
      return 'Could not be read.'
  }
}
