import { useEffect, useEffectEvent } from 'react'
import type { Matter } from '../../contract/matter.ts'
import type { useNavigation } from '../state/navigation-context.ts'
import type { Shell } from '../state/shell-context.ts'
import type { Asking, Pending } from './create-asking.ts'
import { isWriting } from './live-answer.ts'

type Navigation = Pick<ReturnType<typeof useNavigation>, 'place' | 'replace'>

/**
 * An engine that stops by itself closes the window where a passphrase opens it. Questions that it left without an answer are put back
 * into their boxes then, to be asked again.
 */
export function useReturnedQuestions(
  asking: Asking,
  matters: readonly Matter[] | null,
  { place, replace }: Navigation,
  drafts: Shell['drafts'],
): void {
  const giveBack = useEffectEvent(() => {
    for (const { id } of matters ?? []) {
      const lost = firstLost(asking.pending(id))
      if (!lost) continue
      const isShown = place.matter === id && place.answer !== null
      const isFollowUp = lost.follows !== null && isShown
      const box = isFollowUp ? `follow-up ${place.answer}` : `question ${id}`
      if (!drafts.has(box)) drafts.set(box, lost.question)
      if (isShown && !isFollowUp) replace({ answer: null })
    }
  })
  useEffect(() => () => giveBack(), [])
}

function firstLost({ lives, waiting }: Pending): { readonly question: string; readonly follows: string | null } | null {
  const broken = lives.find((live) => isWriting(live) || live.failure?.code === 'CONNECTION_LOST')
  return broken ?? waiting[0] ?? null
}
