import type { PageText } from '../../../contract/document.ts'
import { TARGET, useTextShown } from './text-context.ts'
import { type TextRun, textRuns } from './text-runs.ts'

type Props = {
  readonly page: PageText
  /** Offsets of the page's text. */
  readonly start: number
  readonly end: number
}

/** A part of a page's text: its words alone, marked where they are cited or found. Never markup of the document. */
export function RunsView({ page, start, end }: Props) {
  const { marks, target, onJump } = useTextShown()
  const from = page.start + start
  const to = page.start + end
  const isTarget = target !== null && target.offset >= from && target.offset < to
  const links = page.links.map((link) => ({ ...link, start: page.start + link.start, end: page.start + link.end }))
  const runs = textRuns(
    { text: page.text.slice(start, end), start: from, links },
    marks,
    isTarget ? target.offset : null,
  )
  return runs.map((run) => (
    <Run key={run.start} run={run} isTarget={isTarget && run.start === target.offset} onJump={onJump} />
  ))
}

type RunProps = {
  readonly run: TextRun
  readonly isTarget: boolean
  readonly onJump: (offset: number) => void
}

function Run({ run: { text, mark, target }, isTarget, onJump }: RunProps) {
  const place = isTarget ? { [TARGET]: '' } : {}
  const words =
    target === null ? (
      text
    ) : (
      <button type="button" className="link" onClick={() => onJump(target)}>
        {text}
      </button>
    )
  if (mark)
    return (
      <mark className={mark} {...place}>
        {words}
      </mark>
    )
  return isTarget || target !== null ? <span {...place}>{words}</span> : words
}
