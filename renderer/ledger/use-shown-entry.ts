import { useState } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { useNavigation } from '../state/navigation-context.ts'
import { useShell } from '../state/shell-context.ts'

export type ShownEntry = ReturnType<typeof useShownEntry>

/** Which entry is chosen, by its number, and whether the column beside the list was opened for it. */
export function useShownEntry(last: number | null) {
  const { settings } = useShell()
  const { place, replace } = useNavigation()
  const [isOpened, setOpened] = useState(false)
  const [timesShown, setTimesShown] = useState(0)
  const choose = (seq: number) => void (seq !== place.entry && replace({ entry: seq }))
  const close = () => {
    setOpened(false)
    document.querySelector<HTMLElement>('#work [aria-current="true"]')?.focus()
  }
  useKeys({ Escape: () => isOpened && close() }, settings.singleKeys)
  return {
    chosen: place.entry ?? last,
    /** It was asked for, so it is to be brought into view. */
    isArriving: place.entry !== null,
    /** Changes when an entry is to be brought into view, whatever is filtered. */
    timesShown,
    isOpened,
    choose,
    open(seq: number) {
      choose(seq)
      setOpened(true)
    },
    show(seq: number) {
      choose(seq)
      setTimesShown(timesShown + 1)
    },
    openColumn: () => setOpened(true),
    close,
  }
}
