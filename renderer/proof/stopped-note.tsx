import { Button } from '../parts/button.tsx'
import { Glyph } from '../parts/glyph.tsx'

type Props = {
  /** What ended it before its end; null: nothing did. */
  readonly why: string | null
  readonly onTryAgain: () => void
}

/** That not all conclusions were drawn. */
export function StoppedNote({ why, onTryAgain }: Props) {
  if (why === null) return null
  return (
    <p className="note sunk mb-2" role="alert">
      <span className="warn">
        <Glyph shape="caution" />
      </span>
      <span>
        <b>Stopped.</b> {why} Conclusions not shown were not checked.{' '}
        <Button look="link" isSmall onClick={onTryAgain}>
          Try again
        </Button>
      </span>
    </p>
  )
}
