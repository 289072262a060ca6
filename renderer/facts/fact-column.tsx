import { useState } from 'react'
import type { Fact, FormRelation } from '../../contract/knowledge/fact.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useMatter, useShell } from '../state/shell-context.ts'
import { DocumentViewer } from '../viewer/document-viewer.tsx'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { formatTime } from '../../wording/format-time.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import { EditFact } from './form/edit-fact.tsx'
import { useFactActions } from './fact-actions.ts'
import { dateWords, originWords, personWords } from './fact-wording.ts'

type Props = {
  readonly fact: Fact
  readonly facts: readonly Fact[]
  readonly relations: readonly FormRelation[]
  readonly onClose: () => void
}

/** All about one fact: its passage, who said yes, its dates, what it contradicts; taking it back. */
export function FactColumn({ fact, ...props }: Props) {
  const matter = useMatter()
  const { settings } = useShell()
  const { source } = fact
  const detail = <FactDetail fact={fact} {...props} />
  return (
    <>
      <ViewerBar
        title={source.kind === 'passage' ? originWords(source, settings.userName) : 'Fact'}
        onClose={props.onClose}
      />
      {source.kind === 'passage' ? (
        <DocumentViewer
          matter={matter.id}
          documentId={source.documentId}
          textVersion={source.textVersion}
          page={source.page}
          spans={[{ start: source.start, end: source.end }]}
          detail={detail}
        />
      ) : (
        <div className="inset-4">{detail}</div>
      )}
    </>
  )
}

function FactDetail({ fact, facts, relations, onClose }: Props) {
  const actions = useFactActions(useMatter().id)
  const [isEditing, setEditing] = useState(false)
  const unset = async () => {
    if (await actions.unset(fact.id)) onClose()
  }
  const isHere = relations.some(({ relation }) => relation === fact.relation)
  return (
    <section className="detail fact-detail" aria-label="Fact">
      <h3 className="h">
        {sentenceCase(fact.sentence)}
        {fact.holds === 'unknown' ? ': not known' : ''}
      </h3>
      {fact.source.kind === 'passage' ? (
        <blockquote>“{fact.source.quote.replace(/\s+/g, ' ').trim()}”</blockquote>
      ) : null}
      <Particulars fact={fact} facts={facts} />
      <FailureNote failure={actions.failure} />
      {fact.state === 'confirmed' ? (
        <div className="btns above-2">
          <Button isSmall isOff={actions.isBusy} onClick={() => void unset()}>
            Unset
          </Button>
          {isHere ? (
            <Button look="quiet" isSmall onClick={() => setEditing(true)}>
              Edit…
            </Button>
          ) : null}
          <span className="small muted">Unset removes this fact. It does not record a “no”.</span>
        </div>
      ) : null}
      {isEditing ? (
        <EditFact
          title="Edit a fact"
          relations={relations}
          fact={fact}
          relation={fact.relation}
          submit="Save"
          onSubmit={(input) => actions.set(input, () => fact.id)}
          failure={actions.failure}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </section>
  )
}

function decisionName({ state, source }: Fact): string {
  if (state === 'rejected') return 'No by'
  return source.kind === 'user' ? 'Entered by' : 'Yes by'
}

function Particulars({ fact, facts }: Pick<Props, 'fact' | 'facts'>) {
  const { settings } = useShell()
  const others = facts.filter(({ id, state }) => fact.conflicts.includes(id) && state !== 'rejected')
  const later = facts.find(({ id }) => id === fact.supersededBy)
  const dates = dateWords(fact)
  const by = fact.decidedBy === null ? null : personWords(fact.decidedBy, settings.userName)
  const rows: readonly (readonly [string, string])[] = [
    ...(fact.source.kind === 'passage' && fact.source.model ? [['Read by', fact.source.model] as const] : []),
    ...(by && fact.decidedAt ? [[decisionName(fact), `${by}, ${formatTime(fact.decidedAt)}`] as const] : []),
    ...(dates ? [['Day', dates] as const] : []),
    ...(later ? [['Later value', `${later.sentence}, ${later.at ?? 'undated'}; it counts instead`] as const] : []),
    ...others.map(({ sentence }) => ['Contradicts', `${sentence}. None of them is used.`] as const),
    ...(fact.unusable ? [['Not used', fact.unusable] as const] : []),
  ]
  if (rows.length === 0) return null
  return (
    <dl className="kv above-2">
      {rows.map(([name, words]) => (
        <div key={`${name} ${words}`} className="unboxed">
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
