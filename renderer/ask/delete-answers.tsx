import type { Answer } from '../../contract/answer.ts'
import { ConfirmRemoval } from '../parts/confirm-removal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useMatter, useShell } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-count.ts'

type Props = { readonly answers: readonly Answer[]; readonly onDeleted: () => void; readonly onClose: () => void }

/** Deletes a question with its follow-ups, after saying what stays. */
export function DeleteAnswers({ answers, onDeleted, onClose }: Props) {
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
      verb="Delete"
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
