import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/text-field.tsx'
import { TypeSelect } from './type-select.tsx'
import type { PacketWork } from './use-packet-work.ts'

type Props = {
  readonly work: PacketWork
  /** The words that were selected; empty: they are typed. */
  readonly term: string
  readonly onDone?: () => void
}

/** Replaces further words, wherever they stand. */
export function MaskForm({ work, term: selected, onDone }: Props) {
  const [typed, setTyped] = useState(selected)
  const [type, setType] = useState('person')
  const [remember, setRemember] = useState(false)
  const term = typed.trim()
  const isOff = term === '' || work.isBusy
  const mask = async () => {
    if (isOff || !(await work.change({ mask: { term, type, remember } }))) return
    setTyped('')
    onDone?.()
  }
  return (
    <form
      className="mask-form"
      aria-label={selected ? 'Replace the selected words' : 'Replace more words'}
      onSubmit={(event) => {
        event.preventDefault()
        void mask()
      }}
    >
      <TextField label={selected ? 'Selected words' : 'Or type words to replace'} value={typed} onText={setTyped} />
      <TypeSelect value={type} onType={setType} />
      <label className="small flex gap-1 items-center">
        <input type="checkbox" checked={remember} onChange={({ target }) => setRemember(target.checked)} />
        always in this matter
      </label>
      <Button type="submit" isSmall isOff={isOff}>
        Replace everywhere
      </Button>
      {onDone ? (
        <Button look="quiet" isSmall onClick={onDone}>
          Cancel
        </Button>
      ) : null}
    </form>
  )
}
