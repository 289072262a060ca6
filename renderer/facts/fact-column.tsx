import { useState } from 'react'
import type { Fact, FormRelation } from '../../contract/knowledge/fact.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useMatter, useShell } from '../state/shell-context.ts'
import { DocumentViewer } from '../viewer/document-viewer.tsx'
import { ViewerBar } from '../viewer/viewer-bar.tsx'
import { dayWords, formatTime, withDates } from '../../wording/format-time.ts'
import { EditFact } from './form/edit-fact.tsx'
import { useFactActions } from './fact-actions.ts'
import { byWords, dateWords, factSentence, originWords, quoteWords } from './fact-wording.ts'
import { messageText } from '../../wording/message-text.ts'
import { t } from '../../wording/translate.ts'

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
        title={source.kind === 'passage' ? originWords(source, settings.userName) : t('facts.fact.title')}
        documentId={source.kind === 'passage' ? source.documentId : undefined}
        page={source.kind === 'passage' ? source.page : null}
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
    <section className="detail fact-detail" aria-label={t('facts.fact.title')}>
      <h3 className="h">
        {factSentence(fact)}{' '}
        {fact.converted ? <small className="soft">{t('facts.converted', { value: fact.converted })}</small> : null}
      </h3>
      {fact.source.kind === 'passage' ? <blockquote>{quoteWords(fact.source.quote)}</blockquote> : null}
      <Particulars fact={fact} facts={facts} />
      <FailureNote failure={actions.failure} />
      {fact.state === 'confirmed' ? (
        <div className="btns above-2">
          <Button isSmall isBusy={actions.isBusy} onClick={() => void unset()}>
            {t('facts.fact.unset')}
          </Button>
          {isHere ? (
            <Button look="quiet" isSmall onClick={() => setEditing(true)}>
              {t('facts.fact.edit')}
            </Button>
          ) : null}
          <span className="small muted">{t('facts.fact.unsetHint')}</span>
        </div>
      ) : null}
      {isEditing ? (
        <EditFact
          title={t('facts.fact.editTitle')}
          relations={relations}
          fact={fact}
          relation={fact.relation}
          submit={t('frame.buttons.save')}
          onSubmit={(input) => actions.set(input, () => fact.id)}
          failure={actions.failure}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </section>
  )
}

function decisionName({ state, source }: Fact): string {
  if (state === 'rejected') return t('facts.fact.rejected')
  return source.kind === 'user' ? t('facts.fact.entered') : t('facts.fact.confirmed')
}

/** "by you, today, 10:38"; empty where nobody decided on it. */
function decidedWords({ decidedBy, decidedAt }: Fact, userName: string): string {
  if (!decidedBy || !decidedAt) return ''
  return t('facts.fact.decision', { by: byWords(decidedBy, userName), time: formatTime(decidedAt) })
}

function laterWords({ sentence, at }: Fact): string {
  return at === null
    ? t('facts.fact.laterUndated', { sentence: withDates(sentence) })
    : t('facts.fact.later', { sentence: withDates(sentence), day: dayWords(at) })
}

function Particulars({ fact, facts }: Pick<Props, 'fact' | 'facts'>) {
  const { settings } = useShell()
  const others = facts.filter(({ id, state }) => fact.conflicts.includes(id) && state !== 'rejected')
  const later = facts.find(({ id }) => id === fact.supersededBy)
  const dates = dateWords(fact)
  const decided = decidedWords(fact, settings.userName)
  const rows: readonly (readonly [string, string])[] = [
    ...(fact.source.kind === 'passage' && fact.source.model
      ? [[t('facts.fact.readBy'), fact.source.model] as const]
      : []),
    ...(decided ? [[decisionName(fact), decided] as const] : []),
    ...(dates ? [[t('facts.fact.day'), dates] as const] : []),
    ...(later ? [[t('facts.fact.laterValue'), laterWords(later)] as const] : []),
    ...others.map(
      ({ sentence }) =>
        [t('facts.fact.contradicts'), t('facts.fact.noneUsed', { sentence: withDates(sentence) })] as const,
    ),
    ...(fact.unusable ? [[t('facts.fact.notUsed'), messageText(fact.unusable)] as const] : []),
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
