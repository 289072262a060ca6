import { answerWords } from '../../contract/calculator-input.ts'
import { type Sheet, type SheetInput, whyWords } from '../../contract/sheet.ts'
import { groundLines, originLines } from '../facts/calculation-text.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { useCopied } from '../viewer/use-copied.ts'
import { aboutWords, answerShown, resultShown } from './sheet-result.tsx'

type Props = {
  readonly sheet: Sheet
  readonly about: readonly string[]
  /** Whether it is what is recorded; only that can be kept. */
  readonly isRecorded: boolean
}

/** Keeps the sheet in the list of the matter, copies it as text, or prints it. */
export function KeepSheet({ sheet, about, isRecorded }: Props) {
  const matter = useMatter().id
  const client = useClient()
  const { isBusy, failure, run } = useAction()
  const [copied, copy] = useCopied('Copy')
  const { calculator, asOf } = sheet
  const keep = () => client.sheet.keep({ matter, goal: calculator.name, about: [...about], asOf })
  return (
    <>
      <Button isSmall isOff={isBusy || !isRecorded} onClick={() => void run(keep)}>
        Keep sheet
      </Button>
      <Button look="quiet" isSmall onClick={() => copy(() => Promise.resolve(sheetText(sheet)))}>
        <span aria-live="polite">{copied}</span>
      </Button>
      <Button look="quiet" isSmall onClick={() => window.print()}>
        Print
      </Button>
      <FailureNote failure={failure} />
    </>
  )
}

/** The sheet with every input and its source, as plain text for another program. */
export function sheetText(sheet: Sheet): string {
  const { calculator, calculation, asOf, inputs, stated } = sheet
  return [
    `${calculator.title}${aboutWords(sheet)}, as of ${asOf}: ${resultShown(sheet)}`,
    ...stated.map((one) => `- ${one.document} says ${one.value}: “${one.quote}” ${whyWords(one)}`),
    'Inputs:',
    ...inputs.map((input) => `- ${input.label}: ${answerShown(input)}${notedOf(input)}${sourceOf(input)}`),
    'How this was calculated:',
    ...groundLines(calculation),
    ...originLines(calculator, calculation),
  ].join('\n')
}

function notedOf({ state }: SheetInput): string {
  return state === 'read' ? ', not confirmed' : state === 'typed' ? ', not recorded' : ''
}

/** The documents that say so or otherwise; of values that differ each with its own. */
function sourceOf(input: SheetInput): string {
  const { facts, against, state, args } = input
  const isEach = state === 'conflict' || against.length > 0
  const shown = state === 'conflict' ? facts : [...facts.slice(0, 1), ...against]
  const from = shown.flatMap(({ source, holds, args: said }) => {
    if (source.kind !== 'passage') return []
    const value = answerWords({ ...input, holds, value: said[args.indexOf(null)] ?? null })
    return `${source.document}${isEach ? `, ${value}` : ''}: “${source.quote}”`
  })
  return from.length === 0 ? '' : ` (${from.join('; ')})`
}
