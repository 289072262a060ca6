import type { UserFailure } from '../state/user-failure.ts'
import { Glyph } from './glyph.tsx'

type Props = { readonly failure: UserFailure | null; readonly children?: React.ReactNode }

/** A failure, in the place where it happened: what happened, what was kept, what to do. `children` are the buttons. */
export function FailureNote({ failure, children }: Props) {
  if (!failure) return null
  return (
    <div role="alert" className="stack-1" data-testid="failure">
      <p className="note">
        <span className="bad">
          <Glyph shape="failed" />
        </span>
        <b>{failure.happened}</b>
      </p>
      <p className="soft">
        {failure.kept} {failure.todo}
      </p>
      {children ? <div className="btns above-1">{children}</div> : null}
    </div>
  )
}
