import type { Computer, Fit } from '../../contract/model.ts'
import { memoryBar } from './memory-bar.ts'

const WIDTH = 126

type Props = { readonly computer: Computer; readonly fit: Fit }

/** The computer's memory: what others use now, and what this model would add. */
export function MemoryMeter({ computer, fit }: Props) {
  const { used, needed, isTooMuch, words } = memoryBar(computer, fit)
  return (
    <svg viewBox="0 0 128 14" className="block w-32" role="img" aria-label={words}>
      <rect x=".5" y="3.5" width="127" height="7" fill="none" stroke="var(--edge)" />
      <rect x="1" y="4" width={used * WIDTH} height="6" fill="var(--line-2)" />
      <rect
        x={1 + used * WIDTH}
        y="4"
        width={needed * WIDTH}
        height="6"
        fill={isTooMuch ? 'var(--bad)' : 'var(--accent)'}
      />
      {isTooMuch ? <path d="M127 0v14" stroke="var(--bad)" strokeWidth="2" /> : null}
    </svg>
  )
}
