import type { TypeSummary } from '../../contract/evaluation.ts'
import { formatShare, formatShareWithInterval } from '../wording/format-share.ts'
import { IntervalMark } from './interval-mark.tsx'

/** How the questions of each kind ended. */
export function TypeTable({ types }: { readonly types: readonly TypeSummary[] }) {
  if (types.length < 2) return null
  return (
    <div className="table-scroll mt-7" role="region" aria-label="By kind of question" tabIndex={0}>
      <table className="data" aria-label="By kind of question">
        <thead>
          <tr>
            <th scope="col">Kind of question</th>
            <th scope="col">Right</th>
            <th scope="col">
              <span className="sr-only">On a line</span>
            </th>
            <th scope="col">Half right</th>
            <th scope="col">Wrong</th>
            <th scope="col">Refused, though answerable</th>
            <th scope="col">Right refusals</th>
          </tr>
        </thead>
        <tbody>
          {types.map(({ type, right, half, wrong, refused, rightRefusals }) => (
            <tr key={type}>
              <th scope="row">{type.replaceAll('_', ' ')}</th>
              <td>{formatShareWithInterval(right)}</td>
              <td>
                <IntervalMark share={right} />
              </td>
              <td>{half ? formatShare(half) : '–'}</td>
              <td>{formatShare(wrong)}</td>
              <td>{formatShare(refused)}</td>
              <td>{formatShare(rightRefusals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
