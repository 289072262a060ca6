import type { Fact, FactInput } from '../../contract/fact.ts'
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
}

/** One line of the form: its field, where the value comes from, and what contradicts or preceded it. */
export function FactRow({ row, isAsked, onSet, onOpen }: Props) {
  const [current, second] = row.facts
  const isOpen = !current || current.holds === 'unknown'
  return (
    <div className="frow" data-testid="fact-row">
      <span className="lab">{row.label}</span>
      <div className="val">
        <RowField row={row} onSet={onSet} />
        {current && !second ? <FactOrigin fact={current} isShort onOpen={onOpen} /> : null}
        {isAsked && isOpen ? <b className="bad small">asked</b> : null}
      </div>
      {second ? <Contradiction row={row} onOpen={onOpen} /> : null}
      {row.superseded.length > 0 ? <Earlier row={row} onOpen={onOpen} /> : null}
    </div>
  )
}

function RowField({ row, onSet }: Pick<Props, 'row' | 'onSet'>) {
  const place = valuePlace(row.relation)
  const [current, second] = row.facts
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

function Contradiction({ row, onOpen }: NoteProps) {
  return (
    <p className="row-note warn">
      <Glyph shape="caution" /> These cannot both hold, and none is used:{' '}
      {row.facts.map((fact, index) => (
        <span key={fact.id}>
          {index > 0 ? '; ' : ''}
          {fact.sentence}: <FactOrigin fact={fact} isShort onOpen={onOpen} />
        </span>
      ))}
      . Open one and choose Unset.
    </p>
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
