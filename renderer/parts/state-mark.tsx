import { Glyph, type Shape } from './glyph.tsx'

export type Tone = 'ok' | 'warn' | 'bad' | 'idle' | 'info' | 'soft'

type Props = { readonly shape: Shape; readonly tone: Tone; readonly children: React.ReactNode }

/** A state in one word, with its shape. */
export function StateMark({ shape, tone, children }: Props) {
  return (
    <span className={`state ${tone}`}>
      <Glyph shape={shape} />
      {children}
    </span>
  )
}
