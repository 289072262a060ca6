import { useState } from 'react'
import type { QuestionSet } from '../../../contract/evaluation/evaluation.ts'
import type { Optimisation } from '../../../contract/evaluation/optimisation.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useAction } from '../../state/use-action.ts'

const MOST = 40
const USUALLY = 24

type Props = { readonly set: QuestionSet; readonly before: Optimisation | null }

/** Begins, or goes on with what was stopped: what was measured is not measured again. */
export function StartOptimisation({ set, before }: Props) {
  const client = useClient()
  const action = useAction()
  const [evaluations, setEvaluations] = useState(String(before?.settings.evaluations ?? USUALLY))
  const [sample, setSample] = useState(String(before?.settings.sample ?? USUALLY))
  const isRight = isWithin(evaluations, 1, MOST) && isWithin(sample, 4, Number.MAX_SAFE_INTEGER)
  const start = () =>
    action.run(
      () =>
        client.optimisation.start({
          matter: set.matter,
          set: set.set,
          settings: { evaluations: Number(evaluations), sample: Number(sample) },
        }),
      'Nothing was begun.',
    )
  return (
    <form
      className="stack-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (isRight && !action.isBusy) void start()
      }}
    >
      <Stopped before={before} />
      <TextField
        label="How many settings"
        inputMode="numeric"
        value={evaluations}
        onText={setEvaluations}
        hint={`1 to ${MOST}. The usual settings are the first.`}
      />
      <TextField
        label="On how many questions"
        inputMode="numeric"
        value={sample}
        onText={setSample}
        hint="4 or more, half for choosing and half for measuring what the choice is worth. Each takes from ten seconds to a minute."
      />
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button type="submit" look="primary" isOff={!isRight || action.isBusy}>
          {isStopped(before) ? 'Go on' : 'Optimise'}
        </Button>
        {isRight ? null : <span className="small muted">Give whole numbers.</span>}
      </div>
    </form>
  )
}

function Stopped({ before }: Pick<Props, 'before'>) {
  if (!before || !isStopped(before)) return null
  const { tried, done, failure, result } = before
  const far = result === null ? `${tried.length} settings and ${done} answers` : `${done} answers`
  return (
    <p role="status">
      Stopped after {far}, which are kept. {failure}
      {result === null ? null : ' What was found before stands below.'}
    </p>
  )
}

function isStopped(before: Optimisation | null): boolean {
  return before?.state === 'stopped' || before?.state === 'failed'
}

function isWithin(text: string, least: number, most: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
}
