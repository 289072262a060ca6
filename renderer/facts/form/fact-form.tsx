import { useState } from 'react'
import { relationName } from '../../../contract/knowledge/calculator-input.ts'
import type { Fact, FactInput, FormRelation } from '../../../contract/knowledge/fact.ts'
import { Button } from '../../parts/button.tsx'
import { ChoiceButtons } from '../../parts/choices.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Glyph } from '../../parts/glyph.tsx'
import { sentenceCase } from '../../../wording/phrases.ts'
import type { FactActions } from '../fact-actions.ts'
import { factSentence } from '../fact-wording.ts'
import { ConflictingFacts, FactOrigin, valuesIn } from '../fact-origin.tsx'
import { type FormGroup, formGroups, type FormRow, replacedBy, valuePlace } from './form-rows.ts'
import { knownValue, ValueField } from './value-field.tsx'
import { ValuesOverTime } from './values-over-time.tsx'
import { t, texts } from '../../../wording/translate.ts'

type Props = {
  readonly relations: readonly FormRelation[]
  readonly facts: readonly Fact[]
  /** Keys of lines for which a conclusion waits: `has(patient, diabetes)`. */
  readonly asked: ReadonlySet<string>
  readonly actions: FactActions
  readonly onOpen: (fact: Fact) => void
  /** Null: any of them. */
  readonly onAdd: (relation: string | null) => void
}

/** A form of more lines shows what is recorded, and the others on request: the clinical pack alone has 59. */
const LINES_AT_ONCE = 40

/** What is recorded, and what could be, by the groups of the vocabulary. */
export function FactForm({ relations, facts, asked, actions, onOpen, onAdd }: Props) {
  const [isWhole, setWhole] = useState(false)
  const all = formGroups(relations, facts)
  const count = all.reduce((sum, { rows, lists }) => sum + rows.length + lists.length, 0)
  const isLong = count > LINES_AT_ONCE
  const groups = isLong && !isWhole ? recordedIn(all) : all
  const confirmed = facts.filter(({ state }) => state === 'confirmed')
  const notKnown = confirmed.filter(({ holds }) => holds === 'unknown').length
  const unusable = confirmed.filter((fact) => fact.unusable !== null)
  return (
    <section aria-labelledby="facts-form">
      <h2 className="h" id="facts-form">
        {t('facts.form.title')}{' '}
        <span className="muted">
          {notKnown > 0
            ? t('facts.form.recordedWithUnknown', { count: confirmed.length - notKnown, notKnown })
            : t('facts.form.recorded', { count: confirmed.length })}
        </span>
        <Button look="link" isSmall className="end" onClick={() => onAdd(null)}>
          {t('facts.form.addFact')}
        </Button>
      </h2>
      <FailureNote failure={actions.failure} />
      <div className="form-grid">
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <h3>{group.title}</h3>
            {group.rows.map((row) => (
              <FactRow
                key={row.key}
                row={row}
                isAsked={asked.has(row.key)}
                onSet={(input, line) => void actions.set(input, (now) => replacedBy(line, input, now))}
                onOpen={onOpen}
                onUnset={(others) => others.forEach(({ id }) => void actions.unset(id))}
              />
            ))}
            <Lists group={group} onOpen={onOpen} onAdd={onAdd} />
          </div>
        ))}
      </div>
      {isLong ? (
        <p className="small soft">
          {isWhole ? '' : `${t('facts.form.sheetsAsk')} `}
          <Button look="link" isSmall onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('facts.form.showRecorded') : t('facts.form.showAll', { count })}
          </Button>
        </p>
      ) : null}
      {unusable.length > 0 ? <Unusable facts={unusable} onOpen={onOpen} /> : null}
    </section>
  )
}

/** What a conclusion waits for is asked beside it. */
function recordedIn(groups: readonly FormGroup[]): readonly FormGroup[] {
  return groups
    .map((group) => ({
      ...group,
      rows: group.rows.filter((row) => row.facts.length + row.superseded.length > 0),
      lists: group.lists.filter((list) => list.facts.length > 0),
    }))
    .filter(({ rows, lists }) => rows.length + lists.length > 0)
}

type ListProps = Pick<Props, 'onOpen' | 'onAdd'> & { readonly group: FormGroup }

function Lists({ group, onOpen, onAdd }: ListProps) {
  return group.lists.map(({ relation, facts }) => (
    <div key={relation.relation} className="flist">
      <span className="lab">{sentenceCase(relationName(relation))}</span>
      <ul>
        {facts.map((fact) => (
          <li key={fact.id}>
            {factSentence(fact)} <FactOrigin fact={fact} onOpen={onOpen} />
          </li>
        ))}
        <li>
          <Button
            look="link"
            isSmall
            aria-label={t('facts.form.addNamed', { name: relationName(relation) })}
            onClick={() => onAdd(relation.relation)}
          >
            {t('frame.buttons.add')}
          </Button>
        </li>
      </ul>
    </div>
  ))
}

/** Kept, though no rule reads them. */
function Unusable({ facts, onOpen }: Pick<Props, 'facts' | 'onOpen'>) {
  return (
    <div className="above-4">
      <h3 className="h">
        {t('facts.form.unusable')} <span className="muted">{t('facts.form.unusableHint')}</span>
      </h3>
      <ul className="stack-1">
        {facts.map((fact) => (
          <li key={fact.id} className="small soft">
            {sentenceCase(fact.sentence)}: <FactOrigin fact={fact} onOpen={onOpen} />. {fact.unusable}
          </li>
        ))}
      </ul>
    </div>
  )
}

type FactRowProps = {
  readonly row: FormRow
  /** A conclusion waits for it. */
  readonly isAsked: boolean
  readonly onSet: (input: FactInput, row: FormRow) => void
  readonly onOpen: (fact: Fact) => void
  /** Takes back the facts of other values, which leaves one that conflicts with nothing. */
  readonly onUnset: (facts: readonly Fact[]) => void
}

/** One line of the form: its field, where the value comes from, and what contradicts or preceded it. */
function FactRow({ row, isAsked, onSet, onOpen, onUnset }: FactRowProps) {
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
        {more.length > 0 && !isConflict ? (
          <span className="small soft">{t('facts.form.sources', { count: more.length + 1 })}</span>
        ) : null}
        {isAsked && isOpen ? <b className="bad small">{t('facts.form.asked')}</b> : null}
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

function RowField({ row, onSet }: Pick<FactRowProps, 'row' | 'onSet'>) {
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
      choices={texts('proof.holds')}
      onChoose={(holds) => {
        const input = { relation: row.relation.relation, args: row.args.map((arg) => arg ?? ''), holds }
        onSet(input, row)
      }}
    />
  )
}
