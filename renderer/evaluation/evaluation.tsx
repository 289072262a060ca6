import { type EvaluationRun, type QuestionSet, stageWords } from '../../contract/evaluation/evaluation.ts'
import { useState } from 'react'
import { Bar } from '../frame/bar.tsx'
import { Button } from '../parts/button.tsx'
import { DamagedEntries } from '../parts/damaged-entries.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/progress.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatTimeLeft } from '../../wording/format-time.ts'
import { setName } from './set-name.ts'
import { t } from '../../wording/translate.ts'
import { AgreementPanel } from './agreement-panel.tsx'
import { BuildSet, ImportQuestions } from './new-question-set.tsx'
import { ExportRun, RunTable } from './run-table.tsx'
import { Optimise } from './optimise.tsx'
import { QuestionList } from './question-list.tsx'
import { RunView } from './run-view.tsx'
import { FirstRun, StartRun } from './start-run.tsx'
import { type Chosen, useChosen } from './use-evaluation.ts'

type Dialog = 'import' | 'build' | 'start' | 'export' | null

type View = 'runs' | 'questions' | 'optimise'

// Names of kinds, not words.
// oxlint-disable-next-line consilium/no-bare-text
const KEPT_KINDS = ['question set', 'question', 'run', 'result'] as const

/** How good the answers are on questions whose answers are known: sets, runs, and what they come to. */
export function Evaluation() {
  const chosen = useChosen()
  const { matter } = useShell()
  const [dialog, setDialog] = useState<Dialog>(null)
  const [view, setView] = useState<View>('runs')
  const { set, sets } = chosen
  return (
    <main className="work" id="work" tabIndex={-1}>
      <Bar title={t('window.places.evaluation')} sub={set ? setWords(set) : null}>
        <Actions chosen={chosen} hasMatter={matter !== null} onOpen={setDialog} />
      </Bar>
      <div className="col full evaluation">
        <p className="soft">{t('evaluation.what')}</p>
        <FailureNote failure={sets.failure} />
        {sets.value?.length === 0 ? <NoSets hasMatter={matter !== null} /> : null}
        {set ? (
          <>
            <SetBar chosen={chosen} view={view} onView={setView} />
            {view === 'questions' ? <QuestionList key={set.set} set={set} /> : null}
            {view === 'runs' ? <Runs chosen={chosen} /> : null}
            {view === 'optimise' ? <Optimise key={set.set} set={set} /> : null}
          </>
        ) : null}
        <DamagedEntries matter={matter?.id ?? null} kinds={KEPT_KINDS} />
        <AgreementPanel />
      </div>
      <Dialogs
        dialog={dialog}
        chosen={chosen}
        onBuilt={(made) => {
          chosen.chooseSet(made)
          setView('questions')
        }}
        onClose={() => setDialog(null)}
      />
    </main>
  )
}

type ActionsProps = {
  readonly chosen: Chosen
  readonly hasMatter: boolean
  readonly onOpen: (dialog: Dialog) => void
}

function Actions({ chosen, hasMatter, onOpen }: ActionsProps) {
  const { run, runs } = chosen
  const noQuestions = whyWithoutQuestions(chosen)
  const noRun = run?.summary ? null : t('evaluation.actions.needsRun')
  return (
    <>
      <Button look="quiet" isSmall onClick={() => onOpen('import')}>
        {t('evaluation.actions.importQuestions')}
      </Button>
      {hasMatter ? (
        <Button look="quiet" isSmall onClick={() => onOpen('build')}>
          {t('evaluation.actions.build')}
        </Button>
      ) : null}
      <span className="small muted">{noQuestions ?? noRun}</span>
      <Button look="quiet" isSmall whyOff={noRun} isWhyBeside={noQuestions === null} onClick={() => onOpen('export')}>
        {t('evaluation.actions.report')}
      </Button>
      <Button look="primary" isSmall whyOff={noQuestions} isWhyBeside onClick={() => onOpen('start')}>
        {t(runs.value?.length ? 'evaluation.actions.runAgain' : 'evaluation.actions.run')}
      </Button>
    </>
  )
}

function whyWithoutQuestions({ set }: Pick<Chosen, 'set'>): string | null {
  return !set || set.questions === 0 ? t('evaluation.actions.needsQuestions') : null
}

type DialogsProps = {
  readonly dialog: Dialog
  readonly chosen: Chosen
  readonly onBuilt: (set: string) => void
  readonly onClose: () => void
}

function Dialogs({ dialog, chosen: { set, run, other, chooseSet }, onBuilt, onClose }: DialogsProps) {
  const { matter } = useShell()
  if (dialog === 'import') return <ImportQuestions onDone={chooseSet} onClose={onClose} />
  if (dialog === 'build' && matter) {
    const own = set?.documents === 'matter' ? set : null
    return <BuildSet matter={matter.id} set={own} onSet={onBuilt} onClose={onClose} />
  }
  if (dialog === 'start' && set) return <StartRun set={set} onClose={onClose} />
  if (dialog === 'export' && run) return <ExportRun run={run} other={other} onClose={onClose} />
  return null
}

function setWords(set: QuestionSet): string {
  const { questions: count, unanswerable } = set
  return t('evaluation.sets.summary', { name: setName(set), count, unanswerable })
}

type SetBarProps = {
  readonly chosen: Chosen
  readonly view: View
  readonly onView: (view: View) => void
}

function SetBar({ chosen: { sets, set, chooseSet }, view, onView }: SetBarProps) {
  return (
    <div className="set-bar">
      <label className="small soft" htmlFor="question-set">
        {t('evaluation.sets.label')}
      </label>
      <select id="question-set" value={set?.set} onChange={({ target }) => chooseSet(target.value)}>
        {(sets.value ?? []).map((one) => (
          <option key={one.set} value={one.set}>
            {one.matter === null ? t('evaluation.sets.ofNoMatter', { name: setName(one) }) : setName(one)}
          </option>
        ))}
      </select>
      <Button isSmall onClick={() => onView(view === 'runs' ? 'questions' : 'runs')}>
        {t(view === 'runs' ? 'evaluation.sets.questions' : 'evaluation.sets.runs')}
      </Button>
      {view === 'optimise' ? null : (
        <Button isSmall whyOff={whyWithoutQuestions({ set })} onClick={() => onView('optimise')}>
          {t('evaluation.sets.optimise')}
        </Button>
      )}
      {set && set.proposed > 0 ? (
        <span className="small soft">{t('evaluation.sets.proposed', { count: set.proposed })}</span>
      ) : null}
    </div>
  )
}

function Runs({ chosen }: { readonly chosen: Chosen }) {
  const { set, runs, run, other, chooseRun, compareWith } = chosen
  const going = (runs.value ?? []).filter(({ state }) => state === 'running' || state === 'waiting')
  return (
    <>
      <FailureNote failure={runs.failure} />
      {going.map((one) => (
        <RunningNote key={one.run} run={one} />
      ))}
      {runs.value?.length === 0 && set ? <FirstRun set={set} /> : null}
      {runs.value && runs.value.length > 0 ? (
        <RunTable runs={runs.value} run={run} other={other} onRun={chooseRun} onCompare={compareWith} />
      ) : null}
      {set && run?.summary ? <RunView key={run.run} set={set} run={run} summary={run.summary} other={other} /> : null}
    </>
  )
}

/** What belongs here and how to put it in. */
function NoSets({ hasMatter }: { readonly hasMatter: boolean }) {
  return (
    <div className="stack-2">
      <h2 className="h">{t('evaluation.sets.none')}</h2>
      <p className="soft">{t('evaluation.sets.noneWhy')}</p>
      <p className="soft">{t(hasMatter ? 'evaluation.sets.noneTodoInMatter' : 'evaluation.sets.noneTodo')}</p>
    </div>
  )
}

/** A run that goes on, with what is left of it; it goes on whether one looks or not. */
function RunningNote({ run }: { readonly run: EvaluationRun }) {
  const client = useClient()
  const action = useAction()
  const { number, done, of } = run
  const stage = stageWords(run)
  const name = t('evaluation.running.name', { number })
  return (
    <section className="sunk run-note" aria-label={name}>
      <div className="grow">
        <p>{progressOf(run)}</p>
        {stage ? <p className="small soft">{stage}</p> : null}
        <Meter label={name} done={done} all={of} />
        <FailureNote failure={action.failure} />
      </div>
      <Button
        isSmall
        isBusy={action.isBusy}
        onClick={() =>
          void action.run(
            () => client.evaluation.stop({ matter: run.matter, run: run.run }),
            t('evaluation.running.kept'),
          )
        }
      >
        {t('frame.buttons.stop')}
      </Button>
    </section>
  )
}

function progressOf({ number, state, done, of, leftMs }: EvaluationRun): React.ReactNode {
  const { b } = TEXT_TAGS
  if (state === 'waiting') return t.rich('evaluation.running.waiting', { number, b })
  const left = formatTimeLeft(leftMs === null ? null : leftMs / 1000)
  if (left === '') return t.rich('evaluation.running.answered', { number, done, of, b })
  return t.rich('evaluation.running.answeredWithTime', { number, done, of, left, b })
}
