import { Button } from './button.tsx'
import { Meter } from './meter.tsx'

type Props = {
  /** What has been done so far, in words. */
  readonly words: string
  /** What the meter shows. */
  readonly label: string
  readonly done: number
  readonly all: number
  readonly onStop: () => void
}

/** Long work under way: how far it has come, and a way to stop it. */
export function StoppableProgress({ words, label, done, all, onStop }: Props) {
  return (
    <div className="w-full max-w-(--measure)">
      <p className="note small mt-2" role="status">
        {words}
        <Button isSmall className="ml-auto" onClick={onStop}>
          Stop
        </Button>
      </p>
      <Meter label={label} done={done} all={all} />
    </div>
  )
}
