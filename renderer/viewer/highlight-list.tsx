import { useId, useState } from 'react'
import type { Highlight } from '../../contract/highlight.ts'
import { readableText } from '../../wording/readable-text.ts'
import { t } from '../../wording/translate.ts'
import { Button } from '../parts/button.tsx'
import { CheckBox } from '../parts/choices.tsx'
import { ExportFile } from '../parts/export-file.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { ConfirmRemoval } from '../parts/form-dialog.tsx'
import { useClient } from '../state/assistant-context.ts'
import { type Action, useAction } from '../state/use-action.ts'
import type { UserFailure } from '../state/user-failure.ts'
import type { Highlighting } from './use-highlights.ts'

type Props = {
  readonly matter: string
  readonly documentId: string
  /** Null until they have been read. */
  readonly highlights: readonly Highlight[] | null
  /** Why the last one was not made, or none can be listed. */
  readonly failure: UserFailure | null
  /** Where words stand, as it is said: `page 9, 7.2`. */
  readonly placeOf: (highlight: Highlight) => string
  readonly onGo: (highlight: Highlight) => void
}

/** The marked words of a document with their notes, in the order of its text; those that it no longer has come last. */
export function HighlightList({ matter, documentId, highlights, failure, placeOf, onGo }: Props) {
  const client = useClient()
  const [isExporting, setExporting] = useState(false)
  const title = useId()
  return (
    <section className="highlights" aria-labelledby={title}>
      <div className="highlights-head">
        <h3 className="h" id={title}>
          {t('highlights.title')} {highlights ? <span className="muted num">{highlights.length}</span> : null}
        </h3>
        {highlights && highlights.length > 0 ? (
          <Button look="link" isSmall onClick={() => setExporting(true)}>
            {t('frame.buttons.exportAs')}
          </Button>
        ) : null}
      </div>
      <FailureNote failure={failure} />
      {highlights?.length === 0 ? <p className="small soft">{t('highlights.selectHint')}</p> : null}
      <ol>
        {highlights?.map((highlight) => (
          <HighlightItem
            key={highlight.highlightId}
            matter={matter}
            highlight={highlight}
            place={placeOf(highlight)}
            onGo={() => onGo(highlight)}
          />
        ))}
      </ol>
      {isExporting ? (
        <ExportFile
          title={t('highlights.exportTitle')}
          formats={['docx', 'pdf', 'md']}
          make={(format) => client.highlight.export({ matter, document: documentId, format })}
          onClose={() => setExporting(false)}
        >
          {t('highlights.exportHint')}
        </ExportFile>
      ) : null}
    </section>
  )
}

type NewNoteProps = { readonly matter: string; readonly highlighting: Highlighting | null }

/** Asks for the note of a highlight that was just made, over the page where it was, which stays in view. */
export function NewNote({ matter, highlighting }: NewNoteProps) {
  const made = highlighting?.justMade
  return made ? <NoteOf key={made.highlightId} matter={matter} made={made} endNote={highlighting.endNote} /> : null
}

type NoteOfProps = Pick<Highlighting, 'endNote'> & { readonly matter: string; readonly made: Highlight }

function NoteOf({ matter, made: { highlightId, quote, note }, endNote }: NoteOfProps) {
  const client = useClient()
  const action = useAction()
  const title = useId()
  const save = (text: string) => client.highlight.change({ matter, highlightId, note: text })
  return (
    <section className="new-note" aria-labelledby={title}>
      <p className="small" id={title}>
        {t('highlights.made', { words: quote.replaceAll(/\s+/g, ' ') })}
      </p>
      <NoteForm
        note={note}
        leave={t('highlights.noNote')}
        isBusy={action.isBusy}
        onSave={async (text) => {
          if (await action.run(() => save(text), t('highlights.kept'))) endNote()
        }}
        onClose={endNote}
      />
      <FailureNote failure={action.failure} />
    </section>
  )
}

type ItemProps = {
  readonly matter: string
  readonly highlight: Highlight
  readonly place: string
  readonly onGo: () => void
}

function HighlightItem({ matter, highlight, place, onGo }: ItemProps) {
  const { highlightId, document, quote, note } = highlight
  const client = useClient()
  const action = useAction()
  const [isWriting, setWriting] = useState(false)
  const change = (changed: Partial<Pick<Highlight, 'note' | 'isEvidence'>>) =>
    action.run(() => client.highlight.change({ matter, highlightId, ...changed }), t('highlights.kept'))
  return (
    <li className={isWriting ? 'highlight writing' : 'highlight'}>
      <Place highlight={highlight} place={place} onGo={onGo} />
      <blockquote className="source-text">{readableText(quote, document)}</blockquote>
      {isWriting ? (
        <NoteForm
          note={note}
          leave={t('frame.buttons.cancel')}
          isBusy={action.isBusy}
          onSave={async (text) => {
            if (await change({ note: text })) setWriting(false)
          }}
          onClose={() => setWriting(false)}
        />
      ) : (
        <>
          {note === '' ? null : <p className="note-text">{note}</p>}
          <Actions
            matter={matter}
            highlight={highlight}
            action={action}
            onEvidence={(isEvidence) => void change({ isEvidence })}
            onWrite={() => setWriting(true)}
          />
        </>
      )}
      <FailureNote failure={action.failure} />
    </li>
  )
}

type ActionsProps = Pick<ItemProps, 'matter' | 'highlight'> & {
  readonly action: Action
  readonly onEvidence: (isEvidence: boolean) => void
  readonly onWrite: () => void
}

/** What can be done with a highlight. One with a note is not removed before that is confirmed: nothing brings the note back. */
function Actions({ matter, highlight, action, onEvidence, onWrite }: ActionsProps) {
  const { highlightId, note, isEvidence } = highlight
  const client = useClient()
  const [isAsked, setAsked] = useState(false)
  const remove = () => client.highlight.remove({ matter, highlightId })
  const removeNow = () => void action.run(remove, t('highlights.kept'))
  return (
    <div className="btns">
      <CheckBox isSmall isOn={isEvidence} isOff={action.isBusy} onChange={onEvidence}>
        {t('highlights.evidence')}
      </CheckBox>
      <Button look="quiet" isSmall onClick={onWrite}>
        {note === '' ? t('highlights.addNote') : t('highlights.editNote')}
      </Button>
      <Button look="quiet" isSmall isBusy={action.isBusy} onClick={() => (note === '' ? removeNow() : setAsked(true))}>
        {t('highlights.remove')}
      </Button>
      {isAsked ? (
        <ConfirmRemoval
          title={t('highlights.removal.title')}
          work={remove}
          kept={t('highlights.kept')}
          onClose={() => setAsked(false)}
        >
          <p className="soft">{t('highlights.removal.whatGoes', { note })}</p>
        </ConfirmRemoval>
      ) : null}
    </div>
  )
}

function Place({ highlight, place, onGo }: Pick<ItemProps, 'highlight' | 'place' | 'onGo'>) {
  if (highlight.place === null)
    return (
      <p className="small warn" title={t('highlights.lostHint')}>
        {t('highlights.lost')}
      </p>
    )
  return (
    <div className="small">
      <Button look="link" isSmall onClick={onGo}>
        {place === '' ? t('highlights.placeInText') : t('highlights.place', { place })}
      </Button>
    </div>
  )
}

type NoteFormProps = {
  readonly note: string
  /** What the button that keeps nothing says. */
  readonly leave: string
  readonly isBusy: boolean
  readonly onSave: (note: string) => Promise<void>
  readonly onClose: () => void
}

function NoteForm({ note, leave, isBusy, onSave, onClose }: NoteFormProps) {
  const [text, setText] = useState(note)
  const field = useId()
  return (
    <form
      className="stack-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void onSave(text)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <label className="visually-hidden" htmlFor={field}>
        {t('highlights.note')}
      </label>
      <textarea id={field} rows={3} autoFocus value={text} onChange={({ target }) => setText(target.value)} />
      <div className="btns">
        <Button type="submit" look="primary" isSmall isBusy={isBusy}>
          {t('highlights.save')}
        </Button>
        <Button look="quiet" isSmall onClick={onClose}>
          {leave}
        </Button>
      </div>
    </form>
  )
}
