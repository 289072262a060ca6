import type { PackProblem } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { Glyph } from '../parts/glyph.tsx'

type Props = {
  readonly problems: readonly PackProblem[]
  /** Goes to a problem's place in the text; null where no text is shown. */
  readonly onGo: ((problem: PackProblem) => void) | null
}

/** What keeps a rule or a pack from being used: what is wrong, where, and what to do. */
export function ProblemList({ problems, onGo }: Props) {
  return (
    <ul className="problems" aria-label="Problems" data-testid="problems">
      {problems.map((problem) => {
        const { file, line, column, message, fix } = problem
        const place = `line ${line}, column ${column}`
        return (
          <li key={`${file} ${line} ${column} ${message}`} className="note">
            <span className="bad">
              <Glyph shape="failed" />
            </span>
            <span>
              {onGo ? (
                <Button look="link" isSmall onClick={() => onGo(problem)}>
                  {place}
                </Button>
              ) : (
                <span className="small muted">
                  {file ? `${file}, ` : ''}
                  {place}
                </span>
              )}{' '}
              <b>{message}</b> <span className="soft">{fix}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
