import type { Sheet } from '../../contract/sheet.ts'
import { resultWords } from '../facts/calculation-text.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { useCopied } from '../viewer/use-copied.ts'
import { isKnown } from './sheet-result.tsx'

type Props = { readonly sheet: Sheet; readonly about: readonly string[] }

/** Keeps the sheet in the list of the matter, copies it as text, or prints it. */
export function KeepSheet({ sheet, about }: Props) {
  const matter = useMatter().id
  const client = useClient()
  const { isBusy, failure, run } = useAction()
  const [copied, copy] = useCopied('Copy')
  const { calculator, asOf } = sheet
  const keep = () => client.sheet.keep({ matter, goal: calculator.name, about: [...about], asOf })
  return (
    <div className="btns">
      <Button isSmall isOff={isBusy} onClick={() => void run(keep)}>
        Keep sheet
      </Button>
      <Button look="quiet" isSmall onClick={() => copy(() => Promise.resolve(sheetText(sheet)))}>
        <span aria-live="polite">{copied}</span>
      </Button>
      <Button look="quiet" isSmall onClick={() => window.print()}>
        Print
      </Button>
      <FailureNote failure={failure} />
    </div>
  )
}

/** The sheet with every input and its source, as plain text for another program. */
export function sheetText({ calculator, calculation, asOf, inputs }: Sheet): string {
  return [
    `${calculator.title}, as of ${asOf}: ${resultWords(calculation)}`,
    ...inputs.map((input) => {
      const { label, value, holds, state, facts } = input
      const [fact] = facts
      const said = isKnown(input) ? (value ?? holds ?? '') : state === 'conflict' ? 'values conflict' : 'not recorded'
      const from = fact?.source.kind === 'passage' ? ` (${fact.source.document}: “${fact.source.quote}”)` : ''
      return `- ${label}: ${said}${state === 'read' ? ', not confirmed' : ''}${from}`
    }),
    ...(calculation.source === null ? [] : [`Source: ${calculation.source}`]),
    `Computed by the rules of the pack ${calculator.pack}${calculator.reviewed ? '' : ', a sample: not reviewed guidance'}.`,
  ].join('\n')
}
