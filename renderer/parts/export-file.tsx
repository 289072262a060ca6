import type { ExportFormat } from '../../contract/answers/answer.ts'
import { t } from '../../wording/translate.ts'
import { useAction } from '../state/use-action.ts'
import { Button } from './button.tsx'
import { FailureNote } from './failure-note.tsx'
import { Modal } from './modal.tsx'

type Props<F extends ExportFormat> = {
  readonly title: string
  /** Those that there are. */
  readonly formats: readonly F[]
  readonly make: (format: F) => Promise<File>
  readonly onClose: () => void
  /** What the file holds, and that it is not encrypted. */
  readonly children: React.ReactNode
}

/** Saves something as a file of the format that is pressed. */
export function ExportFile<F extends ExportFormat>({ title, formats, make, onClose, children }: Props<F>) {
  const action = useAction()
  const save = async (format: F) => {
    if (await action.run(async () => downloadFile(await make(format)))) onClose()
  }
  return (
    <Modal title={title} onClose={onClose}>
      <p className="soft">{children}</p>
      <FailureNote failure={action.failure} />
      <div className="btns">
        {formats.map((format) => (
          <Button key={format} isOff={action.isBusy} onClick={() => void save(format)}>
            {formatWords(format)}
          </Button>
        ))}
        <Button look="quiet" onClick={onClose}>
          {t('frame.buttons.cancel')} <kbd>Esc</kbd>
        </Button>
      </div>
    </Modal>
  )
}

function formatWords(format: ExportFormat): string {
  return t(`frame.exporting.${format}`)
}

/** Hands a file to the user as a download. */
export function downloadFile(file: File): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
