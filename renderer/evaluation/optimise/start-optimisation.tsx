import { messageText } from '../../../wording/message-text.ts'
import { useState } from 'react'
import type { QuestionSet } from '../../../contract/evaluation/evaluation.ts'
import type { Optimisation } from '../../../contract/evaluation/optimisation.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useAction } from '../../state/use-action.ts'
import { t } from '../../../wording/translate.ts'

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
      t('optimisation.start.kept'),
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
        label={t('optimisation.start.evaluations')}
        inputMode="numeric"
        value={evaluations}
        onText={setEvaluations}
        hint={t('optimisation.start.evaluationsHint', { most: MOST })}
      />
      <TextField
        label={t('optimisation.start.sample')}
        inputMode="numeric"
        value={sample}
        onText={setSample}
        hint={t('optimisation.start.sampleHint')}
      />
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button type="submit" look="primary" isOff={!isRight || action.isBusy}>
          {t(isStopped(before) ? 'optimisation.start.goOn' : 'optimisation.start.submit')}
        </Button>
        {isRight ? null : <span className="small muted">{t('optimisation.start.missing')}</span>}
      </div>
    </form>
  )
}

function Stopped({ before }: Pick<Props, 'before'>) {
  if (!before || !isStopped(before)) return null
  const { tried, done, failure, result } = before
  const words =
    result === null
      ? t('optimisation.start.stopped', { settings: tried.length, answers: done })
      : t('optimisation.start.stoppedAgain', { answers: done })
  return (
    <p role="status">
      {words} {failure ? messageText(failure) : null}
    </p>
  )
}

function isStopped(before: Optimisation | null): boolean {
  return before?.state === 'stopped' || before?.state === 'failed'
}

function isWithin(text: string, least: number, most: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
}
