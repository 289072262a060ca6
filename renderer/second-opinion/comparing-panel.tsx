import type { Agreement } from '../../contract/opinion.ts'
import { useShell } from '../state/shell-context.ts'
import { formatCount } from '../wording/format-quantity.ts'
import { anchoringWords, measuredWords } from './comparing-words.ts'
import { JudgeHere } from './judge-here.tsx'

type Props = { readonly consultation: string; readonly agreement: Agreement }

/** Above the table: how the informed opinion moved, and what rules could not tell, for the local model to judge. */
export function ComparingPanel({ consultation, agreement: { judging, anchoring } }: Props) {
  const { languageModel } = useShell().status
  const moved = anchoring && anchoringWords(anchoring)
  const measured = measuredWords(judging)
  return (
    <div className="mb-3" data-testid="comparing">
      {moved ? (
        <p className="small soft mt-2" data-testid="anchoring">
          {moved}
        </p>
      ) : null}
      {measured ? <p className="small soft mt-2">{measured}</p> : null}
      {judging.open > 0 ? (
        <div className="small soft mt-2">
          Rules cannot tell {formatCount(judging.open, 'pair')} of sentences.{' '}
          {languageModel ? (
            <JudgeHere consultation={consultation}>Compare with the local model</JudgeHere>
          ) : (
            'A model of this computer could judge them.'
          )}
        </div>
      ) : null}
    </div>
  )
}
