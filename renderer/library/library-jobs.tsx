import type { ReadingProgress } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/progress.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useShell, useUploads } from '../state/shell-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatBytes, formatCount } from '../../wording/format-quantity.ts'
import { formatTimeLeft } from '../../wording/format-time.ts'

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
    <section className="job" aria-label="Reading" data-testid="reading">
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
            {paused ? 'Go on' : 'Pause'}
          </Button>
          <Button look="quiet" isSmall onClick={() => void action.run(stop)}>
            Stop
          </Button>
        </span>
      </div>
      <Meter label="Reading" done={done} all={documents} />
      <p className="small muted">
        {storedWords(pagesDone)}You may close the window: reading goes on. Answers use a document once it is complete.
      </p>
      <FailureNote failure={action.failure} />
    </section>
  )
}

function titleOf({ paused, running, documentsDone, documents }: ReadingProgress): string {
  if (paused) return `Paused, ${documentsDone} of ${documents} read`
  return running ? `Reading ${Math.min(documentsDone + 1, documents)} of ${documents}` : 'Waiting for the next file'
}

function doingWords({ current, stage, page, pages }: ReadingProgress): string {
  if (!current) return ''
  return `${current}, ${stage ?? 'reading'}${page !== null && pages > 1 ? ` page ${page} of ${pages}` : ''}`
}

function storedWords(pages: number): string {
  if (pages === 0) return ''
  return `${formatCount(pages, 'page')} of this document ${pages === 1 ? 'is' : 'are'} stored. `
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
        <section className="job" aria-label="Taking files in">
          <div className="top">
            <b>Taking in {formatCount(running.length, 'file')}</b>
            <span className="soft">{running[0]?.path}</span>
            <span className="btns">
              <span className="soft num">
                {formatBytes(sum('sentBytes'))} of {formatBytes(sum('sizeBytes'))}
              </span>
              <Button look="quiet" isSmall onClick={() => uploads.stop(matter)}>
                Stop
              </Button>
            </span>
          </div>
          <Meter label="Taking files in" done={sum('sentBytes')} all={sum('sizeBytes')} />
          <p className="small muted">Keep the window open until the files are in. Reading begins with the first.</p>
        </section>
      ) : null}
      {failed.map(({ upload, path, failure }) => (
        <section className="job" key={upload} aria-label={`${path} was not taken in`}>
          <p>
            <b>{path} was not taken in.</b>
          </p>
          <FailureNote failure={failure}>
            <Button isSmall onClick={() => uploads.forget(upload)}>
              Close
            </Button>
          </FailureNote>
        </section>
      ))}
    </>
  )
}
