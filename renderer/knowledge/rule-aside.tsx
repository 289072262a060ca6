import { AsideColumn } from '../parts/aside-column.tsx'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { formatDate } from '../wording/format-time.ts'
import { ChangeTable } from './change-table.tsx'
import { RuleTests } from './rule-tests.tsx'
import type { RuleWork } from './use-rule-draft.ts'

type Props = {
  readonly work: RuleWork | null
  /** As a sheet, where the window is narrow. */
  readonly isOpened: boolean
  readonly onClose: () => void
}

/** Right of a rule: its tests, what it would change, who approved it. */
export function RuleAside({ work, isOpened, onClose }: Props) {
  return (
    <AsideColumn label="Tests of the rule" isPlain isWide isOpened={isOpened} focusKey="" onClose={onClose}>
      {isOpened ? (
        <ViewerBar title="Tests" onClose={onClose} />
      ) : (
        <div className="bar">
          <h2>Tests</h2>
        </div>
      )}
      {work?.check && work.draft ? (
        <div className="grid gap-5 p-4" data-testid="tests">
          <RuleTests work={work} check={work.check} />
          <section className="rule-top" aria-labelledby="rule-changes">
            <h3 className="h" id="rule-changes">
              {work.isChanged ? 'What these changes would change' : 'What approving would change'}
            </h3>
            {work.check.problems.length > 0 ? (
              <p className="small soft">Known once the problems are solved.</p>
            ) : (
              <ChangeTable diff={work.check.diff} />
            )}
          </section>
          {work.check.problems.length === 0 ? (
            <section aria-labelledby="form-check">
              <h3 className="h" id="form-check">
                Form check
              </h3>
              <p className="small soft">
                Types, names and variables are sound. It cannot run for ever. This shows that the rule is well formed,
                not that it is right.
              </p>
            </section>
          ) : null}
          {work.row?.approvedBy ? (
            <dl className="kv">
              <dt>Approved</dt>
              <dd>
                {work.row.approvedBy}
                {work.row.approvedOn ? `, ${formatDate(work.row.approvedOn)}` : ''}
              </dd>
            </dl>
          ) : null}
        </div>
      ) : (
        <p className="soft p-4">Choose a rule to see its tests here.</p>
      )}
    </AsideColumn>
  )
}
