import { useState } from 'react'
import type { Fact, FormRelation } from '../../contract/fact.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { formatCount } from '../wording/format-count.ts'
import { sentenceCase } from '../wording/sentence-case.ts'
import type { FactActions } from './fact-actions.ts'
import { FactOrigin } from './fact-origin.tsx'
import { FactRow } from './fact-row.tsx'
import { type FormGroup, formGroups, replacedBy } from './form-rows.ts'
import { relationName } from '../../contract/calculator-input.ts'

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
        Facts{' '}
        <span className="muted">
          {formatCount(confirmed.length - notKnown, 'fact')} recorded{notKnown > 0 ? `, ${notKnown} not known` : ''}
        </span>
        <Button look="link" isSmall className="end" onClick={() => onAdd(null)}>
          add a fact
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
          {isWhole ? '' : 'Case sheets ask for what they need. '}
          <Button look="link" isSmall onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Show what is recorded only' : `Show all ${count} facts that can be recorded`}
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
            {sentenceCase(fact.sentence)}
            {fact.holds === 'unknown' ? ': not known' : ''} <FactOrigin fact={fact} onOpen={onOpen} />
          </li>
        ))}
        <li>
          <Button
            look="link"
            isSmall
            aria-label={`add: ${relationName(relation)}`}
            onClick={() => onAdd(relation.relation)}
          >
            add
          </Button>
        </li>
      </ul>
    </div>
  ))
}

/** Kept, though no rule reads them. */
function Unusable({ facts, onOpen }: Pick<Props, 'facts' | 'onOpen'>) {
  return (
    <div className="mt-4">
      <h3 className="h">
        Not used by any rule <span className="muted">kept as they are</span>
      </h3>
      <ul className="grid gap-1">
        {facts.map((fact) => (
          <li key={fact.id} className="small soft">
            {sentenceCase(fact.sentence)}: <FactOrigin fact={fact} onOpen={onOpen} />. {fact.unusable}
          </li>
        ))}
      </ul>
    </div>
  )
}
