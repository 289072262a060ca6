import type { RuleCheck, RuleRow } from '../../contract/rule.ts'
import { Glyph } from '../parts/glyph.tsx'
import { useClient } from '../state/assistant-context.ts'
import { sentenceCase } from '../wording/sentence-case.ts'
import { ApproveByName } from './approve-by-name.tsx'
import { ChangeTable } from './change-table.tsx'

type Props = {
  readonly pack: string
  readonly row: RuleRow
  readonly check: RuleCheck
  readonly onClose: () => void
}

/** A person takes the rule on, by name, after seeing what it says and what it changes. */
export function ApproveRule({ pack, row: { rule, title, source, sourceRead }, check, onClose }: Props) {
  const client = useClient()
  return (
    <ApproveByName
      title={title}
      approve={(by) => client.rule.setStatus({ pack, rule, status: 'approved', by })}
      kept="The rule stays as it was."
      onClose={onClose}
    >
      <p className="rule-sentence read">{sentenceCase(check.sentence)}</p>
      <p className="soft">
        Source: {source ?? 'none given'}.{' '}
        {sourceRead ? (
          'Source read: yes.'
        ) : (
          <span className="warn">
            <Glyph shape="caution" /> Source read: no. Nobody has said that it was read.
          </span>
        )}
      </p>
      <ChangeTable diff={check.diff} />
      <p className="soft">
        From then on it is used in every matter that uses the pack. The checks show that it is well formed, not that it
        is right. Your name and the day are recorded.
      </p>
    </ApproveByName>
  )
}
