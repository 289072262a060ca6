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
import { copyText } from './answer/copy-text.ts'
import type { Block } from './threads.ts'
import { t } from '../../wording/translate.ts'
import { useCopied } from '../state/use-copied.ts'

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
      <Bar title={t('ask.title')} sub={sub}>
        <PlaceLink className="btn quiet small" to={{ name: 'ask', answer: null }}>
          {t('ask.thread.newQuestion')}
        </PlaceLink>
        {last ? (
          <PlaceLink className="btn quiet small" to={{ ...entranceOf('opinion'), answer: last.answerId }}>
            {t('ask.thread.secondOpinion')}
          </PlaceLink>
        ) : null}
        <CopyButton answers={finished} />
        <Button
          look="quiet"
          isSmall
          whyOff={finished.length === 0 ? t('ask.thread.onceAnswered') : null}
          isWhyBeside
          onClick={() => setAsked('export')}
        >
          {t('frame.buttons.exportAs')}
        </Button>
        <Button
          look="quiet"
          isSmall
          whyOff={finished.length === 0 ? t('ask.thread.onceAnswered') : null}
          isWhyBeside
          onClick={() => setAsked('delete')}
        >
          {t('frame.buttons.askToDelete')}
        </Button>
        {finished.length === 0 ? <span className="small muted">{t('ask.thread.onceAnswered')}</span> : null}
      </Bar>
      {asked === 'export' ? <ExportAnswers answers={finished} onClose={close} /> : null}
      {asked === 'delete' ? <DeleteAnswers answers={finished} onDeleted={onGone} onClose={close} /> : null}
    </>
  )
}

/** Copies the answers with their source marks and a list of the sources. */
function CopyButton({ answers }: { readonly answers: readonly Answer[] }) {
  const [words, copy] = useCopied(t('ask.thread.copy'))
  return (
    <Button
      look="quiet"
      isSmall
      whyOff={answers.length === 0 ? t('ask.thread.onceAnswered') : null}
      isWhyBeside
      onClick={() => copy(async () => copyText(answers))}
    >
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
  const make = (format: ExportFormat) => client.answer.export({ matter: matter.id, answerIds, format })
  return (
    <ExportFile
      title={t('ask.exported.title', { count: answers.length })}
      formats={['docx', 'pdf', 'md']}
      make={make}
      onClose={onClose}
    >
      {t('ask.exported.hint')}
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
  const question = answers[0]?.question ?? ''
  const remove = async () => {
    // The last follow-up first, so that a failure in between leaves a thread that hangs together.
    for (const { answerId } of answers.toReversed()) {
      await client.answer.delete({ matter: matter.id, answerId })
      asking.forgetAnswer(matter.id, answerId)
    }
  }
  return (
    <ConfirmRemoval
      title={followUps > 0 ? t('ask.deleted.titleWithFollowUps') : t('ask.deleted.title')}
      verb="delete"
      work={remove}
      kept={t('ask.deleted.kept')}
      onDone={onDeleted}
      onClose={onClose}
    >
      <p className="soft">
        {followUps > 0
          ? t('ask.deleted.hintWithFollowUps', { question, count: followUps })
          : t('ask.deleted.hint', { question })}
      </p>
    </ConfirmRemoval>
  )
}
