import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/meter.tsx'
import { useShell, useUploads } from '../state/shell-context.ts'
import { formatBytes } from '../wording/format-bytes.ts'
import { formatCount } from '../wording/format-count.ts'

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
