import type { Pack } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = { readonly pack: Pack; readonly onClose: () => void }

/** Takes a pack out of the program; facts stay, and are used by no rule until the pack is back. */
export function RemovePack({ pack: { pack, title }, onClose }: Props) {
  const client = useClient()
  const action = useAction()
  const remove = async () => {
    if (await action.run(() => client.pack.remove({ pack }), 'It is still there.')) onClose()
  }
  return (
    <Modal title={`Remove ${title}?`} onClose={onClose}>
      <p className="soft">
        Its rules conclude nothing any more. The facts of your matters stay, and are used by no rule until it is
        imported again. Changes that you made to its rules are lost: export it first if you want to keep them.
      </p>
      <FailureNote failure={action.failure} />
      <div className="btns">
        <Button isOff={action.isBusy} onClick={() => void remove()}>
          Remove
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel <kbd>Esc</kbd>
        </Button>
      </div>
    </Modal>
  )
}
