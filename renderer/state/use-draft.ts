import { useState } from 'react'
import { useShell } from './shell-context.ts'

/** The text of a box, which is there again when one comes back from another place. */
export function useDraft(box: string, initial = ''): readonly [string, (text: string) => void] {
  const { drafts } = useShell()
  const [held, hold] = useState({ box, text: drafts.get(box) ?? initial })
  const text = held.box === box ? held.text : (drafts.get(box) ?? initial)
  return [
    text,
    (next) => {
      if (next === '') drafts.delete(box)
      else drafts.set(box, next)
      hold({ box, text: next })
    },
  ]
}
