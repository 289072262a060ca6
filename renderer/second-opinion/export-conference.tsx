import { useState } from 'react'
import type { ExportFormat } from '../../contract/answer.ts'
import { Button } from '../parts/button.tsx'
import { ExportFile } from '../parts/export-file.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'

/** Saves the whole consultation as a file. */
export function ExportConference({ consultation }: { readonly consultation: string }) {
  const client = useClient()
  const matter = useMatter()
  const [isOpen, setOpen] = useState(false)
  const make = async (format: ExportFormat) =>
    (await client.opinion.export({ matter: matter.id, consultation, format })).file
  return (
    <>
      <Button look="quiet" isSmall onClick={() => setOpen(true)}>
        Export…
      </Button>
      {isOpen ? (
        <ExportFile title="Export the case conference" make={make} onClose={() => setOpen(false)}>
          The file holds the question, what each side says with its evidence, how they compare, what was decided, what
          left this computer, and the ledger entries, with the real names. It is not encrypted. The ledger keeps that it
          was made.
        </ExportFile>
      ) : null}
    </>
  )
}
