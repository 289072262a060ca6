import type { Conclusions } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { downloadFile } from '../parts/download-file.ts'
import { Modal } from '../parts/modal.tsx'
import { useMatter } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-count.ts'
import { calendarDates } from './calendar-dates.ts'
import { calendarFile } from './calendar-file.ts'

type Props = { readonly conclusions: Conclusions; readonly onClose: () => void }

/** Saves the dates ahead as a calendar file, after saying what it holds and that it is not encrypted. */
export function ExportCalendar({ conclusions, onClose }: Props) {
  const matter = useMatter()
  const dates = calendarDates(conclusions, matter)
  const save = () => {
    const text = calendarFile(dates, new Date().toISOString())
    downloadFile(new File([text], 'dates.ics', { type: 'text/calendar' }))
    onClose()
  }
  return (
    <Modal title={`Export ${formatCount(dates.length, 'date')} to a calendar`} onClose={onClose}>
      <p className="soft">
        The file holds the days ahead with the name of the matter, what each is, and what it rests on. It is not
        encrypted, and a calendar may pass it on to others. Dates that change here do not change there: export them
        again then.
      </p>
      <div className="btns">
        <Button look="primary" onClick={save}>
          Save the file
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel <kbd>Esc</kbd>
        </Button>
      </div>
    </Modal>
  )
}
