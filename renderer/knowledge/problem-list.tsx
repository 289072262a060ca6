import type { PackProblem } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly problems: readonly PackProblem[]
  /** Goes to a problem's place in the text; null where no text is shown. */
  readonly onGo: ((problem: PackProblem) => void) | null
}

/** What keeps a rule or a pack from being used: what is wrong, where, and what to do. */
export function ProblemList({ problems, onGo }: Props) {
  return (
    <ul className="problems" aria-label={t('knowledge.problems.label')} data-testid="problems">
      {problems.map((problem) => {
        const { file, line, column, message, fix } = problem
        const place = { line, column }
        return (
          <li key={`${file} ${line} ${column} ${messageText(message)}`} className="note">
            <span className="bad">
              <Glyph shape="failed" />
            </span>
            <span>
              {onGo ? (
                <Button look="link" isSmall onClick={() => onGo(problem)}>
                  {t('knowledge.problems.place', place)}
                </Button>
              ) : (
                <span className="small muted">
                  {file
                    ? t('knowledge.problems.placeInFile', { ...place, file })
                    : t('knowledge.problems.place', place)}
                </span>
              )}{' '}
              <b>{messageText(message)}</b> <span className="soft">{messageText(fix)}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
