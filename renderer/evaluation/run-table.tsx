import { messageText } from '../../wording/message-text.ts'
import type { EvaluationRun, RunSummary } from '../../contract/evaluation/evaluation.ts'
import { runWords } from '../../contract/evaluation/answer-setting-words.ts'
import { Button } from '../parts/button.tsx'
import { downloadFile } from '../parts/export-file.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatNumber, formatShare } from '../../wording/format-quantity.ts'
import { formatSeconds, formatTime } from '../../wording/format-time.ts'
import { t, texts } from '../../wording/translate.ts'
import { modelName } from '../../wording/model-name.ts'

type Props = {
  readonly runs: readonly EvaluationRun[]
  readonly run: EvaluationRun | null
  readonly other: EvaluationRun | null
  readonly onRun: (run: string) => void
  readonly onCompare: (run: string | null) => void
}

/** The runs of a set side by side; a row is shown or compared by its buttons. */
export function RunTable({ runs, run: shown, other, onRun, onCompare }: Props) {
  return (
    <div className="table-scroll">
      <table className="data runs" aria-label={t('evaluation.runs.label')}>
        <thead>
          <tr>
            <th scope="col">{t('evaluation.runs.run')}</th>
            {heads().map((head) => (
              <th key={head} scope="col" className="n">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('evaluation.runs.compare')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunLine
              key={run.run}
              run={run}
              isShown={run.run === shown?.run}
              isCompared={run.run === other?.run}
              onRun={onRun}
              onCompare={onCompare}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Of the figures of a run, in their order. */
function heads(): readonly string[] {
  return Object.values(texts('evaluation.runs.heads'))
}

type LineProps = Pick<Props, 'onRun' | 'onCompare'> & {
  readonly run: EvaluationRun
  readonly isShown: boolean
  readonly isCompared: boolean
}

function RunLine({ run, isShown, isCompared, onRun, onCompare }: LineProps) {
  return (
    <tr className={isShown ? 'sel' : ''} data-testid="run">
      <th scope="row">
        <button type="button" className="name" aria-current={isShown} onClick={() => onRun(run.run)}>
          <span aria-hidden="true">{markOf(isShown, isCompared)}</span>
          {t('evaluation.runs.name', { number: run.number, asked: runWords(run) })}
        </button>
        <small>{originWords(run)}</small>
      </th>
      <Figures summary={run.summary} done={run.done} />
      <td className="act">
        {!isShown && run.summary ? (
          <Button look="link" isSmall aria-pressed={isCompared} onClick={() => onCompare(isCompared ? null : run.run)}>
            {t.rich('evaluation.runs.compareWith', { number: run.number, hidden: TEXT_TAGS.hidden })}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}

/** As in the plots: a disc and a square. */
function markOf(isShown: boolean, isCompared: boolean): string {
  if (isShown) return '● '
  return isCompared ? '□ ' : ''
}

function Figures({ summary, done }: { readonly summary: RunSummary | null; readonly done: number }) {
  if (!summary)
    return (
      <td colSpan={heads().length} className="soft n">
        {t('evaluation.runs.soFar', { count: done })}
      </td>
    )
  const { right, half, wrongGreen, rightRefusals, quotes, confidence, medianMs } = summary
  const none = t('evaluation.runs.empty')
  return (
    <>
      <td className="n">{formatShare(right)}</td>
      <td className="n">{half ? formatShare(half) : none}</td>
      <td className="n">{wrongGreen ? countWords(wrongGreen) : none}</td>
      <td className="n">{confidence ? formatShare(confidence.confidentWrong) : t('evaluation.runs.notMeasured')}</td>
      <td className="n">{countWords(rightRefusals)}</td>
      <td className="n">{countWords(quotes)}</td>
      <td className="n">{confidence ? formatNumber(confidence.ece, 2) : none}</td>
      <td className="n">{medianMs === null ? none : formatSeconds(medianMs)}</td>
    </>
  )
}

function countWords({ count, of }: RunSummary['quotes']): string {
  return of === 0 ? t('quantities.none') : t('evaluation.runs.countOf', { count, of })
}

type ExportRunProps = {
  readonly run: EvaluationRun
  readonly other: EvaluationRun | null
  readonly onClose: () => void
}

/** Writes a run to a file. */
export function ExportRun({ run, other, onClose }: ExportRunProps) {
  const client = useClient()
  const action = useAction()
  const formats = texts('evaluation.report.formats')
  const write = (format: keyof typeof formats) =>
    void action.run(async () => {
      const { matter, run: id } = run
      const { file } = await client.evaluation.export({ matter, run: id, against: other?.run ?? null, format })
      downloadFile(file)
    }, t('evaluation.report.kept'))
  return (
    <Modal title={t('evaluation.report.title', { number: run.number })} onClose={onClose}>
      <p className="soft">
        {t('evaluation.report.hint')} {other ? t('evaluation.report.compared', { number: other.number }) : ''}
      </p>
      <div className="stack-2 start-items">
        {(Object.keys(formats) as (keyof typeof formats)[]).map((format) => (
          <Button key={format} isBusy={action.isBusy} onClick={() => write(format)}>
            {formats[format]}
          </Button>
        ))}
      </div>
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button look="quiet" onClick={onClose}>
          {t.rich('frame.buttons.closeByKey', TEXT_TAGS)}
        </Button>
      </div>
    </Modal>
  )
}

function originWords({ model, startedAt, settings, state, failure }: EvaluationRun): string {
  const origin = t('evaluation.runs.origin', {
    model: model ? modelName(model.id) : t('evaluation.runs.noModel'),
    time: formatTime(startedAt),
    seed: String(settings.seed),
  })
  if (state === 'stopped') return t('evaluation.runs.stopped', { origin })
  return state === 'failed'
    ? t('evaluation.runs.failed', { failure: failure ? messageText(failure) : '', origin })
    : origin
}
