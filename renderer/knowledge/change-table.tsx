import type { RuleCheck } from '../../contract/rule.ts'
import { formatNumber } from '../wording/format-count.ts'

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
