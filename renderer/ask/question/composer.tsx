import { type DocumentChoice, DocumentPicker } from '../../library/document-picker.tsx'
import { useMatter, usePending } from '../../state/shell-context.ts'
import { AskedModel } from './asked-model.tsx'
import { type DayChoice, type HowChoice, isNoDay, RulesDay } from './question-options.tsx'
import { isUnready } from './how-to-answer.ts'
import { QuestionBox } from './question-box.tsx'
import { isWriting as isWritten } from '../asking/live-answer.ts'
import { t } from '../../../wording/translate.ts'
import { TEXT_TAGS } from '../../parts/text-tags.tsx'

type Props = {
  /** Its name: what is half typed belongs to it alone. */
  readonly thread: string
  readonly choice: DocumentChoice
  readonly dayChoice: DayChoice
  /** The day that the thread is asked as of, where one was chosen. */
  readonly dayBefore: string | null
  readonly howChoice: HowChoice
  /** An answer of this thread is being written. */
  readonly isWriting: boolean
  readonly onAsk: (question: string) => void
}

/** The follow-up box, which stays at the foot of the work column. */
export function Composer({ thread, choice, dayChoice, dayBefore, howChoice, isWriting, onAsk }: Props) {
  const matter = useMatter()
  const { lives, waiting: queue } = usePending(matter.id)
  const waiting = queue.length
  const isBusy = lives.some(isWritten)
  return (
    <section className="composer" aria-label={t('ask.followUp.title')}>
      <div className="in">
        <QuestionBox
          name={`follow-up ${thread}`}
          label={t('ask.followUp.label')}
          placeholder={t('ask.followUp.label')}
          isOff={isNoDay(dayChoice.day) || isUnready(howChoice.how)}
          onAsk={onAsk}
        />
        <div className="opts">
          {isBusy ? (
            <span>{waiting > 0 ? t('ask.followUp.waitsForSeveral') : t('ask.followUp.waitsForOne')}</span>
          ) : (
            <>
              <AskedModel {...howChoice} />
              <DocumentPicker {...choice} label={(documents) => t('ask.options.searchIn', { documents })} />
            </>
          )}
          <RulesDay matter={matter.id} before={dayBefore} {...dayChoice} />
          <span className="keys">
            {t.rich(isWriting ? 'ask.followUp.keysWriting' : 'ask.followUp.keys', TEXT_TAGS)}
          </span>
        </div>
      </div>
    </section>
  )
}
