import type { EvaluationRun, Outcome, RunSummary } from '../../contract/evaluation/evaluation.ts'
import { runWords } from '../../contract/evaluation/answer-setting-words.ts'
import { Button } from '../parts/button.tsx'
import { downloadFile } from '../parts/export-file.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatCount, formatShare } from '../../wording/format-quantity.ts'
import { formatSeconds, formatTime } from '../../wording/format-time.ts'

type Props = {
  readonly runs: readonly EvaluationRun[]
  readonly run: EvaluationRun | null
  readonly other: EvaluationRun | null
  readonly onRun: (run: string) => void
  readonly onCompare: (run: string | null) => void
}

const HEADS = [
  'Right',
  'Half right',
  'Answered and not right',
  'Confident and wrong',
  'Right refusals',
  'Quotes at their place',
  'Calibration error',
  'Time, median',
]

/** The runs of a set side by side; a row is shown or compared by its buttons. */
export function RunTable({ runs, run: shown, other, onRun, onCompare }: Props) {
  return (
    <div className="table-scroll">
      <table className="data runs" aria-label="Runs compared">
        <thead>
          <tr>
            <th scope="col">Run</th>
            {HEADS.map((head) => (
              <th key={head} scope="col" className="n">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">Compare</span>
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
          {run.number}, {runWords(run)}
        </button>
        <small>{originWords(run)}</small>
      </th>
      <Figures summary={run.summary} done={run.done} />
      <td className="act">
        {!isShown && run.summary ? (
          <Button look="link" isSmall aria-pressed={isCompared} onClick={() => onCompare(isCompared ? null : run.run)}>
            Compare<span className="visually-hidden"> with run {run.number}</span>
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
      <td colSpan={HEADS.length} className="soft n">
        {formatCount(done, 'question')} answered so far
      </td>
    )
  const { right, half, wrongGreen, rightRefusals, quotes, confidence, medianMs } = summary
  const of = ({ count, of: all }: { count: number; of: number }) => (all === 0 ? 'none' : `${count} of ${all}`)
  return (
    <>
      <td className="n">{formatShare(right)}</td>
      <td className="n">{half ? formatShare(half) : '–'}</td>
      <td className="n">{wrongGreen ? of(wrongGreen) : '–'}</td>
      <td className="n">{confidence ? formatShare(confidence.confidentWrong) : 'not measured'}</td>
      <td className="n">{of(rightRefusals)}</td>
      <td className="n">{of(quotes)}</td>
      <td className="n">{confidence ? confidence.ece.toFixed(2) : '–'}</td>
      <td className="n">{medianMs === null ? '–' : formatSeconds(medianMs)}</td>
    </>
  )
}

const FORMATS = {
  html: 'Report with plots (HTML)',
  jsonl: 'Every question (JSONL)',
  csv: 'Every question (CSV)',
} as const

type ExportRunProps = {
  readonly run: EvaluationRun
  readonly other: EvaluationRun | null
  readonly onClose: () => void
}

/** Writes a run to a file. */
export function ExportRun({ run, other, onClose }: ExportRunProps) {
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
      <div className="stack-2 start-items">
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

function originWords({ model, startedAt, settings, state, failure }: EvaluationRun): string {
  const how = state === 'stopped' ? 'stopped, ' : state === 'failed' ? `failed: ${failure} ` : ''
  return `${how}${model?.id ?? 'no model yet'}, ${formatTime(startedAt)}, seed ${settings.seed}`
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  right: 'right',
  half: 'half right: part of what was asked is missing',
  wrong: 'wrong',
  'right-refusal': 'rightly refused',
  'wrong-refusal': 'refused, though answerable',
  'should-refuse': 'answered, though nothing answers it',
  unjudged: 'not judged: no known answer',
}
