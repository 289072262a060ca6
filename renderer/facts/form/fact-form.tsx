import { useState } from 'react'
import { answerWords, relationName } from '../../../contract/knowledge/calculator-input.ts'
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
import { messageText } from '../../../wording/message-text.ts'
import { t, texts } from '../../../wording/translate.ts'
import { dayWords, withDates } from '../../../wording/format-time.ts'
import { partsOfNumber } from './typed-values.ts'

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
            {factSentence(fact)}{' '}
            {fact.converted ? <small className="soft">{t('facts.converted', { value: fact.converted })} </small> : null}
            <FactOrigin fact={fact} onOpen={onOpen} />
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
            {factSentence(fact)}: <FactOrigin fact={fact} onOpen={onOpen} />.{' '}
            {fact.unusable && messageText(fact.unusable)}
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

type ValuesOverTimeProps = { readonly row: FormRow; readonly onOpen: (fact: Fact) => void }

/** What was recorded for one line over time, latest first, with a line where there are three numbers or more. */
function ValuesOverTime({ row, onOpen }: ValuesOverTimeProps) {
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
  return answerWords({ args: asked, places: relation.places, value, holds }) ?? withDates(sentence)
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
