import { useState } from 'react'
import type { Calculator, KnownInputs } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { type EnteredValues, knownValues } from './calculator-inputs.ts'
import { WhoseFacts } from './whose-facts.tsx'

type Props = {
  readonly calculator: Calculator
  readonly asOf: string | null
  readonly onFilled: (entered: EnteredValues) => void
}

/** Enters what the matter knows on the day instead of what was entered; where it knows nothing, that stays. */
export function FillIn({ calculator: { name, inputs }, asOf, onFilled }: Props) {
  const client = useClient()
  const { id, matter } = useMatter()
  const { isBusy, failure, run } = useAction()
  const [known, setKnown] = useState<KnownInputs | null>(null)
  const fill = (about: readonly string[]) =>
    run(async () => {
      const found = await client.calculator.known({ matter: id, name, about: [...about], asOf })
      setKnown(found)
      if (found.given.length > 0) onFilled(knownValues(inputs, found.given))
    })
  return (
    <>
      <Button isSmall isOff={isBusy} onClick={() => void fill([])}>
        Fill in from {matter}
      </Button>
      {known ? <WhoseFacts whose={known.whose} onChoose={(about) => void fill(about)} /> : null}
      <span className="small soft" role="status">
        {known ? filledWords(known) : ''}
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
