import { useEffect, useEffectEvent } from 'react'
import { FileName } from '../parts/file-name.tsx'
import { Button } from '../parts/button.tsx'
import { Stepper } from '../parts/stepper.tsx'
import { t } from '../../wording/translate.ts'
import { useFullWindow } from '../state/full-window.ts'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import type { Highlighting } from './use-highlights.ts'
import { type Zoom, zoomBy, zoomWords } from './view-kind.ts'

type Props = {
  /** The source mark, where there is one. */
  readonly mark?: string
  /** The mark of a rule, not of a passage. */
  readonly isRule?: boolean
  readonly title: string
  /** The document of the matter that is shown, beside which another can lie. */
  readonly documentId?: string | undefined
  /** Where it is shown, and the other one begins. */
  readonly page?: number | null
  /** Place in the list of sources, 1 for the first; with `onStep`, which goes to the next or previous. */
  readonly at?: number
  readonly all?: number
  readonly onStep?: (by: 1 | -1) => void
  readonly onClose: () => void
}

/** The head of the evidence column. */
export function ViewerBar({
  mark,
  isRule = false,
  title,
  documentId,
  page = null,
  at = 1,
  all = 1,
  onStep,
  onClose,
}: Props) {
  return (
    <div className="bar">
      {mark ? <span className={isRule ? 'src r' : 'src'}>{mark}</span> : null}
      <h2 title={title}>
        <FileName name={title} />
      </h2>
      <div className="end">
        {onStep && all > 1 ? (
          <Stepper
            at={at}
            all={all}
            words={{ previous: t('viewer.bar.previous'), next: t('viewer.bar.next') }}
            onStep={onStep}
          >
            <span className="small soft num one-line">{t('viewer.bar.position', { at, all })}</span>
          </Stepper>
        ) : null}
        <FullWindowButtons documentId={documentId} page={page} />
        <CloseButton onClose={onClose} />
      </div>
    </div>
  )
}

/** Shows the document over the whole window, alone or beside another, and back; what is closed leaves it. */
function FullWindowButtons({ documentId, page = null }: Pick<Props, 'documentId' | 'page'>) {
  const full = useFullWindow()
  const show = useEffectEvent(() => full?.show())
  useEffect(() => show(), [])
  if (!full) return null
  const { isFull, second, setFull, setSecond } = full
  return (
    <>
      {isFull && documentId !== undefined ? (
        <Button
          look="quiet"
          isSmall
          className="only-wide"
          aria-pressed={second !== null}
          onClick={() => setSecond(second === null ? { documentId, page } : null)}
        >
          {t('viewer.bar.split')}
        </Button>
      ) : null}
      <Button look="quiet" isSmall onClick={() => setFull(!isFull)}>
        {isFull ? t.rich('viewer.bar.toColumn', TEXT_TAGS) : t('viewer.bar.fullWindow')}
      </Button>
    </>
  )
}

/** In the whole window Esc leads back to the column instead. */
function CloseButton({ onClose }: Pick<Props, 'onClose'>) {
  const full = useFullWindow()
  const close = () => {
    full?.setFull(false)
    onClose()
  }
  return (
    <Button look="quiet" isSmall onClick={close}>
      {full?.isFull ? t('frame.buttons.close') : t.rich('frame.buttons.closeByKey', TEXT_TAGS)}
    </Button>
  )
}

type ViewerToolsProps = {
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  /** Null for a text, which cannot be turned. */
  readonly onTurn: (() => void) | null
  readonly onFind: () => void
  readonly onCopy: () => void
  /** What became of the last copy; else what the button does. */
  readonly copyWords: string
  /** Null where nothing can be highlighted: in an earlier reading. */
  readonly highlighting: Highlighting | null
}

/** What can be done with the page that is shown. */
export function ViewerTools({ zoom, onZoom, onTurn, onFind, onCopy, copyWords, highlighting }: ViewerToolsProps) {
  return (
    <div className="viewer-buttons" role="toolbar" aria-label={t('viewer.tools.title')}>
      <Button look="quiet" isSmall onClick={onFind}>
        {t('viewer.tools.find')}
      </Button>
      <Button
        look="quiet"
        isSmall
        aria-label={t('viewer.tools.smaller')}
        whyOff={zoomBy(zoom, -1) === zoom ? t('frame.off.smallest') : null}
        onClick={() => onZoom(zoomBy(zoom, -1))}
      >
        −
      </Button>
      <span className="num" data-testid="zoom">
        {zoomWords(zoom)}
      </span>
      <Button
        look="quiet"
        isSmall
        aria-label={t('viewer.tools.larger')}
        whyOff={zoomBy(zoom, 1) === zoom ? t('frame.off.largest') : null}
        onClick={() => onZoom(zoomBy(zoom, 1))}
      >
        +
      </Button>
      {onTurn ? (
        <>
          <Button look="quiet" isSmall onClick={() => onZoom(zoom === 'page' ? 1 : 'page')}>
            {zoom === 'page' ? t('viewer.tools.fitWidth') : t('viewer.tools.wholePage')}
          </Button>
          <Button look="quiet" isSmall onClick={onTurn}>
            {t('viewer.tools.turn')}
          </Button>
        </>
      ) : null}
      <Button look="quiet" isSmall onPointerDown={keepSelection} onMouseDown={keepSelection} onClick={onCopy}>
        <span aria-live="polite">{copyWords}</span>
      </Button>
      {highlighting ? (
        <Button
          look="quiet"
          isSmall
          isBusy={highlighting.isBusy}
          onPointerDown={keepSelection}
          onMouseDown={keepSelection}
          onClick={highlighting.add}
        >
          <span aria-live="polite">{highlighting.words}</span>
        </Button>
      ) : null}
    </div>
  )
}

/** A press on a button would take away what is selected, which is what is to be copied or highlighted. */
function keepSelection(event: React.SyntheticEvent): void {
  event.preventDefault()
}
