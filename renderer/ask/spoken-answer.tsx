import { useMatter } from '../state/shell-context.ts'
import { addressOf, type Block } from './blocks.ts'
import { spokenLines } from './spoken-lines.ts'
import { usePending } from './use-pending.ts'

/** Older lines were said; who reads through the page should not come upon the whole answer a second time. */
const LINES_KEPT = 4

/** Says an answer of this thread as it is written, unseen. Stands there before there is anything to say, else nothing is said. */
export function SpokenAnswer({ blocks }: { readonly blocks: readonly Block[] }) {
  const live = usePending(useMatter().id).lives.at(-1)
  const isHere = live && blocks.some((block) => addressOf(block) === (live.answerId ?? live.key))
  const lines = isHere ? spokenLines(live).map((line, index) => ({ line, key: `${live.key} ${index}` })) : []
  return (
    <div className="visually-hidden" aria-live="polite" data-testid="spoken">
      {lines.slice(-LINES_KEPT).map(({ line, key }) => (
        <p key={key}>{line}</p>
      ))}
    </div>
  )
}
