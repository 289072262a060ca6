import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { PathField } from '../parts/path-field.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = { readonly onDone: (set: string) => void; readonly onClose: () => void }

/** Takes questions in from a file, or points to a folder that has documents of its own. */
export function ImportQuestions({ onDone, onClose }: Props) {
  const client = useClient()
  const matter = useShell().matter?.id ?? null
  const action = useAction()
  const [file, setFile] = useState<File | null>(null)
  const [folder, setFolder] = useState('')
  const isEmpty = file === null && folder.trim() === ''
  const take = () =>
    action.run(async () => {
      const set = file
        ? await client.evaluation.importFile({ matter, file })
        : await client.evaluation.importSet({ matter, path: folder.trim() })
      onDone(set.set)
      onClose()
    }, 'Nothing was taken in.')
  return (
    <Modal title="Import questions" onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty && !action.isBusy) void take()
        }}
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
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={isEmpty || action.isBusy}>
            Import
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
          {isEmpty ? <span className="small muted">Choose a file or a folder first.</span> : null}
        </div>
      </form>
    </Modal>
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
