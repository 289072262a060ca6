import { Collapsible } from 'radix-ui'
import { useState } from 'react'
import { swapsPseudonyms } from '../../../contract/opinions/bias-check.ts'
import type { Packet } from '../../../contract/opinions/packet.ts'
import {
  isRoutine,
  type ReplacedGroup,
  replacedGroups,
  replacedGroupTitle,
} from '../../../contract/opinions/packet-groups.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Modal } from '../../parts/modal.tsx'
import { TEXT_TAGS } from '../../parts/text-tags.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { formatTime } from '../../../wording/format-time.ts'
import { t } from '../../../wording/translate.ts'
import { MaskForm } from './mask-form.tsx'
import { isOpenPacket, layerWords, maskedCount } from '../packet-words.ts'
import type { PacketWork } from './use-packet-work.ts'
import { messageText } from '../../../wording/message-text.ts'

/** So many dates or amounts stand open; more of them are folded. */
const FEW = 4

/** What is replaced by what in groups, what is unusual first, and which rule found it. Undoing one takes a reason, which is recorded. */
export function ReplacedList({ work }: { readonly work: PacketWork }) {
  const { packet } = work
  const [undone, setUndone] = useState<string | null>(null)
  const isOpen = isOpenPacket(packet)
  return (
    <section className="above-4" aria-labelledby="replaced" data-testid="replaced">
      <h2 className="h" id="replaced">
        {t('outgoing.replaced.title')}
        <span className="muted">
          {t(`outgoing.replaced.${isOpen ? 'countOpen' : 'count'}`, { count: maskedCount(packet.masked) })}
        </span>
      </h2>
      {replacedGroups(packet.terms).map((group) => (
        <Group key={group.type} group={group} onUndo={isOpen ? setUndone : null} />
      ))}
      <Unmaskings packet={packet} />
      {isOpen ? <MaskForm work={work} term="" /> : null}
      {undone === null ? null : <Undo term={undone} work={work} onClose={() => setUndone(null)} />}
    </section>
  )
}

type GroupProps = { readonly group: ReplacedGroup; readonly onUndo: ((term: string) => void) | null }

function Group({ group, onUndo }: GroupProps) {
  const { type, terms, isUnusual } = group
  return (
    <Collapsible.Root className="replaced-group" defaultOpen={!isRoutine(type) || terms.length <= FEW}>
      <Collapsible.Trigger className="fold">
        <span className="chev" aria-hidden="true" />
        {replacedGroupTitle(group)}
        {isUnusual ? <span className="muted small beside-2">{t('outgoing.replaced.checkFirst')}</span> : null}
      </Collapsible.Trigger>
      <Collapsible.Content asChild>
        <ul className="subs">
          {terms.map(({ term, pseudonym, by }) => (
            <li key={`${pseudonym} ${term}`}>
              <span className="mono">{pseudonym}</span>
              <span>
                <b>{term}</b>, {layerWords(by)}{' '}
                {onUndo ? (
                  <Button
                    look="link"
                    isSmall
                    aria-label={t('outgoing.replaced.undoTerm', { term })}
                    onClick={() => onUndo(term)}
                  >
                    {t('outgoing.replaced.undo')}
                  </Button>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      </Collapsible.Content>
    </Collapsible.Root>
  )
}

function Unmaskings({ packet: { unmaskings } }: { readonly packet: Packet }) {
  if (unmaskings.length === 0) return null
  return (
    <ul className="small soft above-2" aria-label={t('outgoing.replaced.undone')}>
      {unmaskings.map(({ term, reason, by, at }) => (
        <li key={`${term} ${at}`}>
          {t.rich('outgoing.replaced.undoneTerm', { term, reason, by, time: formatTime(at), b: TEXT_TAGS.b })}
        </li>
      ))}
    </ul>
  )
}

type UndoProps = { readonly term: string; readonly work: PacketWork; readonly onClose: () => void }

function Undo({ term, work, onClose }: UndoProps) {
  const [reason, setReason] = useState('')
  const why = reason.trim() === '' ? t('outgoing.replaced.undoing.needsReason') : null
  const undo = async () => {
    if (why === null && !work.isBusy && (await work.change({ unmask: { term, reason: reason.trim() } }))) onClose()
  }
  return (
    <Modal title={t('outgoing.replaced.undoing.title', { term })} onClose={onClose}>
      <p className="soft">{t('outgoing.replaced.undoing.hint')}</p>
      <form
        className="stack-3"
        onSubmit={(event) => {
          event.preventDefault()
          void undo()
        }}
      >
        <TextField label={t('outgoing.replaced.undoing.reason')} value={reason} onText={setReason} />
        <FailureNote failure={work.failure} />
        <div className="btns">
          <Button type="submit" isBusy={work.isBusy} whyOff={why} isWhyBeside>
            {t('outgoing.replaced.undoing.submit')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t.rich('frame.buttons.cancelByKey', TEXT_TAGS)}
          </Button>
          {why ? <span className="small muted">{why}</span> : null}
        </div>
      </form>
    </Modal>
  )
}

/** Of a test packet: which words of sex and origin stand in the place of which, and what was not swapped. */
export function SwapList({ packet }: { readonly packet: Packet }) {
  const { segments, swapped } = packet
  if (!swapped) return null
  const swaps = segments.flatMap((segment) => segment.swaps ?? [])
  const rows = Map.groupBy(swaps, ({ term, written }) => `${term} ${written}`)
  return (
    <section className="above-4" aria-labelledby="swapped" data-testid="swapped">
      <h2 className="h" id="swapped">
        {t('outgoing.swapped.title')}
        <span className="muted">
          {t(`outgoing.swapped.${swapsPseudonyms(packet) ? 'pseudonymsAndWords' : 'words'}`, { count: swaps.length })}
        </span>
      </h2>
      <ul className="subs">
        {[...rows].map(([key, [first, ...more]]) => (
          <li key={key}>
            <span className="mono">{first?.written}</span>
            <span>
              {first &&
                t.rich(`outgoing.swapped.${first.kind}`, { term: first.term, count: more.length + 1, b: TEXT_TAGS.b })}
            </span>
          </li>
        ))}
      </ul>
      {swapped.notes.map(messageText).map((note) => (
        <p key={note} className="small soft above-1">
          {note}
        </p>
      ))}
    </section>
  )
}
