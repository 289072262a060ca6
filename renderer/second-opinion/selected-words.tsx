import { useEffect, useState } from 'react'
import { MaskForm } from './mask-form.tsx'
import { PACKET_TEXT } from './panes.tsx'
import type { PacketWork } from './use-packet-work.ts'

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
