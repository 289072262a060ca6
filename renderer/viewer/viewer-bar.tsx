import { FileName } from '../parts/file-name.tsx'
import { Button } from '../parts/button.tsx'
import { t } from '../../wording/translate.ts'
import { TEXT_TAGS } from '../parts/text-tags.tsx'

type Props = {
  /** The source mark, where there is one. */
  readonly mark?: string
  /** The mark of a rule, not of a passage. */
  readonly isRule?: boolean
  readonly title: string
  /** Place in the list of sources, 1 for the first; with `onStep`, which goes to the next or previous. */
  readonly at?: number
  readonly all?: number
  readonly onStep?: (by: 1 | -1) => void
  readonly onClose: () => void
}

/** The head of the evidence column. */
export function ViewerBar({ mark, isRule = false, title, at = 1, all = 1, onStep, onClose }: Props) {
  return (
    <div className="bar">
      {mark ? <span className={isRule ? 'src r' : 'src'}>{mark}</span> : null}
      <h2 title={title}>
        <FileName name={title} />
      </h2>
      <div className="end">
        {onStep && all > 1 ? (
          <>
            <Button
              look="quiet"
              isSmall
              aria-label={t('viewer.bar.previous')}
              isOff={at <= 1}
              onClick={() => onStep(-1)}
            >
              ‹
            </Button>
            <span className="small soft num one-line">{t('viewer.bar.position', { at, all })}</span>
            <Button look="quiet" isSmall aria-label={t('viewer.bar.next')} isOff={at >= all} onClick={() => onStep(1)}>
              ›
            </Button>
          </>
        ) : null}
        <Button look="quiet" isSmall onClick={onClose}>
          {t.rich('viewer.bar.close', TEXT_TAGS)}
        </Button>
      </div>
    </div>
  )
}
