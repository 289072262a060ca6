import type { Sheet } from '../../contract/sheet.ts'
import { useState } from 'react'
import type { FactInput } from '../../contract/fact.ts'
import { sheetText } from '../../contract/sheet-words.ts'
import { Button } from '../parts/button.tsx'
import { ExportFile } from '../parts/export-file.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { useCopied } from '../viewer/use-copied.ts'

type Props = {
  readonly sheet: Sheet
  readonly about: readonly string[]
  readonly typed: readonly FactInput[]
  /** Whether it is what is recorded; only that can be kept. */
  readonly isRecorded: boolean
}

/** Keeps the sheet in the list of the matter, copies it as text, prints it, or saves it as a file. */
export function KeepSheet({ sheet, about, typed, isRecorded }: Props) {
  const [isExporting, setExporting] = useState(false)
  const matter = useMatter().id
  const client = useClient()
  const { isBusy, failure, run } = useAction()
  const [copied, copy] = useCopied('Copy')
  const { calculator, asOf } = sheet
  const opened = { matter, goal: calculator.name, about: [...about], typed: [...typed], asOf }
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
      <Button look="quiet" isSmall onClick={() => setExporting(true)}>
        Export…
      </Button>
      {isExporting ? (
        <ExportFile
          title="Export the sheet"
          make={async (format) => (await client.sheet.export({ ...opened, format })).file}
          onClose={() => setExporting(false)}
        >
          The file holds the result, every input with its quote and document, and the calculation. It is not encrypted.
          The ledger keeps that it was made.
        </ExportFile>
      ) : null}
      <FailureNote failure={failure} />
    </>
  )
}
