import type { EvaluationRun } from '../../contract/evaluation.ts'
import { Button } from '../parts/button.tsx'
import { downloadFile } from '../parts/download-file.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

const FORMATS = {
  html: 'Report with plots (HTML)',
  jsonl: 'Every question (JSONL)',
  csv: 'Every question (CSV)',
} as const

type Props = { readonly run: EvaluationRun; readonly other: EvaluationRun | null; readonly onClose: () => void }

/** Writes a run to a file. */
export function ExportRun({ run, other, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const write = (format: keyof typeof FORMATS) =>
    void action.run(async () => {
      const { matter, run: id } = run
      const { file } = await client.evaluation.export({ matter, run: id, against: other?.run ?? null, format })
      downloadFile(file)
    }, 'Nothing was written.')
  return (
    <Modal title={`Report on run ${run.number}`} onClose={onClose}>
      <p className="soft">
        The file holds the questions and the answers in plain text, unencrypted: keep it where the matter may be kept.
        {other ? ` The report compares it with run ${other.number}.` : ''}
      </p>
      <div className="grid gap-2 justify-items-start">
        {(Object.keys(FORMATS) as (keyof typeof FORMATS)[]).map((format) => (
          <Button key={format} isOff={action.isBusy} onClick={() => write(format)}>
            {FORMATS[format]}
          </Button>
        ))}
      </div>
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button look="quiet" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </Button>
      </div>
    </Modal>
  )
}
