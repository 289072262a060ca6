import { t } from '../../wording/translate.ts'
import { useLate } from '../state/use-delayed.ts'
import { Button } from './button.tsx'

type Props = { readonly label: string; readonly done: number; readonly all: number }

/** How far a piece of work has come. */
export function Meter({ label, done, all }: Props) {
  const percent = all > 0 ? Math.min(100, Math.round((100 * done) / all)) : 0
  return (
    <div
      className="bar-meter"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  )
}

type StoppableProgressProps = {
  /** What has been done so far, in words. */
  readonly words: string
  /** What the meter shows. */
  readonly label: string
  readonly done: number
  readonly all: number
  readonly onStop: () => void
}

/** Long work under way: how far it has come, and a way to stop it. */
export function StoppableProgress({ words, label, done, all, onStop }: StoppableProgressProps) {
  return (
    <div className="to-measure">
      <p className="note small above-2" role="status">
        {words}
        <Button isSmall className="push" onClick={onStop}>
          {t('frame.buttons.stop')}
        </Button>
      </p>
      <Meter label={label} done={done} all={all} />
    </div>
  )
}

/** What is being waited for, in one sentence; nothing at all for the first 0.4 s. */
export function Opening({ children }: { readonly children: string }) {
  const isLate = useLate(true)
  return isLate ? (
    <p className="soft inset-6" role="status">
      {children}
    </p>
  ) : null
}
