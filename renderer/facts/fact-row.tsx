import type { Fact, FactInput } from '../../contract/fact.ts'
import { Button } from '../parts/button.tsx'
import { ChoiceButtons } from '../parts/choice-buttons.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { FactOrigin } from './fact-origin.tsx'
import { type FormRow, valuePlace } from './form-rows.ts'
import { HOLDS_WORDS } from './holds-words.ts'
import { ValueField } from './value-field.tsx'

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
      {isConflict ? <Conflict row={row} onOpen={onOpen} onUnset={onUnset} /> : null}
      {row.superseded.length > 0 ? <Earlier row={row} onOpen={onOpen} /> : null}
    </div>
  )
}

function RowField({ row, onSet }: Pick<Props, 'row' | 'onSet'>) {
  const place = valuePlace(row.relation)
  const [[current] = [], second] = valuesIn(row.facts)
  if (place !== null) return <ValueField row={row} place={place} onSet={onSet} />
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

type NoteProps = Pick<Props, 'row' | 'onOpen'>

/** The facts of a line by what they say: equal values of several sources are one. */
function valuesIn(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  return [...Map.groupBy(facts, ({ args, holds }) => JSON.stringify([args, holds])).values()]
}

function Conflict({ row, onOpen, onUnset }: NoteProps & Pick<Props, 'onUnset'>) {
  return (
    <div className="row-note warn">
      <Glyph shape="caution" /> These values conflict. Choose one.
      <ul>
        {valuesIn(row.facts).map((same) => {
          const [fact] = same
          if (!fact) return null
          return (
            <li key={fact.id}>
              <Button isSmall onClick={() => onUnset(row.facts.filter((one) => !same.includes(one)))}>
                {fact.sentence}
              </Button>{' '}
              {fact.source.kind === 'passage' ? `“${fact.source.quote}” ` : ''}
              <FactOrigin fact={fact} isShort onOpen={onOpen} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Earlier({ row, onOpen }: NoteProps) {
  return (
    <p className="row-note">
      Before:{' '}
      {row.superseded.map((fact, index) => (
        <span key={fact.id}>
          {index > 0 ? '; ' : ''}
          {fact.sentence}, {fact.at ?? 'undated'}: <FactOrigin fact={fact} isShort onOpen={onOpen} />
        </span>
      ))}
    </p>
  )
}
