import { useState } from 'react'
import type { Fact, FormRelation } from '../../contract/knowledge/fact.ts'
import { ROVING, rovingList } from '../keys/roving-list.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { MarkedText } from '../parts/marks.tsx'
import { useShell } from '../state/shell-context.ts'
import { markWords, searchedWords } from '../../wording/snippet.ts'
import { withDates } from '../../wording/format-time.ts'
import { EditFact } from './form/edit-fact.tsx'
import type { FactActions } from './fact-actions.ts'
import { FactOrigin } from './fact-origin.tsx'
import { dateWords, factSentence, quoteWords } from './fact-wording.ts'
import type { Proposing } from './read-facts.tsx'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly facts: readonly Fact[]
  readonly relations: readonly FormRelation[]
  readonly actions: FactActions
  readonly proposing: Proposing
  readonly onOpen: (fact: Fact) => void
  readonly children?: React.ReactNode
}

/** What was read from the documents and nobody decided on; no conclusion uses it until somebody confirms it. */
export function Proposals({ facts, relations, actions, proposing, onOpen, children }: Props) {
  const [edited, setEdited] = useState<Fact | null>(null)
  const waiting = facts.filter(({ state }) => state === 'proposed')
  return (
    <section aria-labelledby="proposals" data-testid="proposals">
      <h2 className="h" id="proposals">
        {t('facts.proposals.title')} <span className="muted">{t('facts.proposals.hint')}</span>
        {proposing.isRunning ? null : (
          <Button look="link" isSmall className="end" onClick={proposing.start}>
            {t('facts.proposals.read')}
          </Button>
        )}
      </h2>
      <FailureNote failure={actions.failure} />
      {waiting.length === 0 ? <p className="soft">{t('facts.proposals.none')}</p> : null}
      <ul className="proposed" ref={rovingList}>
        {waiting.map((fact) => (
          <Proposal
            key={fact.id}
            fact={fact}
            facts={facts}
            relation={relations.find(({ relation }) => relation === fact.relation)}
            onOpen={onOpen}
            onConfirm={() => void actions.confirm(fact.id).then((isDone) => isDone && focusNext())}
            onReject={() => void actions.reject(fact.id).then((isDone) => isDone && focusNext())}
            onEdit={() => setEdited(fact)}
          />
        ))}
      </ul>
      {children}
      {edited ? (
        <EditFact
          title={t('facts.proposals.editTitle')}
          relations={relations}
          fact={edited}
          relation={edited.relation}
          submit={t('facts.proposals.confirm')}
          onSubmit={(input) => actions.confirm(edited.id, input)}
          failure={actions.failure}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </section>
  )
}

type ItemProps = Pick<Props, 'facts' | 'onOpen'> & {
  readonly fact: Fact
  readonly relation: FormRelation | undefined
  readonly onConfirm: () => void
  readonly onReject: () => void
  readonly onEdit: () => void
}

function Proposal({ fact, relation, facts, onOpen, onConfirm, onReject, onEdit }: ItemProps) {
  const { settings } = useShell()
  const { source, conflicts } = fact
  const sentence = withDates(fact.sentence)
  const dates = dateWords(fact)
  const against = facts.filter(({ id, state }) => conflicts.includes(id) && state === 'confirmed')
  const press = (event: React.KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return
    const act = settings.singleKeys ? { y: onConfirm, n: onReject }[event.key.toLowerCase()] : undefined
    if (!act && event.key !== 'Enter') return
    event.preventDefault()
    if (act) act()
    else onOpen(fact)
  }
  return (
    <li {...{ [ROVING]: '' }} tabIndex={-1} data-testid="proposal" aria-label={sentence} onKeyDown={press}>
      <div>
        <p className="fact">
          {factSentence(fact)}
          {fact.converted ? <small className="soft"> {t('facts.converted', { value: fact.converted })}</small> : null}
          {dates ? <span className="soft small"> {dates}</span> : null}
        </p>
        {source.kind === 'passage' ? (
          <blockquote>
            <MarkedText runs={markWords(quoteWords(source.quote), valueWords(fact, relation))} />{' '}
            <FactOrigin fact={fact} onOpen={onOpen} />
          </blockquote>
        ) : null}
        {against.map((other) => (
          <p key={other.id} className="small warn">
            <Glyph shape="caution" /> {t('facts.proposals.recordedNow', { sentence: withDates(other.sentence) })}
          </p>
        ))}
      </div>
      <div className="btns">
        <Button isSmall aria-label={t('facts.proposals.confirmNamed', { name: sentence })} onClick={onConfirm}>
          {t('facts.proposals.confirm')}
        </Button>
        <Button isSmall aria-label={t('facts.proposals.rejectNamed', { name: sentence })} onClick={onReject}>
          {t('facts.proposals.reject')}
        </Button>
        <Button look="quiet" isSmall aria-label={t('facts.proposals.editNamed', { name: sentence })} onClick={onEdit}>
          {t('facts.proposals.edit')}
        </Button>
      </div>
    </li>
  )
}

/** The words of what is said, without of whom: those to look for in the quote. */
function valueWords({ args, at }: Fact, relation: FormRelation | undefined): readonly string[] {
  const said = args.map((arg, index) => {
    const place = relation?.places[index]
    if (place?.kind !== 'name') return arg
    return place.open ? '' : (place.choices.find(({ name }) => name === arg)?.label ?? arg)
  })
  return searchedWords([...said, at ?? ''].join(' '))
}

/** The one that was decided goes; what waits next has the focus, else the heading. */
function focusNext(): void {
  requestAnimationFrame(() => {
    if (document.activeElement && document.activeElement !== document.body) return
    const next = document.querySelector<HTMLElement>('[data-testid=proposal]')
    const place = next ?? document.querySelector<HTMLElement>('#work h1')
    place?.focus()
  })
}
