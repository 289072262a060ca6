import type { RunSummary } from '../../contract/evaluation.ts'
import { formatShareWithInterval } from '../wording/format-share.ts'

const SHOWN = [
  ['green', 'Answered'],
  ['inPart', 'Answered in part, or not confirmed'],
  ['notWritten', 'No answer written'],
] as const

/** How the answers ended, by what was shown above them: whether a green mark can be relied on. */
export function ShownTable({ summary: { shown, wrongGreen } }: { readonly summary: RunSummary }) {
  if (!shown || !wrongGreen) return null
  return (
    <div className="table-scroll mt-7" role="region" aria-label="By what was shown" tabIndex={0}>
      <table className="data" aria-label="By what was shown">
        <thead>
          <tr>
            <th scope="col">Shown as</th>
            <th scope="col" className="n">
              Right
            </th>
            <th scope="col" className="n">
              Half right
            </th>
            <th scope="col" className="n">
              Wrong
            </th>
            <th scope="col" className="n">
              Refused, though answerable
            </th>
          </tr>
        </thead>
        <tbody>
          {SHOWN.map(([state, label]) => (
            <tr key={state}>
              <th scope="row">{label}</th>
              <td className="n">{shown[state].right}</td>
              <td className="n">{shown[state].half}</td>
              <td className="n">{shown[state].wrong}</td>
              <td className="n">{shown[state].refused}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small soft">Shown as answered and not right: {formatShareWithInterval(wrongGreen)}.</p>
    </div>
  )
}
