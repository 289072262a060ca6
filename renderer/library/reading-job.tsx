import type { ReadingProgress } from '../../contract/document.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/meter.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { formatTimeLeft } from '../wording/format-time.ts'
import { formatCount } from '../wording/format-count.ts'

/** The reading queue: what is being read, how far it is, and the way to halt it. */
export function ReadingJob({ progress }: { readonly progress: ReadingProgress }) {
  const client = useClient()
  const action = useAction()
  const { matter, paused, running, documentsDone, documents, current, pagesDone, pages, secondsLeft } = progress
  if (!running && !paused) return null
  const stop = async () => {
    await client.job.cancel({ matter })
    if (current) await client.job.cancel({ matter, document: current })
  }
  const number = Math.min(documentsDone + 1, documents)
  const done = documentsDone + (pages > 0 ? pagesDone / pages : 0)
  return (
    <section className="job" aria-label="Reading" data-testid="reading">
      <div className="top">
        <b>{paused ? `Paused, ${documentsDone} of ${documents} read` : `Reading ${number} of ${documents}`}</b>
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

function doingWords({ current, stage, page, pages }: ReadingProgress): string {
  if (!current) return ''
  return `${current}, ${stage ?? 'reading'}${page !== null && pages > 1 ? ` page ${page} of ${pages}` : ''}`
}

function storedWords(pages: number): string {
  if (pages === 0) return ''
  return `${formatCount(pages, 'page')} of this document ${pages === 1 ? 'is' : 'are'} stored. `
}
