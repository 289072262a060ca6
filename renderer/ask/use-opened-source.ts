import { useRef, useState } from 'react'
import { type Block, partsOf } from './blocks.ts'
import type { OpenedSource } from './opened-source.ts'

export type SourceOpener = {
  readonly opened: OpenedSource | null
  /** Opens it and moves the focus to it. */
  open(answerId: string | null, source: string, claim: number | null): void
  /** Shows it without moving the focus. */
  follow(answerId: string | null, source: string | null, claim: number): void
  /** Closes it; a focus inside it goes back to where it was opened. */
  close(): void
}

/** What the evidence column shows. Until something is opened it is the first passage of the last answer. */
export function useOpenedSource(blocks: readonly Block[]): SourceOpener {
  const [chosen, setChosen] = useState<OpenedSource | 'closed' | null>(null)
  const origin = useRef<HTMLElement | null>(null)
  // Going back to a sentence must not open again what was just closed.
  const isClosing = useRef(false)
  const times = chosen && chosen !== 'closed' ? chosen.times : 0
  const isHere =
    chosen !== null && chosen !== 'closed' && blocks.some((block) => partsOf(block).answerId === chosen.answerId)
  return {
    opened: chosen === 'closed' ? null : isHere ? chosen : firstSource(blocks),
    open(answerId, source, claim) {
      const active = document.activeElement
      if (active instanceof HTMLElement && !active.closest('aside')) origin.current = active
      setChosen({ answerId, source, claim, isOnPurpose: true, times: times + 1 })
    },
    follow(answerId, source, claim) {
      if (isClosing.current) return
      const shown = source ?? (isHere ? chosen.source : firstSource(blocks)?.source)
      if (shown) setChosen({ answerId, source: shown, claim, isOnPurpose: false, times })
    },
    close() {
      setChosen('closed')
      const active = document.activeElement
      if (active !== document.body && !active?.closest('aside')) return
      isClosing.current = true
      if (origin.current?.isConnected) origin.current.focus()
      else document.getElementById('work')?.focus()
      isClosing.current = false
    },
  }
}

function firstSource(blocks: readonly Block[]): OpenedSource | null {
  const last = blocks.at(-1)
  if (!last) return null
  const { answerId, sources } = partsOf(last)
  const first = sources[0]
  return first ? { answerId, source: first.source, claim: null, isOnPurpose: false, times: 0 } : null
}
