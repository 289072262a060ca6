import { useState } from 'react'
import { FormDialog } from '../parts/form-dialog.tsx'
import { PathField } from '../parts/path-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'

type Props = { readonly onDone: (set: string) => void; readonly onClose: () => void }

/** Takes questions in from a file, or points to a folder that has documents of its own. */
export function ImportQuestions({ onDone, onClose }: Props) {
  const client = useClient()
  const matter = useShell().matter?.id ?? null
  const [file, setFile] = useState<File | null>(null)
  const [folder, setFolder] = useState('')
  const isEmpty = file === null && folder.trim() === ''
  const take = () =>
    file ? client.evaluation.importFile({ matter, file }) : client.evaluation.importSet({ matter, path: folder.trim() })
  return (
    <FormDialog
      title="Import questions"
      submit="Import"
      missing={isEmpty ? 'Choose a file or a folder first.' : null}
      work={take}
      kept="Nothing was taken in."
      onDone={({ set }) => onDone(set)}
      onClose={onClose}
    >
      <FormatNote isInMatter={matter !== null} />
      <div className="field">
        <label htmlFor="question-file">File with questions</label>
        <input
          id="question-file"
          type="file"
          accept=".jsonl,.csv,.tsv,.json"
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
      </div>
      {file ? null : (
        <PathField
          label="Or a folder with questions.jsonl and docs"
          isFolder
          value={folder}
          onPath={setFolder}
          placeholder="/home/you/leases"
        />
      )}
    </FormDialog>
  )
}

function FormatNote({ isInMatter }: { readonly isInMatter: boolean }) {
  return (
    <p className="soft">
      A CSV file has a line with the names of its columns: id, question, answer, answerable, options (with | between
      them), context. A JSONL file has one question a line.
      {isInMatter
        ? ' It is kept encrypted in this matter, and asks its documents unless it brings its own passages.'
        : ''}
    </p>
  )
}
