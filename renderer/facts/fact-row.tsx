import { HOLDS_WORDS } from '../../contract/calculator-input.ts'
import type { Fact, FactInput } from '../../contract/fact.ts'
import { ChoiceButtons } from '../parts/choice-buttons.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { ConflictingFacts, valuesIn } from './conflicting-facts.tsx'
import { FactOrigin } from './fact-origin.tsx'
import { type FormRow, valuePlace } from './form-rows.ts'
import { ValueField } from './value-field.tsx'
import { knownValue } from './value-input.ts'
import { ValuesOverTime } from './values-over-time.tsx'

type Props = {
  readonly row: FormRow
  /** A conclusion waits for it. */
  readonly isAsked: boolean
  readonly onSet: (input: FactInput, row: FormRow) => void
  readonly onOpen: (fact: Fact) => void
  /** Takes back the facts of other values, which leaves one that conflicts with nothing. */
  readonly onUnset: (facts: readonly Fact[]) => void
}

/** One line of the form: its field, where the value comes from, and what contradicts or preceded it. */
export function FactRow({ row, isAsked, onSet, onOpen, onUnset }: Props) {
  const [values = [], ...others] = valuesIn(row.facts)
  const [current, ...more] = values
  const isConflict = others.length > 0
  const isOpen = !current || current.holds === 'unknown'
  return (
    <div className="frow" data-testid="fact-row">
      <span className="lab">{row.label}</span>
      <div className="val">
        <RowField row={row} onSet={onSet} />
        {current && !isConflict ? <FactOrigin fact={current} isShort onOpen={onOpen} /> : null}
        {more.length > 0 && !isConflict ? <span className="small soft">{more.length + 1} sources</span> : null}
        {isAsked && isOpen ? <b className="bad small">asked</b> : null}
      </div>
      {isConflict ? (
        <div className="row-note warn">
          <Glyph shape="caution" />{' '}
          <ConflictingFacts
            facts={row.facts}
            onOpen={onOpen}
            onChoose={(chosen) => onUnset(row.facts.filter((one) => !chosen.includes(one)))}
          />
        </div>
      ) : null}
      {row.superseded.length > 0 ? <ValuesOverTime row={row} onOpen={onOpen} /> : null}
    </div>
  )
}

function RowField({ row, onSet }: Pick<Props, 'row' | 'onSet'>) {
  const place = valuePlace(row.relation)
  const [[current] = [], second] = valuesIn(row.facts)
  if (place !== null)
    return (
      <ValueField
        row={row}
        place={place}
        value={knownValue(row, place)}
        hasDay={row.relation.latest}
        onSet={(input) => onSet(input, row)}
      />
    )
  return (
    <ChoiceButtons
      label={row.label}
      value={second ? null : (current?.holds ?? null)}
      choices={HOLDS_WORDS}
      onChoose={(holds) => {
        const input = { relation: row.relation.relation, args: row.args.map((arg) => arg ?? ''), holds }
        onSet(input, row)
      }}
    />
  )
}
