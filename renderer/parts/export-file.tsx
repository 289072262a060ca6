import type { ExportFormat } from '../../contract/answers/answer.ts'
import { useState } from 'react'
import { t } from '../../wording/translate.ts'
import { useAction } from '../state/use-action.ts'
import { Button } from './button.tsx'
import { FailureNote } from './failure-note.tsx'
import { Modal } from './modal.tsx'

type Props<F extends ExportFormat> = {
  readonly title: string
  /** Those that there are. */
  readonly formats: readonly F[]
  readonly make: (format: F) => Promise<Made>
  readonly onClose: () => void
  /** What the file holds, and that it is not encrypted. */
  readonly children: React.ReactNode
}

/** `limits`: what the file lacks or has otherwise, each in a sentence. */
type Made = { readonly file: File; readonly limits?: readonly string[] }

/** Saves something as a file of the format that is pressed. Where the file has limits they are said before the dialog is closed. */
export function ExportFile<F extends ExportFormat>({ title, formats, make, onClose, children }: Props<F>) {
  const action = useAction()
  const [limited, setLimited] = useState<Made | null>(null)
  const save = async (format: F) => {
    const made = await make(format)
    downloadFile(made.file)
    if ((made.limits ?? []).length > 0) setLimited(made)
    else onClose()
  }
  return (
    <Modal title={title} onClose={onClose}>
      {limited ? <Limits made={limited} /> : <p className="soft">{children}</p>}
      <FailureNote failure={action.failure} />
      {limited ? (
        <div className="btns">
          <Button look="primary" onClick={onClose}>
            {t('frame.buttons.close')}
          </Button>
        </div>
      ) : (
        <div className="btns">
          {formats.map((format) => (
            <Button key={format} isBusy={action.isBusy} onClick={() => void action.run(() => save(format))}>
              {formatWords(format)}
            </Button>
          ))}
          <Button look="quiet" onClick={onClose}>
            {t('frame.buttons.cancel')} <kbd>Esc</kbd>
          </Button>
        </div>
      )}
    </Modal>
  )
}

function Limits({ made: { file, limits = [] } }: { readonly made: Made }) {
  return (
    <div className="stack-1" role="status">
      <p>{t('frame.savedWithLimits', { name: file.name })}</p>
      <ul className="soft stack-1">
        {limits.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
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
