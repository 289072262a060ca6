import type { Pack } from '../../contract/rule.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useShell } from '../state/shell-context.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { type FreshRule, NewRule } from './new-rule.tsx'

type Props = {
  readonly decision: string
  readonly packs: readonly Pack[]
  readonly onFresh: (rule: FreshRule) => void
  readonly onClose: () => void
}

/** The form of a new rule, begun with what was decided. It is in no pack until it is saved, which the gate refuses until it is sound. */
export function ProposedRule({ decision, packs, onFresh, onClose }: Props) {
  const { matter } = useShell()
  const { value, failure } = useLoaded(matter && `${matter.id} ${decision} rule`, (client, signal) =>
    client.opinion.proposeRule({ matter: matter?.id ?? '', decisionId: decision }, { signal }),
  )
  if (failure)
    return (
      <Modal title="A new rule" onClose={onClose}>
        <FailureNote failure={failure} />
      </Modal>
    )
  return value ? <NewRule packs={packs} begun={value} onFresh={onFresh} onClose={onClose} /> : null
}
