import { Button } from '../parts/button.tsx'
import type { Highlighting } from './use-highlights.ts'
import { type Zoom, zoomBy, zoomWords } from './view-kind.ts'
import { t } from '../../wording/translate.ts'

type Props = {
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
export function ViewerTools({ zoom, onZoom, onTurn, onFind, onCopy, copyWords, highlighting }: Props) {
  return (
    <div className="viewer-buttons" role="toolbar" aria-label={t('viewer.tools.title')}>
      <Button look="quiet" isSmall onClick={onFind}>
        {t('viewer.tools.find')}
      </Button>
      <Button
        look="quiet"
        isSmall
        aria-label={t('viewer.tools.smaller')}
        isOff={zoomBy(zoom, -1) === zoom}
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
        isOff={zoomBy(zoom, 1) === zoom}
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
          isOff={highlighting.isBusy}
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
