import { type DocumentChoice, DocumentPicker } from '../../library/document-picker.tsx'
import { useMatter, usePending } from '../../state/shell-context.ts'
import { isOfSample } from '../../../contract/matter.ts'
import { followUpBox } from '../returned-questions.ts'
import { AskedModel, type DayChoice, type HowChoice, RulesDay, whyNotAsked } from './question-options.tsx'
import { QuestionBox } from './question-box.tsx'
import { isWriting as isWritten } from '../live-answer.ts'
import { t } from '../../../wording/translate.ts'
import { TEXT_TAGS } from '../../parts/text-tags.tsx'
import { Bar } from '../../frame/bar.tsx'
import { PlaceLink } from '../../frame/place-link.tsx'
import { Button } from '../../parts/button.tsx'
import { sumCoverage } from '../../library/page-coverage.tsx'
import { isOnTheWay } from '../../library/document-states.ts'
import { useLoaded } from '../../state/use-loaded.ts'

type Props = {
  /** Its name: what is half typed belongs to it alone. */
  readonly thread: string
  readonly choice: DocumentChoice
  readonly dayChoice: DayChoice
  /** The day that the thread is asked as of, where one was chosen. */
  readonly dayBefore: string | null
  readonly howChoice: HowChoice
  /** The last answer says that the file of the model is missing. */
  readonly isMissingSaid: boolean
  /** An answer of this thread is being written. */
  readonly isWriting: boolean
  readonly onAsk: (question: string) => void
}

/** The follow-up box, which stays at the foot of the work column. */
export function Composer({ thread, choice, dayChoice, dayBefore, howChoice, isMissingSaid, ...rest }: Props) {
  const { isWriting, onAsk } = rest
  const matter = useMatter()
  const { lives, waiting: queue } = usePending(matter.id)
  const waiting = queue.length
  const isBusy = lives.some(isWritten)
  return (
    <section className="composer" aria-label={t('ask.followUp.title')}>
      <div className="in">
        <QuestionBox
          name={followUpBox(thread)}
          label={t('ask.followUp.label')}
          placeholder={t('ask.followUp.label')}
          whyOff={whyNotAsked(dayChoice, howChoice)}
          onAsk={onAsk}
        />
        <div className="opts">
          {isBusy ? (
            <span>{waiting > 0 ? t('ask.followUp.waitsForSeveral') : t('ask.followUp.waitsForOne')}</span>
          ) : (
            <>
              <AskedModel {...howChoice} isMissingSaid={isMissingSaid} />
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

type NewQuestionProps = {
  readonly choice: DocumentChoice
  readonly dayChoice: DayChoice
  readonly howChoice: HowChoice
  readonly onAsk: (question: string) => void
}

/** The first question of a thread. */
export function NewQuestion({ choice, dayChoice, howChoice, onAsk }: NewQuestionProps) {
  const matter = useMatter()
  const form = useLoaded((of) => of.fact.form, matter.documents > 0 ? null : { matter: matter.id })
  // Rules answer from facts alone.
  const hasRules = (form.value?.packs ?? []).length > 0
  const isEmpty = matter.documents === 0 && !hasRules
  return (
    <main className="work" id="work" tabIndex={-1}>
      <Bar title={t('ask.title')} sub={coverageWords(choice)} />
      <div className="col question-col">
        {isEmpty ? (
          <div className="stack-2 start-items">
            <h2 className="question">{t('ask.newQuestion.emptyTitle')}</h2>
            <p className="soft">{t('ask.newQuestion.emptyHint')}</p>
            <PlaceLink className="btn small above-1" to={{ name: 'library', libraryTab: 'documents' }}>
              {t('ask.newQuestion.addFiles')}
            </PlaceLink>
          </div>
        ) : (
          <>
            <h2 className="question below-4">{t('ask.newQuestion.title', { matter: matter.matter })}</h2>
            <QuestionBox
              name={`question ${matter.id}`}
              label={hasRules ? t('ask.newQuestion.labelWithRules') : t('ask.newQuestion.label')}
              placeholder={t('ask.newQuestion.placeholder')}
              whyOff={whyNotAsked(dayChoice, howChoice)}
              onAsk={onAsk}
            />
            <div className="opts">
              <AskedModel {...howChoice} />
              {hasRules ? (
                <span>{t('ask.newQuestion.rulesOnly')}</span>
              ) : (
                <DocumentPicker {...choice} label={(documents) => t('ask.options.searchIn', { documents })} />
              )}
              <RulesDay matter={matter.id} before={null} {...dayChoice} />
              <span className="keys">{t.rich('ask.newQuestion.keys', TEXT_TAGS)}</span>
            </div>
            {matter.sample ? <SampleQuestions matter={matter.matter} onAsk={onAsk} /> : null}
          </>
        )}
      </div>
    </main>
  )
}

function SampleQuestions({ matter, onAsk }: { readonly matter: string; readonly onAsk: (question: string) => void }) {
  const samples = useLoaded((of) => of.matter.samples, undefined)
  const questions = samples.value?.find((sample) => isOfSample({ matter }, sample))?.questions ?? []
  if (questions.length === 0) return null
  return (
    <section className="start-part" aria-labelledby="sample-questions">
      <h2 className="h" id="sample-questions">
        {t.rich('ask.newQuestion.samples', { soft: (chunks) => <span className="muted">{chunks}</span> })}
      </h2>
      <ul className="stack-2">
        {questions.map(({ question }) => (
          <li key={question}>
            <Button look="link" className="left-text" onClick={() => onAsk(question)}>
              {question}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** `412 pages, 2 unreadable, 3 documents to be read`, for the bar; nothing until it is known. */
export function coverageWords({ documents }: Pick<DocumentChoice, 'documents'>): string {
  if (!documents) return ''
  const { pages, pagesFailed } = sumCoverage(documents)
  const toRead = documents.filter(isOnTheWay).length
  return [
    t('ask.newQuestion.pages', { count: pages }),
    ...(pagesFailed > 0 ? [t('ask.newQuestion.unreadable', { count: pagesFailed })] : []),
    ...(toRead > 0 ? [t('ask.newQuestion.toRead', { count: toRead })] : []),
  ].join(', ')
}
