import { useState } from 'react'
import type { Calculator, KnownInputs } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { WhoseFacts } from './whose-facts.tsx'

type Props = {
  readonly calculator: Calculator
  readonly asOf: string | null
  /** Whose facts were filled in, or can be. */
  readonly whose: KnownInputs['whose']
  readonly onFill: (known: KnownInputs) => void
}

/** Enters what the matter knows on the day. */
export function FillIn({ calculator: { name, pack }, asOf, whose, onFill }: Props) {
  const client = useClient()
  const { id, matter } = useMatter()
  const { isBusy, failure, run } = useAction()
  const [told, setTold] = useState('')
  const fill = (about: readonly string[]) =>
    run(async () => {
      const found = await client.calculator.known({ matter: id, name, pack, about: [...about], asOf })
      setTold(filledWords(found))
      onFill(found)
    })
  return (
    <>
      <Button isSmall isOff={isBusy} onClick={() => void fill([])}>
        Fill in from {matter}
      </Button>
      <WhoseFacts whose={whose} onChoose={(about) => void fill(about)} />
      <span className="small soft" role="status">
        {told}
      </span>
      <FailureNote failure={failure} />
    </>
  )
}

function filledWords({ given, whose }: KnownInputs): string {
  if (given.length > 0) return ''
  const isOpen = whose.some(({ chosen }) => chosen === null)
  return isOpen ? 'Nothing is filled in before you choose.' : 'Nothing of this is recorded.'
}
