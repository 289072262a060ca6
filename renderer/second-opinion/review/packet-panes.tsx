import { Collapsible } from 'radix-ui'
import { Fragment, useState } from 'react'
import type { Segment } from '../../../contract/opinions/packet.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Modal } from '../../parts/modal.tsx'
import { t } from '../../../wording/translate.ts'
import { TEXT_TAGS } from '../../parts/text-tags.tsx'
import { isOpenPacket } from '../packet-words.ts'
import { type OutgoingPart, outgoingParts, type RunKind, segmentRuns, type TextRun } from './packet-text.ts'
import type { PacketWork } from './use-packet-work.ts'

/** Marks text of a packet, of which words can be selected to be replaced. */
export const PACKET_TEXT = 'data-packet-text'

/** What stays and what leaves, passage beside passage: the rows of one grid. */
export function PacketPanes({ work }: { readonly work: PacketWork }) {
  const { packet } = work
  const parts = outgoingParts(packet)
  return (
    <div className="panes" data-testid="panes">
      <header>
        <h2>{t('outgoing.panes.local')}</h2>
        <span>{t('outgoing.panes.localHint')}</span>
      </header>
      <header>
        <h2>{t('outgoing.panes.outgoing')}</h2>
        <span className="num push" data-testid="characters">
          {t('outgoing.characters', { count: packet.characters })}
        </span>
      </header>
      {parts ? (
        parts.map((part, index) => (
          <Fragment key={part.segment.source}>
            {index === 0 ? <Instructions head={part.head} /> : null}
            <LocalCell segment={part.segment} work={work} />
            <OutgoingCell part={part} isFirst={index === 0} work={work} />
          </Fragment>
        ))
      ) : (
        <>
          <div className="cell">
            <h3>{t('outgoing.panes.whole')}</h3>
          </div>
          <div className="cell out">
            <pre>{packet.text}</pre>
          </div>
        </>
      )}
    </div>
  )
}

/** What is said to the model before the question; the same in every packet, and shown like all that leaves. */
function Instructions({ head }: { readonly head: string }) {
  const [instructions] = splitHead(head)
  return (
    <>
      <div className="cell">
        <h3>{t('outgoing.panes.instructions')}</h3>
        <p className="small soft">{t('outgoing.panes.instructionsHint')}</p>
      </div>
      <div className="cell out">
        <Collapsible.Root>
          <Collapsible.Trigger className="fold">
            <span className="chev" aria-hidden="true" />
            {t('outgoing.panes.instructionsLength', { count: instructions.length })}
          </Collapsible.Trigger>
          <Collapsible.Content>
            <p className="pre" data-testid="instructions">
              {instructions}
            </p>
          </Collapsible.Content>
        </Collapsible.Root>
      </div>
    </>
  )
}

type LocalProps = { readonly segment: Segment; readonly work: PacketWork }

function LocalCell({ segment, work }: LocalProps) {
  const { source } = segment
  const isQuestion = source === 'question'
  const runs = segmentRuns(segment, 'local', work.packet.flags)
  return (
    <div className="cell" data-testid="local" data-source={source}>
      <h3>
        {titleOf(segment)}
        {isQuestion && isOpenPacket(work.packet) && !work.packet.swapped ? <EditQuestion work={work} /> : null}
      </h3>
      <p className="pre" {...{ [PACKET_TEXT]: '' }}>
        <RunText runs={runs} areFlagsNumbered />
      </p>
    </div>
  )
}

function titleOf({ source, where, byOcr }: Segment): string {
  const title = `${sourceWords(source)} ${where}`.trim()
  return byOcr ? t('outgoing.panes.byOcr', { title }) : title
}

function sourceWords(source: string): string {
  if (source === 'question' || source === 'candidates' || source === 'analysis') return t(`outgoing.panes.${source}`)
  return source.startsWith('option ') ? t('outgoing.panes.option', { letter: source.slice(-1) }) : source
}

type OutgoingProps = { readonly part: OutgoingPart; readonly isFirst: boolean; readonly work: PacketWork }

function OutgoingCell({ part: { head, segment }, isFirst, work }: OutgoingProps) {
  const shown = isFirst ? splitHead(head)[1] : head
  return (
    <div className="cell out" data-testid="outgoing" data-source={segment.source}>
      {shown.trim() ? <h3 className="pre">{shown.trim()}</h3> : null}
      <p className="pre" {...{ [PACKET_TEXT]: '' }}>
        <RunText runs={segmentRuns(segment, 'outgoing', work.packet.flags)} />
      </p>
    </div>
  )
}

/** The instructions, and the words right before the first text. */
function splitHead(head: string): readonly [string, string] {
  const at = head.lastIndexOf('\n\n')
  return at < 0 ? ['', head] : [head.slice(0, at), head.slice(at + 2)]
}

function whyNotReworded(text: string, local: string): string | null {
  if (text === '') return t('frame.off.noWords')
  return text === local ? t('frame.off.unchanged') : null
}

/** Puts the question in other words: often the surest way to name nobody. */
function EditQuestion({ work }: { readonly work: PacketWork }) {
  const [text, setText] = useState<string | null>(null)
  const close = () => setText(null)
  const local = work.packet.segments.find(({ source }) => source === 'question')?.local ?? work.packet.question
  const save = async () => {
    if (text !== null && (await work.change({ question: text }))) close()
  }
  const why = text === null ? null : whyNotReworded(text.trim(), local)
  return (
    <>
      <Button look="link" isSmall className="push" onClick={() => setText(local)}>
        {t('outgoing.panes.reword')}
      </Button>
      {text === null ? null : (
        <Modal title={t('outgoing.panes.rewordTitle')} onClose={close}>
          <textarea
            aria-label={t('outgoing.panes.question')}
            rows={4}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <FailureNote failure={work.failure} />
          <div className="btns">
            <Button isBusy={work.isBusy} whyOff={why} onClick={() => void save()}>
              {t('outgoing.panes.rewordSave')}
            </Button>
            <Button look="quiet" onClick={close}>
              {t.rich('frame.buttons.cancelByKey', TEXT_TAGS)}
            </Button>
          </div>
        </Modal>
      )}
    </>
  )
}

const RUN_CLASSES: Readonly<Record<Exclude<RunKind, 'plain'>, string>> = {
  replaced: 'real',
  open: 'flag',
  decided: 'flag done',
  authority: 'kept',
}

type RunTextProps = { readonly runs: readonly TextRun[]; readonly areFlagsNumbered?: boolean }

/** Text with its marks. What a mark means is in its list too, so that nobody has to hover. */
function RunText({ runs, areFlagsNumbered = false }: RunTextProps) {
  return runs.map(({ text, kind, flag, words }, index) => {
    // A text is replaced as a whole, never in part.
    if (kind === 'plain') return <span key={index}>{text}</span>
    const isPseudonym = kind === 'replaced' && !areFlagsNumbered
    return (
      <span key={index} className={isPseudonym ? 'ps' : RUN_CLASSES[kind]} title={words} data-kind={kind}>
        {text}
        {areFlagsNumbered && flag !== null ? (
          <b aria-label={t('outgoing.marks.flag', { flag, words })}>{flag}</b>
        ) : null}
      </span>
    )
  })
}
