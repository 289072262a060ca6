import type { Pack } from '../../contract/rule.ts'
import { ConfirmRemoval } from '../parts/confirm-removal.tsx'
import { useClient } from '../state/assistant-context.ts'

type Props = { readonly pack: Pack; readonly onClose: () => void }

/** Takes a pack out of the program; facts stay, and are used by no rule until the pack is back. */
export function RemovePack({ pack: { pack, title }, onClose }: Props) {
  const client = useClient()
  return (
    <ConfirmRemoval
      title={`Remove ${title}?`}
      work={() => client.pack.remove({ pack })}
      kept="It is still there."
      onDone={onClose}
      onClose={onClose}
    >
      <p className="soft">
        Its rules conclude nothing any more. The facts of your matters stay, and are used by no rule until it is
        imported again. Changes that you made to its rules are lost: export it first if you want to keep them.
      </p>
    </ConfirmRemoval>
  )
}
