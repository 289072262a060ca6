import { Button } from '../parts/button.tsx'

type Props = {
  /** From 1; 0: none is chosen. */
  readonly at: number
  readonly all: number
  readonly words: { readonly position: string; readonly previous: string; readonly next: string }
  readonly onStep: (by: 1 | -1) => void
}

/** To the previous or next of a list, and which one it is. */
export function Stepper({ at, all, words, onStep }: Props) {
  if (all === 0) return null
  return (
    <span className="end">
      <Button look="quiet" isSmall aria-label={words.previous} isOff={at <= 1} onClick={() => onStep(-1)}>
        ‹
      </Button>{' '}
      <span className="num">{words.position}</span>{' '}
      <Button look="quiet" isSmall aria-label={words.next} isOff={at >= all} onClick={() => onStep(1)}>
        ›
      </Button>
    </span>
  )
}
