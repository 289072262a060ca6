import { answerWords } from '../../../contract/knowledge/calculator-input.ts'
import type { Fact } from '../../../contract/knowledge/fact.ts'
import { dayWords } from '../../../wording/format-time.ts'
import { FactOrigin } from '../fact-origin.tsx'
import { type FormRow, valuePlace } from './form-rows.ts'
import { partsOfNumber } from './typed-values.ts'
import { t } from '../../../wording/translate.ts'

type Props = { readonly row: FormRow; readonly onOpen: (fact: Fact) => void }

/** What was recorded for one line over time, latest first, with a line where there are three numbers or more. */
export function ValuesOverTime({ row, onOpen }: Props) {
  const facts = [...row.facts, ...row.superseded].toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? ''))
  return (
    <div className="row-note">
      <table className="over-time" aria-label={t('facts.form.overTime', { name: row.label })}>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.id}>
              <th scope="row">{fact.at === null ? t('facts.form.undated') : dayWords(fact.at)}</th>
              <td>{valueWords(fact, row)}</td>
              <td>
                <FactOrigin fact={fact} onOpen={onOpen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <TrendLine row={row} facts={facts} />
    </div>
  )
}

function valueWords({ args, holds, sentence }: Fact, { relation }: FormRow): string {
  const place = valuePlace(relation)
  const asked = args.map((arg, at) => (at === place ? null : arg))
  const value = place === null ? null : (args[place] ?? null)
  return answerWords({ args: asked, places: relation.places, value, holds }) ?? sentence
}

const WIDTH = 120
const HEIGHT = 28
const MARGIN = 3
const FEWEST = 3

/** The numbers that are of one unit and have a day, over time; the table beside it says the same. */
function TrendLine({ row, facts }: { readonly row: FormRow; readonly facts: readonly Fact[] }) {
  const points = trendPoints(facts, valuePlace(row.relation))
  if (points.length < FEWEST) return null
  const line = points.map(({ x, y }) => `${x},${y}`).join(' ')
  return (
    <svg className="trend" width={WIDTH} height={HEIGHT} aria-hidden>
      <polyline points={line} />
      {points.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="2" />
      ))}
    </svg>
  )
}

type Point = { readonly x: number; readonly y: number }

/** The point of each value in the drawing, earliest first; empty unless all are numbers of one unit on different days. */
export function trendPoints(
  facts: readonly Pick<Fact, 'at' | 'args' | 'holds'>[],
  place: number | null,
): readonly Point[] {
  const read = facts.flatMap(({ at, args, holds }) => {
    const { amount, unit } = partsOfNumber(args[place ?? -1] ?? '')
    return at === null || holds !== 'yes' ? [] : [{ ms: Date.parse(at), value: Number(amount), unit }]
  })
  const units = new Set(read.map(({ unit }) => unit))
  if (units.size !== 1 || read.some(({ value }) => !Number.isFinite(value))) return []
  const [days, values] = [read.map(({ ms }) => ms), read.map(({ value }) => value)]
  const scale = (value: number, all: readonly number[], size: number) => {
    const [low, high] = [Math.min(...all), Math.max(...all)]
    return high === low ? size / 2 : MARGIN + ((size - 2 * MARGIN) * (value - low)) / (high - low)
  }
  return read
    .map(({ ms, value }) => ({ x: scale(ms, days, WIDTH), y: HEIGHT - scale(value, values, HEIGHT) }))
    .toSorted((one, other) => one.x - other.x)
}
