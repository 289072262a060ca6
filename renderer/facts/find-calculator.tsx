import { useState } from 'react'
import type { CalculatorSuggestion } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = { readonly asOf: string | null; readonly onFound: (found: CalculatorSuggestion) => void }

/** Opens the calculator that a question asks for. The question is recorded nowhere. */
export function FindCalculator({ asOf, onFound }: Props) {
  const client = useClient()
  const matter = useMatter().id
  const { isBusy, failure, run } = useAction()
  const [question, setQuestion] = useState('')
  const [told, setTold] = useState('')
  const find = async () => {
    const { suggestions, leftOut } = await client.calculator.suggest({ question, matter, ofAllPacks: true, asOf })
    const [best] = suggestions
    if (best) onFound(best)
    setTold([foundWords(suggestions, leftOut.length), ...leftOut.map((one) => `Left out: ${one}.`)].join(' ').trim())
  }
  return (
    <form
      className="mb-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (question.trim() !== '') void run(find)
      }}
    >
      <TextField
        label="Which calculator?"
        placeholder="Is she on too much enoxaparin?"
        value={question}
        onText={setQuestion}
      />
      <Button isSmall type="submit" isOff={isBusy} className="mt-1">
        Find calculator
      </Button>
      <p className="small soft" role="status">
        {told}
      </p>
      <FailureNote failure={failure} />
    </form>
  )
}

function foundWords(suggestions: readonly CalculatorSuggestion[], leftOut: number): string {
  const [best, ...others] = suggestions.map(({ calculator }) => calculator.title)
  if (best === undefined) return leftOut === 0 ? 'None answers that.' : ''
  const open = suggestions[0]?.whose.find(({ chosen }) => chosen === null)
  return [
    `Opened: ${best}.`,
    others.length === 0 ? '' : `Also: ${others.join(', ')}.`,
    open ? `Not filled in: the facts are about ${open.names.join(', ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
