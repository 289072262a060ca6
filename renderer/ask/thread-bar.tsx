import { useState } from 'react'
import { Bar } from '../frame/bar.tsx'
import { PlaceLink } from '../frame/place-link.tsx'
import { Button } from '../parts/button.tsx'
import { entranceOf } from '../state/place.ts'
import type { Block } from './blocks.ts'
import { CopyButton } from './copy-button.tsx'
import { DeleteAnswers } from './delete-answers.tsx'
import { ExportAnswers } from './export-answers.tsx'

type Props = {
  readonly blocks: readonly Block[]
  readonly sub: string
  /** Called once the thread is deleted. */
  readonly onGone: () => void
}

/** The head of a thread, with what can be done with it as a whole. */
export function ThreadBar({ blocks, sub, onGone }: Props) {
  const [asked, setAsked] = useState<'export' | 'delete' | null>(null)
  const close = () => setAsked(null)
  const finished = blocks.flatMap((block) => (block.kind === 'finished' ? [block.answer] : []))
  const last = finished.findLast(({ partOf }) => partOf === null)
  return (
    <>
      <Bar title="Ask" sub={sub}>
        <PlaceLink className="btn quiet small" to={{ name: 'ask', answer: null }}>
          New question
        </PlaceLink>
        {last ? (
          <PlaceLink className="btn quiet small" to={{ ...entranceOf('opinion'), answer: last.answerId }}>
            Second opinion…
          </PlaceLink>
        ) : null}
        <CopyButton answers={finished} />
        <Button look="quiet" isSmall isOff={finished.length === 0} onClick={() => setAsked('export')}>
          Export…
        </Button>
        <Button look="quiet" isSmall isOff={finished.length === 0} onClick={() => setAsked('delete')}>
          Delete…
        </Button>
        {finished.length === 0 ? <span className="small muted">once it is answered</span> : null}
      </Bar>
      {asked === 'export' ? <ExportAnswers answers={finished} onClose={close} /> : null}
      {asked === 'delete' ? <DeleteAnswers answers={finished} onDeleted={onGone} onClose={close} /> : null}
    </>
  )
}
