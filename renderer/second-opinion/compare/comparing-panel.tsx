import type { Anchoring, Judging } from '../../../contract/opinions/comparing.ts'
import type { Agreement } from '../../../contract/opinions/opinion.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { StoppableProgress } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { listWords } from '../../../wording/phrases.ts'
import { t } from '../../../wording/translate.ts'
import { useEffect, useRef, useState } from 'react'
import { useAction } from '../../state/use-action.ts'

type Props = { readonly consultation: string; readonly agreement: Agreement }

/** Above the table: how the informed opinion moved, and what rules could not tell, for the local model to judge. */
export function ComparingPanel({ consultation, agreement: { judging, anchoring } }: Props) {
  const { languageModel } = useShell().status
  const moved = anchoring && anchoringWords(anchoring)
  const measured = measuredWords(judging)
  return (
    <div className="below-3" data-testid="comparing">
      {moved ? (
        <p className="small soft above-2" data-testid="anchoring">
          {moved}
        </p>
      ) : null}
      {measured ? <p className="small soft above-2">{measured}</p> : null}
      {judging.open > 0 ? (
        <div className="small soft above-2">
          {t('opinions.comparing.open', { count: judging.open })}{' '}
          {languageModel ? (
            <JudgeHere consultation={consultation}>{t('opinions.comparing.compareHere')}</JudgeHere>
          ) : (
            t('opinions.comparing.couldJudge')
          )}
        </div>
      ) : null}
    </div>
  )
}

type JudgeProps = { readonly consultation: string; readonly children: string }

/** Has the local model judge the pairs of a consultation that rules cannot tell; `children`: what the button says. */
export function JudgeHere({ consultation, children }: JudgeProps) {
  const client = useClient()
  const { id: matter } = useMatter()
  const { progress, isBusy, failure, start } = useLongWork(t('opinions.comparing.judgingKept'))
  const judge = () =>
    start(async (tell, signal) => {
      const events = await client.opinion.compare({ matter, consultation }, { signal })
      for await (const { done, items } of events) tell(done, items)
    })
  return (
    <>
      {progress ? (
        <StoppableProgress
          words={t('opinions.comparing.progress', { done: progress.done, count: progress.items })}
          label={t('opinions.comparing.progressLabel')}
          done={progress.done}
          all={progress.items}
          onStop={progress.stop}
        />
      ) : (
        <Button isSmall isBusy={isBusy} onClick={() => void judge()}>
          {children}
        </Button>
      )}
      <FailureNote failure={failure} />
    </>
  )
}

/** Who compared the sentences. */
export function comparedWords({ judged }: Judging): string {
  return judged === 0 ? t('opinions.comparing.byRule') : t('opinions.comparing.byRuleAndModel', { count: judged })
}

/** How far its judging can be relied on; null where none was judged. */
export function measuredWords({ judged, model, measured }: Judging): string | null {
  if (judged === 0 || model === null) return null
  return measured
    ? t('opinions.comparing.measured', { model, ...measured })
    : t('opinions.comparing.notMeasured', { model })
}

/** What became of the blind sentences in the informed opinion; null where no row has both. */
export function anchoringWords(anchoring: Anchoring): string | null {
  const worded = (kinds: readonly (keyof Anchoring)[]) =>
    kinds
      .filter((kind) => anchoring[kind] > 0)
      .map((kind) => t(`opinions.comparing.${kind}`, { count: anchoring[kind] }))
  const changes = worded(['toward', 'away', 'elsewhere'])
  const rest = worded(['stayed', 'unclear', 'takenUp'])
  if (changes.length + rest.length === 0) return null
  return [
    changes.length === 0
      ? t('opinions.comparing.unchanged')
      : t('opinions.comparing.changed', { changes: listWords(changes) }),
    ...(rest.length === 0 ? [] : [t('opinions.comparing.rest', { rest: rest.join(', ') })]),
  ].join(' ')
}

type Progress = { readonly done: number; readonly items: number; readonly stop: () => void }
type Work = (tell: (done: number, items: number) => void, signal: AbortSignal) => Promise<void>

/** Work of the local model that tells how far it has come and can be stopped. `kept`: what stays when it fails. */
export function useLongWork(kept: string) {
  const { run, isBusy, failure } = useAction()
  const [progress, setProgress] = useState<Progress | null>(null)
  const running = useRef<AbortController | null>(null)
  // Whoever leaves the screen can neither see nor stop it.
  useEffect(() => () => running.current?.abort(), [])
  const start = (work: Work) =>
    run(
      async () => {
        const stop = new AbortController()
        running.current = stop
        try {
          await work((done, items) => setProgress({ done, items, stop: () => stop.abort() }), stop.signal)
        } catch (caught) {
          if (!stop.signal.aborted) throw caught
        } finally {
          setProgress(null)
        }
      },
      kept,
      t('opinions.comparing.runsAgain'),
    )
  return { progress, isBusy, failure, start }
}
