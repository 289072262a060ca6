import type { Conclusions } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { downloadFile } from '../parts/download-file.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatCount } from '../wording/format-count.ts'

type Props = { readonly conclusions: Conclusions; readonly onClose: () => void }

/** Saves the dates ahead as a calendar file, after saying what it holds and that it is not encrypted. */
export function ExportCalendar({ conclusions: { ahead, asOf }, onClose }: Props) {
  const { id: matter } = useMatter()
  const client = useClient()
  const { isBusy, failure, run } = useAction()
  const save = async () => {
    const text = await client.rule.calendar({ matter, asOf })
    downloadFile(new File([text], 'dates.ics', { type: 'text/calendar' }))
    onClose()
  }
  return (
    <Modal title={`Export ${formatCount(ahead.length, 'date')} to a calendar`} onClose={onClose}>
      <p className="soft">
        The file holds the days ahead with the name of the matter, what each is, and what it rests on. It is not
        encrypted, and a calendar may pass it on to others. Dates that change here do not change there: export them
        again then.
      </p>
      <FailureNote failure={failure} />
      <div className="btns">
        <Button look="primary" isOff={isBusy} onClick={() => void run(save)}>
          Save the file
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel <kbd>Esc</kbd>
        </Button>
      </div>
    </Modal>
  )
}
