import type { Fact } from '../../contract/fact.ts'
import { Button } from '../parts/button.tsx'
import { useShell } from '../state/shell-context.ts'
import { originWords, shortOriginWords } from './fact-words.ts'

type Props = {
  readonly fact: Fact
  /** Only the page, beside a field. */
  readonly isShort?: boolean
  readonly onOpen: (fact: Fact) => void
}

/** Where a fact comes from, as the way to all about it: its passage, its dates, taking it back. */
export function FactOrigin({ fact, isShort = false, onOpen }: Props) {
  const { settings } = useShell()
  const words = originWords(fact.source, settings.userName)
  return (
    <Button
      look="link"
      isSmall
      className="from"
      title={words}
      aria-label={`${words}: ${fact.sentence}`}
      onClick={() => onOpen(fact)}
    >
      {isShort ? shortOriginWords(fact.source, settings.userName) : words}
    </Button>
  )
}
