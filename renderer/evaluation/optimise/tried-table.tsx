import type { Optimisation } from '../../../contract/optimisation.ts'
import { settingWords } from '../../../contract/setting-words.ts'

/** What was tried, the best first. */
export function TriedTable({ tried }: Pick<Optimisation, 'tried'>) {
  const ranked = tried
    .map(({ settings, score }, at) => ({ words: settingWords(settings), score, number: at + 1 }))
    .toSorted((one, other) => other.score - one.score)
  return (
    <div className="table-scroll">
      <table className="data" aria-label="Settings by score">
        <thead>
          <tr>
            <th scope="col" className="n">
              Score
            </th>
            <th scope="col">Settings</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map(({ words, score, number }) => (
            <tr key={number} data-testid="tried">
              <td className="n">{score.toFixed(2)}</td>
              <td className="small">
                {words}
                {number === 1 ? ' (as usual)' : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
