import type { ReadingProgress } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/progress.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell, useUploads } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { formatTimeLeft } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'

type ReadingJobProps = {
  readonly progress: ReadingProgress
  /** Whether more files are on their way: the place stays between two of them, so that a click on Pause is not lost. */
  readonly areComing: boolean
}

/** The reading queue: what is being read, how far it is, and the way to halt it. */
export function ReadingJob({ progress, areComing }: ReadingJobProps) {
  const client = useClient()
  const action = useAction()
  const { matter, paused, running, documentsDone, documents, current, pagesDone, pages, secondsLeft } = progress
  if (!running && !paused && !areComing) return null
  const stop = async () => {
    await client.job.cancel({ matter })
    if (current) await client.job.cancel({ matter, document: current })
  }
  const done = documentsDone + (pages > 0 ? pagesDone / pages : 0)
  return (
    <section className="job" aria-label={t('library.reading.title')} data-testid="reading">
      <div className="top">
        <b>{titleOf(progress)}</b>
        <span className="soft">{paused ? '' : doingWords(progress)}</span>
        <span className="btns">
          <span className="soft num">{paused ? '' : formatTimeLeft(secondsLeft)}</span>
          <Button
            isSmall
            onClick={() =>
              void action.run(() => (paused ? client.job.resume({ matter }) : client.job.pause({ matter })))
            }
          >
            {paused ? t('library.reading.resume') : t('library.reading.pause')}
          </Button>
          <Button look="quiet" isSmall onClick={() => void action.run(stop)}>
            {t('library.reading.stop')}
          </Button>
        </span>
      </div>
      <Meter label={t('library.reading.title')} done={done} all={documents} />
      <p className="small muted">
        {pagesDone === 0 ? '' : `${t('library.reading.storedPages', { count: pagesDone })} `}
        {t('library.reading.mayClose')}
      </p>
      <FailureNote failure={action.failure} />
    </section>
  )
}

function titleOf({ paused, running, documentsDone, documents }: ReadingProgress): string {
  if (paused) return t('library.reading.paused', { done: documentsDone, all: documents })
  return running
    ? t('library.reading.running', { at: Math.min(documentsDone + 1, documents), all: documents })
    : t('library.reading.waiting')
}

function doingWords({ current, stage, page, pages }: ReadingProgress): string {
  if (!current) return ''
  const doing = { document: current, stage: t(`library.states.${stage ?? 'reading'}`) }
  return page !== null && pages > 1
    ? t('library.reading.stageWithPage', { ...doing, page, pages })
    : t('library.reading.stage', doing)
}

/** Files on their way into the matter, and those that could not be taken in. */
export function UploadJobs({ matter }: { readonly matter: string }) {
  const { uploads } = useShell()
  const mine = useUploads().filter((upload) => upload.matter === matter)
  const running = mine.filter(({ failure }) => failure === null)
  const failed = mine.filter(({ failure }) => failure !== null)
  const sum = (part: 'sizeBytes' | 'sentBytes') => running.reduce((total, upload) => total + upload[part], 0)
  return (
    <>
      {running.length > 0 ? (
        <section className="job" aria-label={t('library.uploads.title')}>
          <div className="top">
            <b>{t('library.uploads.adding', { count: running.length })}</b>
            <span className="soft">{running[0]?.path}</span>
            <span className="btns">
              <span className="soft num">
                {t('library.uploads.sent', {
                  sent: formatBytes(sum('sentBytes')),
                  all: formatBytes(sum('sizeBytes')),
                })}
              </span>
              <Button look="quiet" isSmall onClick={() => uploads.stop(matter)}>
                {t('library.uploads.stop')}
              </Button>
            </span>
          </div>
          <Meter label={t('library.uploads.title')} done={sum('sentBytes')} all={sum('sizeBytes')} />
          <p className="small muted">{t('library.uploads.keepOpen')}</p>
        </section>
      ) : null}
      {failed.map(({ upload, path, failure }) => (
        <section className="job" key={upload} aria-label={t('library.uploads.notAdded', { path })}>
          <p>
            <b>{t('library.uploads.notAddedSentence', { path })}</b>
          </p>
          <FailureNote failure={failure}>
            <Button isSmall onClick={() => uploads.forget(upload)}>
              {t('frame.buttons.close')}
            </Button>
          </FailureNote>
        </section>
      ))}
    </>
  )
}
