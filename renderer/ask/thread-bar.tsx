import { useState } from 'react'
import type { Answer, ExportFormat } from '../../contract/answers/answer.ts'
import { Bar } from '../frame/bar.tsx'
import { PlaceLink } from '../frame/place-link.tsx'
import { Button } from '../parts/button.tsx'
import { ExportFile } from '../parts/export-file.tsx'
import { ConfirmRemoval } from '../parts/form-dialog.tsx'
import { useClient } from '../state/assistant-context.ts'
import { entranceOf } from '../state/place.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { copyText } from './answer/copy-text.ts'
import type { Block } from './threads.ts'

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

/** Copies the answers with their source marks and a list of the sources. */
function CopyButton({ answers }: { readonly answers: readonly Answer[] }) {
  const [words, setWords] = useState('Copy with sources')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(copyText(answers))
      setWords('Copied')
    } catch {
      setWords('Not copied: the clipboard is closed')
    }
    setTimeout(() => setWords('Copy with sources'), 2500)
  }
  return (
    <Button look="quiet" isSmall isOff={answers.length === 0} onClick={() => void copy()}>
      <span aria-live="polite">{words}</span>
    </Button>
  )
}

type ExportAnswersProps = { readonly answers: readonly Answer[]; readonly onClose: () => void }

/** Saves a question with its follow-ups as a file, after saying that the file is not encrypted. */
function ExportAnswers({ answers, onClose }: ExportAnswersProps) {
  const client = useClient()
  const matter = useMatter()
  const answerIds = answers.map(({ answerId }) => answerId)
  const make = async (format: ExportFormat) =>
    (await client.answer.export({ matter: matter.id, answerIds, format })).file
  return (
    <ExportFile title={`Export ${formatCount(answers.length, 'answer')}`} make={make} onClose={onClose}>
      The file holds the question, the sentences with their verdicts, and the quotes with document and page. It is not
      encrypted. The ledger keeps that it was made.
    </ExportFile>
  )
}

type DeleteAnswersProps = {
  readonly answers: readonly Answer[]
  readonly onDeleted: () => void
  readonly onClose: () => void
}

/** Deletes a question with its follow-ups, after saying what stays. */
function DeleteAnswers({ answers, onDeleted, onClose }: DeleteAnswersProps) {
  const client = useClient()
  const matter = useMatter()
  const { asking } = useShell()
  const followUps = answers.length - 1
  const remove = async () => {
    // The last follow-up first, so that a failure in between leaves a thread that hangs together.
    for (const { answerId } of answers.toReversed()) {
      await client.answer.delete({ matter: matter.id, answerId })
      asking.forgetAnswer(matter.id, answerId)
    }
  }
  return (
    <ConfirmRemoval
      title={followUps > 0 ? 'Delete this question and its follow-ups?' : 'Delete this question?'}
      verb="delete"
      work={remove}
      kept="What was not deleted yet is still there."
      onDone={onDeleted}
      onClose={onClose}
    >
      <p className="soft">
        “{answers[0]?.question}”{followUps > 0 ? ` with ${formatCount(followUps, 'follow-up')}` : ''} and what was
        answered can no longer be read. The documents stay. The ledger keeps the line that a question was asked and
        deleted, without its words.
      </p>
    </ConfirmRemoval>
  )
}
