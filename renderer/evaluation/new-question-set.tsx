import { useEffect, useRef, useState } from 'react'
import type { ProposedQuestionEvent, QuestionSet } from '../../contract/evaluation/evaluation.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Meter } from '../parts/progress.tsx'
import { Modal } from '../parts/modal.tsx'
import { TextField } from '../parts/text-field.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'
import { t } from '../../wording/translate.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { PathField } from '../parts/path-field.tsx'
import { useShell } from '../state/shell-context.ts'

type Props = {
  readonly matter: string
  /** The set that the questions may be added to; null: there is none on this matter's documents. */
  readonly set: QuestionSet | null
  readonly onSet: (set: string) => void
  readonly onClose: () => void
}

const AT_MOST = 200

/** Has the model propose questions on the passages of the matter. Closing stops; what was found is kept. */
export function BuildSet({ matter, set, onSet, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const [name, setName] = useState(set?.name ?? t('evaluation.build.usualName'))
  const [count, setCount] = useState('20')
  const { progress, propose } = useProposing(matter)
  const isRight = name.trim() !== '' && isCount(count)
  const isDone = progress?.type === 'proposal-end'
  const build = () =>
    action.run(async () => {
      const goes = set?.name === name.trim() ? set : await client.evaluation.createSet({ matter, name: name.trim() })
      onSet(goes.set)
      await propose(goes.set, Number(count))
    }, t('evaluation.build.kept'))
  return (
    <Modal title={t('evaluation.build.title')} onClose={onClose}>
      <form
        className="stack-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (isRight && !isDone && !action.isBusy) void build()
        }}
      >
        <p className="soft">{t('evaluation.build.hint')}</p>
        <TextField label={t('evaluation.build.name')} value={name} onText={setName} />
        <TextField label={t('evaluation.build.count')} inputMode="numeric" value={count} onText={setCount} />
        <HowFar progress={progress} />
        <FailureNote failure={action.failure} />
        <div className="btns">
          {isDone ? null : (
            <Button
              type="submit"
              look="primary"
              isBusy={action.isBusy}
              whyOff={isRight ? null : t('evaluation.build.missing', { most: AT_MOST })}
              isWhyBeside
            >
              {t('evaluation.build.submit')}
            </Button>
          )}
          <Button look={isDone ? 'primary' : 'quiet'} onClick={onClose}>
            {t.rich(closeKey(isDone, action.isBusy), TEXT_TAGS)}
          </Button>
          {isRight ? null : <span className="small muted">{t('evaluation.build.missing', { most: AT_MOST })}</span>}
        </div>
      </form>
    </Modal>
  )
}

function closeKey(isDone: boolean, isBusy: boolean) {
  if (isDone) return 'evaluation.build.review'
  return isBusy ? 'evaluation.build.stop' : 'frame.buttons.cancelByKey'
}

function isCount(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= AT_MOST
}

/** Proposing questions. It stops when the component goes; what was found is kept. */
function useProposing(matter: string) {
  const client = useClient()
  const [progress, setProgress] = useState<ProposedQuestionEvent | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const propose = async (set: string, count: number) => {
    stop.current = new AbortController()
    const { signal } = stop.current
    for await (const event of await client.evaluation.propose({ matter, set, count }, { signal }))
      if (event.type !== 'question-proposed') setProgress(event)
  }
  return { progress, propose }
}

function HowFar({ progress }: { readonly progress: ProposedQuestionEvent | null }) {
  return (
    <>
      {progress?.type === 'proposal-progress' ? (
        <Meter label={t('evaluation.build.meter')} done={progress.done} all={progress.of} />
      ) : null}
      <p className="soft" role="status">
        {progress?.type === 'proposal-end'
          ? t('evaluation.build.end', { proposed: progress.proposed, dropped: progress.dropped })
          : ''}
      </p>
    </>
  )
}

type ImportQuestionsProps = { readonly onDone: (set: string) => void; readonly onClose: () => void }

/** Takes questions in from a file, or points to a folder that has documents of its own. */
export function ImportQuestions({ onDone, onClose }: ImportQuestionsProps) {
  const client = useClient()
  const matter = useShell().matter?.id ?? null
  const [file, setFile] = useState<File | null>(null)
  const [folder, setFolder] = useState('')
  const isEmpty = file === null && folder.trim() === ''
  const take = () =>
    file ? client.evaluation.importFile({ matter, file }) : client.evaluation.importSet({ matter, path: folder.trim() })
  return (
    <FormDialog
      title={t('evaluation.importing.title')}
      submit={t('frame.buttons.import')}
      missing={isEmpty ? t('evaluation.importing.missing') : null}
      work={take}
      kept={t('evaluation.importing.kept')}
      onDone={({ set }) => onDone(set)}
      onClose={onClose}
    >
      <FormatNote isInMatter={matter !== null} />
      <div className="field">
        <label htmlFor="question-file">{t('evaluation.importing.file')}</label>
        <input
          id="question-file"
          type="file"
          accept=".jsonl,.csv,.tsv,.json"
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
      </div>
      {file ? null : (
        <PathField
          label={t('evaluation.importing.folder')}
          isFolder
          value={folder}
          onPath={setFolder}
          placeholder={t('evaluation.importing.folderExample')}
        />
      )}
    </FormDialog>
  )
}

function FormatNote({ isInMatter }: { readonly isInMatter: boolean }) {
  return <p className="soft">{t(isInMatter ? 'evaluation.importing.formatInMatter' : 'evaluation.importing.format')}</p>
}
