import type { Answer, ExportFormat } from '../../contract/answer.ts'
import { Button } from '../parts/button.tsx'
import { downloadFile } from '../parts/download-file.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatCount } from '../wording/format-count.ts'

type Props = { readonly answers: readonly Answer[]; readonly onClose: () => void }

const FORMATS: readonly { readonly format: ExportFormat; readonly word: string }[] = [
  { format: 'docx', word: 'Word' },
  { format: 'pdf', word: 'PDF' },
  { format: 'md', word: 'Markdown' },
]

/** Saves a question with its follow-ups as a file, after saying that the file is not encrypted. */
export function ExportAnswers({ answers, onClose }: Props) {
  const client = useClient()
  const matter = useMatter()
  const action = useAction()
  const answerIds = answers.map(({ answerId }) => answerId)
  const save = async (format: ExportFormat) => {
    const isDone = await action.run(async () => {
      const { file } = await client.answer.export({ matter: matter.id, answerIds, format })
      downloadFile(file)
    })
    if (isDone) onClose()
  }
  return (
    <Modal title={`Export ${formatCount(answers.length, 'answer')}`} onClose={onClose}>
      <p className="soft">
        The file holds the question, the sentences with their verdicts, and the quotes with document and page. It is not
        encrypted. The ledger keeps that it was made.
      </p>
      <FailureNote failure={action.failure} />
      <div className="btns">
        {FORMATS.map(({ format, word }) => (
          <Button key={format} isOff={action.isBusy} onClick={() => void save(format)}>
            {word}
          </Button>
        ))}
        <Button look="quiet" onClick={onClose}>
          Cancel <kbd>Esc</kbd>
        </Button>
      </div>
    </Modal>
  )
}
