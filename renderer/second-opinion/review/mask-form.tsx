import { useEffect, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { CheckBox } from '../../parts/choices.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { t } from '../../../wording/translate.ts'
import { PACKET_TEXT } from './packet-panes.tsx'
import { TypeSelect } from '../type-select.tsx'
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
  const why = term === '' ? t('frame.off.noWords') : null
  const mask = async () => {
    if (why !== null || work.isBusy || !(await work.change({ mask: { term, type, remember } }))) return
    setTyped('')
    onDone?.()
  }
  return (
    <form
      className="mask-form"
      aria-label={selected ? t('outgoing.mask.labelSelected') : t('outgoing.mask.label')}
      onSubmit={(event) => {
        event.preventDefault()
        void mask()
      }}
    >
      <TextField
        label={selected ? t('outgoing.mask.wordsSelected') : t('outgoing.mask.words')}
        value={typed}
        onText={setTyped}
      />
      <TypeSelect value={type} onType={setType} />
      <CheckBox isSmall isOn={remember} onChange={setRemember}>
        {t('outgoing.mask.remember')}
      </CheckBox>
      <Button type="submit" isSmall isBusy={work.isBusy} whyOff={why}>
        {t('outgoing.mask.submit')}
      </Button>
      {onDone ? (
        <Button look="quiet" isSmall onClick={onDone}>
          {t('frame.buttons.cancel')}
        </Button>
      ) : null}
    </form>
  )
}

const LONGEST = 400

/** What is selected in the texts of the packet can be replaced at once, from a line at the foot of the column. */
export function SelectedWords({ work }: { readonly work: PacketWork }) {
  const [words, setWords] = useState('')
  useEffect(() => {
    const look = () => {
      const selected = selectedInPacket()
      if (selected) setWords(selected)
    }
    document.addEventListener('pointerup', look)
    document.addEventListener('keyup', look)
    return () => {
      document.removeEventListener('pointerup', look)
      document.removeEventListener('keyup', look)
    }
  }, [])
  const forget = () => {
    setWords('')
    getSelection()?.removeAllRanges()
  }
  if (!words) return null
  return (
    <div className="selected-words" data-testid="selected-words">
      <MaskForm key={words} work={work} term={words} onDone={forget} />
    </div>
  )
}

/** The selected words, where both ends lie in one text of the packet. */
function selectedInPacket(): string {
  const selection = getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  if (!range || range.collapsed) return ''
  const textOf = (node: Node) =>
    (node instanceof Element ? node : node.parentElement)?.closest(`[${PACKET_TEXT}]`) ?? null
  const text = textOf(range.startContainer)
  if (!text || text !== textOf(range.endContainer)) return ''
  const copy = range.cloneContents()
  // The number of a flag is no part of the text.
  for (const mark of copy.querySelectorAll('b[aria-label]')) mark.remove()
  return (copy.textContent ?? '').trim().slice(0, LONGEST)
}
