import { t } from '../../wording/translate.ts'
import { Button } from './button.tsx'

type Props = {
  /** From 1; 0: none of them is chosen. */
  readonly at: number
  readonly all: number
  readonly words: { readonly previous: string; readonly next: string }
  /** Behind the last comes the first. */
  readonly wraps?: boolean
  readonly onStep: (by: 1 | -1) => void
  /** Which one it is, between the two buttons. */
  readonly children?: React.ReactNode
}

/** To the previous or next of several. */
export function Stepper({ at, all, words, wraps = false, onStep, children }: Props) {
  const whyOff = (isAtEnd: boolean, why: string) => {
    if (all === 0) return t('frame.off.noneHere')
    return isAtEnd && !wraps ? why : null
  }
  return (
    <>
      <Button
        look="quiet"
        isSmall
        aria-label={words.previous}
        whyOff={whyOff(at <= 1, t('frame.off.first'))}
        onClick={() => onStep(-1)}
      >
        ‹
      </Button>{' '}
      {children}{' '}
      <Button
        look="quiet"
        isSmall
        aria-label={words.next}
        whyOff={whyOff(at >= all, t('frame.off.last'))}
        onClick={() => onStep(1)}
      >
        ›
      </Button>
    </>
  )
}
