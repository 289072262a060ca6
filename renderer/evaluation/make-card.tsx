import { useState } from 'react'
import type { MistakeKind } from '../../contract/card.ts'
import type { RunRow } from '../../contract/evaluation.ts'
import { MistakeSelect } from '../knowledge/cards/mistake-select.tsx'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Modal } from '../parts/modal.tsx'
import { useClient } from '../state/assistant-context.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useAction } from '../state/use-action.ts'

type Props = {
  readonly row: RunRow
  readonly run: string
  readonly matter: string
}

/** Begins a card of a question that a run answered wrong; what is right is known already. */
export function MakeCard(props: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <p>
      <Button look="link" isSmall onClick={() => setOpen(true)}>
        Make a card…<span className="sr-only"> of “{props.row.question}”</span>
      </Button>
      {isOpen ? <CardDialog {...props} onClose={() => setOpen(false)} /> : null}
    </p>
  )
}

function CardDialog({ row, run, matter, onClose }: Props & { readonly onClose: () => void }) {
  const client = useClient()
  const { go } = useNavigation()
  const action = useAction()
  const [mistake, setMistake] = useState<MistakeKind>('comprehension')
  const begin = () =>
    action.run(async () => {
      const { card } = await client.card.fromRun({ matter, run, question: row.id, mistake })
      onClose()
      go({ name: 'knowledge', knowledgeTab: 'cards', card })
    }, 'Nothing was kept.')
  return (
    <Modal title="Make a card of it" onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void begin()
        }}
      >
        <p className="soft">{row.question}</p>
        <dl className="kv">
          <dt>Answered</dt>
          <dd>{row.answer || 'No answer.'}</dd>
          <dt>Known answer</dt>
          <dd>{row.gold}</dd>
        </dl>
        <MistakeSelect value={mistake} onChoose={setMistake} />
        <p className="small soft">
          The question and its known answer stay in this matter. A card is begun from them that speaks of no matter: a
          general lesson, which you write or have written, test and approve before it is used.
        </p>
        <FailureNote failure={action.failure} />
        <div className="btns">
          <Button type="submit" look="primary" isOff={action.isBusy}>
            Begin a card
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
        </div>
      </form>
    </Modal>
  )
}
