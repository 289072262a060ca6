import type { RuleCheck } from '../../contract/knowledge/rule.ts'
import { AsideColumn } from '../parts/aside-column.tsx'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { formatNumber } from '../../wording/format-quantity.ts'
import { formatDate } from '../../wording/format-time.ts'
import { RuleTests } from './rule-tests.tsx'
import type { RuleWork } from './use-shown-rule.ts'

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
        <div className="stack-5 inset-4" data-testid="tests">
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
        <p className="soft inset-4">Choose a rule to see its tests here.</p>
      )}
    </AsideColumn>
  )
}

/** What the rule as it stands here would change in the matters that use its pack, and in the examples of other rules. */
export function ChangeTable({ diff: { cases, same, newGrounds, changed } }: Pick<RuleCheck, 'diff'>) {
  return (
    <table className="calc" data-testid="changes">
      <caption className="visually-hidden">What it would change</caption>
      <tbody>
        <tr>
          <th scope="row">
            Stored cases<small>matters that use the pack, and examples of other rules</small>
          </th>
          <td className="n">{formatNumber(cases)}</td>
        </tr>
        <tr>
          <th scope="row">Conclusions that stay the same</th>
          <td className="n">{formatNumber(same)}</td>
        </tr>
        <tr>
          <th scope="row">New grounds for a conclusion</th>
          <td className="n">{formatNumber(newGrounds)}</td>
        </tr>
        {changed.map(({ matter, before, after }) => (
          <tr key={`${matter} ${before} ${after}`}>
            <th scope="row" colSpan={2}>
              {matter}
              <small>
                {before ? `“${before}”` : 'nothing'} becomes <b className="bad">{after || 'nothing'}</b>
              </small>
            </th>
          </tr>
        ))}
        {changed.length === 0 ? (
          <tr>
            <th scope="row">Conclusions that change</th>
            <td className="n">0</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}
