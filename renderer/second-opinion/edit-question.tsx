import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Modal } from '../parts/modal.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import type { PacketWork } from './use-packet-work.ts'

/** Puts the question in other words: often the surest way to name nobody. */
export function EditQuestion({ work }: { readonly work: PacketWork }) {
  const [text, setText] = useState<string | null>(null)
  const close = () => setText(null)
  const local = work.packet.segments.find(({ source }) => source === 'question')?.local ?? work.packet.question
  const save = async () => {
    if (text !== null && (await work.change({ question: text }))) close()
  }
  const isSame = text !== null && (text.trim() === '' || text.trim() === local)
  return (
    <>
      <Button look="link" isSmall className="ml-auto" onClick={() => setText(local)}>
        put it in other words…
      </Button>
      {text === null ? null : (
        <Modal title="The question in other words" onClose={close}>
          <textarea aria-label="Question" rows={4} value={text} onChange={({ target }) => setText(target.value)} />
          <FailureNote failure={work.failure} />
          <div className="btns">
            <Button isOff={isSame || work.isBusy} onClick={() => void save()}>
              Use these words
            </Button>
            <Button look="quiet" onClick={close}>
              Cancel <kbd>Esc</kbd>
            </Button>
          </div>
        </Modal>
      )}
    </>
  )
}
