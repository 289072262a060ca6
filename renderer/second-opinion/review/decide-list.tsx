import { Collapsible } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import {
  type FlagGroup,
  flagGroupHint,
  flagGroups,
  flagGroupTitle,
  identifierTypeWords,
} from '../../../contract/opinions/packet-groups.ts'
import type { Flag, FlagKind, PacketChange, Segment } from '../../../contract/opinions/packet.ts'
import { ROVING, rovingList } from '../../keys/roving-list.ts'
import { Button } from '../../parts/button.tsx'
import { CheckBox } from '../../parts/choices.tsx'
import { t } from '../../../wording/translate.ts'
import { isOpenPacket } from '../packet-words.ts'
import type { PacketWork } from './use-packet-work.ts'
import { useShell } from '../../state/shell-context.ts'
import { flagContext } from './packet-text.ts'
import { TypeSelect } from '../type-select.tsx'

/** What is neither replaced nor known to be harmless, in groups: one decision each, or one for each word of it. */
export function DecideList({ work }: { readonly work: PacketWork }) {
  const { packet } = work
  const list = useRef<HTMLDivElement>(null)
  const [times, setTimes] = useState(0)
  const [isRemembered, setRemembered] = useState(true)
  const open = packet.flags.filter(({ decision }) => decision === 'open')
  // The next one to decide takes the focus; after the last one the heading, never the button that sends.
  useEffect(() => {
    if (times === 0) return
    const next = list.current?.querySelector<HTMLElement>(`[${ROVING}]`) ?? list.current?.querySelector('h2')
    next?.focus()
  }, [times])
  const change = async (wanted: PacketChange) => {
    if (await work.change(wanted)) setTimes((n) => n + 1)
  }
  if (packet.flags.length === 0) return null
  const canDecide = isOpenPacket(packet)
  return (
    <div ref={list}>
      <h2 className="h" tabIndex={-1}>
        {t('outgoing.decide.title')}
        <span className={`end small ${open.length > 0 ? 'warn' : 'ok'}`} data-testid="open-flags" role="status">
          {open.length > 0
            ? t('outgoing.decide.open', { open: open.length, count: packet.flags.length })
            : t('outgoing.decide.none')}
        </span>
      </h2>
      {open.length > 0 && canDecide ? (
        <div className="below-2">
          <CheckBox isSmall isOn={isRemembered} onChange={setRemembered}>
            {t('outgoing.decide.remember')}
          </CheckBox>
        </div>
      ) : null}
      <ul className="decide" ref={rovingList}>
        {flagGroups(open).map((group) => (
          <FlagGroupItem
            key={group.kind}
            group={group}
            work={work}
            isRemembered={isRemembered}
            onChange={(wanted) => void change(wanted)}
          />
        ))}
      </ul>
      <DecidedFlags work={work} />
    </div>
  )
}

/** The words that were decided, here or in an earlier packet of the matter; each decision can be taken back. */
function DecidedFlags({ work }: { readonly work: PacketWork }) {
  const { packet } = work
  const decided = packet.flags.filter(({ decision }) => decision !== 'open')
  if (decided.length === 0) return null
  const kept = decided.filter(({ decision }) => decision === 'keep').length
  return (
    <Collapsible.Root className="above-2">
      <Collapsible.Trigger className="fold small" data-testid="decided">
        <span className="chev" aria-hidden="true" />
        {decidedWords(kept, decided.length - kept)}
      </Collapsible.Trigger>
      <Collapsible.Content asChild>
        <ul className="decide" aria-label={t('outgoing.decide.decided')}>
          {decided.map((flag) => (
            <DecidedFlag key={flag.flag} flag={flag} work={work} />
          ))}
        </ul>
      </Collapsible.Content>
    </Collapsible.Root>
  )
}

function decidedWords(kept: number, replaced: number): string {
  if (replaced === 0) return t('outgoing.decide.kept', { kept })
  return kept === 0
    ? t('outgoing.decide.replaced', { replaced })
    : t('outgoing.decide.keptAndReplaced', { kept, replaced })
}

function DecidedFlag({ flag, work }: { readonly flag: Flag; readonly work: PacketWork }) {
  const { flag: number, term, decision } = flag
  return (
    <li data-testid="flag" data-decision={decision}>
      <span className="note">
        <span className="t">{`${number} \u00A0${term}`}</span>{' '}
        <span className="muted small">{decisionWords(flag)}</span>
        {isOpenPacket(work.packet) ? (
          <Button
            look="link"
            isSmall
            className="push"
            isBusy={work.isBusy}
            aria-label={t('outgoing.decide.askAgainAbout', { term })}
            onClick={() => void work.change({ askAgain: { flag: number } })}
          >
            {t('outgoing.decide.askAgain')}
          </Button>
        ) : null}
      </span>
    </li>
  )
}

function decisionWords({ decision, isRemembered }: Flag): string {
  if (decision === 'mask') return t('outgoing.decide.replacedByYou')
  return isRemembered ? t('outgoing.decide.keptEarlier') : t('outgoing.decide.keptByYou')
}

type Props = {
  readonly group: FlagGroup<Flag>
  readonly work: PacketWork
  readonly isRemembered: boolean
  readonly onChange: (change: PacketChange) => void
}

/** Words of one kind with one decision for all; opened, each with its own. */
function FlagGroupItem({ group, work, isRemembered, onChange }: Props) {
  const { kind, flags } = group
  const { settings } = useShell()
  const [isOneByOne, setOneByOne] = useState(false)
  const canDecide = isOpenPacket(work.packet)
  const title = flagGroupTitle(kind, flags.length)
  const decide = (decision: 'mask' | 'keep') => onChange({ decideGroup: { kind, decision, remember: isRemembered } })
  const isOne = flags.length === 1
  return (
    <li
      {...{ [ROVING]: '' }}
      tabIndex={-1}
      data-testid="flag-group"
      data-kind={kind}
      aria-label={t('outgoing.decide.groupLabel', { title, terms: flags.map(({ term }) => term).join(', ') })}
      onKeyDown={(event) => {
        const decision = ({ m: 'mask', l: 'keep' } as const)[event.key.toLowerCase() as 'm' | 'l']
        if (!decision || !canDecide || !settings.singleKeys || event.target !== event.currentTarget) return
        if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
        event.preventDefault()
        decide(decision)
      }}
    >
      <h3 className="t">{title}</h3>
      <p className="muted small">{flagGroupHint(kind)}</p>
      {isOneByOne ? (
        <ul className="one-by-one">
          {flags.map((flag) => (
            <FlagItem key={flag.flag} flag={flag} work={work} isRemembered={isRemembered} onChange={onChange} />
          ))}
        </ul>
      ) : (
        <Words group={group} work={work} />
      )}
      {canDecide ? (
        <span className="btns">
          <Button
            isSmall
            isBusy={work.isBusy}
            aria-label={t(`outgoing.decide.${isOne ? 'keepGroup' : 'keepAllOf'}`, { title })}
            onClick={() => decide('keep')}
          >
            {isOne ? t('outgoing.decide.keep') : t('outgoing.decide.keepAll')}
          </Button>
          <Button
            isSmall
            isBusy={work.isBusy}
            aria-label={t(`outgoing.decide.${isOne ? 'replaceGroup' : 'replaceAllOf'}`, { title })}
            onClick={() => decide('mask')}
          >
            {isOne ? t('outgoing.decide.replace') : t('outgoing.decide.replaceAll')}
          </Button>
          <OneByOne isOn={isOneByOne} group={group} onPress={() => setOneByOne(!isOneByOne)} />
        </span>
      ) : null}
    </li>
  )
}

/** So many words stand in their context; more of them, and what hardly names anybody, in one line. */
const FEW = 4
const IN_CONTEXT: ReadonlySet<FlagKind> = new Set(['name', 'occupation', 'number', 'day'])

function Words({ group: { kind, flags }, work }: Pick<Props, 'group' | 'work'>) {
  if (IN_CONTEXT.has(kind) && flags.length <= FEW)
    return flags.map(({ flag }) => <FlagContext key={flag} segments={work.packet.segments} flag={flag} />)
  return (
    <p className="words">
      {flags.map(({ flag, term, count }) => (
        <span key={flag}>
          <mark>{term}</mark>
          {count > 1 ? <span className="muted small"> {count}×</span> : null}
        </span>
      ))}
    </p>
  )
}

type OneByOneProps = Pick<Props, 'group'> & { readonly isOn: boolean; readonly onPress: () => void }

function OneByOne({ isOn, group: { kind, flags }, onPress }: OneByOneProps) {
  const title = flagGroupTitle(kind, flags.length)
  const words = isOn ? 'asGroup' : flags.length === 1 ? 'more' : 'oneByOne'
  return (
    <Button look="link" isSmall aria-label={t(`outgoing.decide.viewLabels.${words}`, { title })} onClick={onPress}>
      {t(`outgoing.decide.views.${words}`)}
    </Button>
  )
}

type ItemProps = {
  readonly flag: Flag
  readonly work: PacketWork
  readonly isRemembered: boolean
  readonly onChange: (change: PacketChange) => void
}

/** The words around the first place of a flag. */
function FlagContext({ segments, flag }: { readonly segments: readonly Segment[]; readonly flag: number }) {
  const context = flagContext(segments, flag)
  if (!context) return null
  return (
    <span className="ctx">
      {context[0]}
      <mark>{context[1]}</mark>
      {context[2]}
    </span>
  )
}

/** One word with its place in the text, and a decision of its own. */
function FlagItem({ flag, work, isRemembered, onChange }: ItemProps) {
  const [type, setType] = useState<string | null>(null)
  const decide = (decision: 'mask' | 'keep') =>
    onChange({
      decide: { flag: flag.flag, decision, remember: isRemembered, ...(type === null ? {} : { type }) },
    })
  return (
    <li data-testid="flag" data-decision={flag.decision}>
      <span className="note">
        <span className="t">{`${flag.flag} \u00A0${flag.term}`}</span>{' '}
        <span className="muted small">{t('outgoing.decide.times', { count: flag.count })}</span>
      </span>
      <FlagContext segments={work.packet.segments} flag={flag.flag} />
      {type === null ? null : <TypeSelect value={type} onType={setType} />}
      {isOpenPacket(work.packet) ? (
        <span className="btns">
          <Button
            isSmall
            isBusy={work.isBusy}
            aria-label={t('outgoing.decide.keepTerm', { term: flag.term })}
            onClick={() => decide('keep')}
          >
            {t('outgoing.decide.keep')}
          </Button>
          <Button isSmall isBusy={work.isBusy} onClick={() => decide('mask')}>
            {type === null
              ? t('outgoing.decide.replaceWith', { pseudonym: flag.suggestedPseudonym })
              : t('outgoing.decide.replaceAs', { type: identifierTypeWords(type) })}
          </Button>
          {type === null ? (
            <Button
              look="link"
              isSmall
              aria-label={t('outgoing.decide.otherFor', { term: flag.term })}
              onClick={() => setType(flag.suggestedType)}
            >
              {t('outgoing.decide.other')}
            </Button>
          ) : null}
        </span>
      ) : null}
    </li>
  )
}
