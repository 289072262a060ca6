import { useState } from 'react'
import {
  type FlagGroup,
  flagGroupHint,
  flagGroupTitle,
  identifierTypeWords,
} from '../../../contract/opinions/packet-groups.ts'
import type { Flag, FlagKind, PacketChange, Segment } from '../../../contract/opinions/packet.ts'
import { ROVING } from '../../keys/roving-list.ts'
import { Button } from '../../parts/button.tsx'
import { useShell } from '../../state/shell-context.ts'
import { t } from '../../../wording/translate.ts'
import { isOpenPacket } from '../packet-words.ts'
import { flagContext } from './packet-text.ts'
import { TypeSelect } from '../type-select.tsx'
import type { PacketWork } from './use-packet-work.ts'

type Props = {
  readonly group: FlagGroup<Flag>
  readonly work: PacketWork
  readonly isRemembered: boolean
  readonly onChange: (change: PacketChange) => void
}

/** Words of one kind with one decision for all; opened, each with its own. */
export function FlagGroupItem({ group, work, isRemembered, onChange }: Props) {
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
            isOff={work.isBusy}
            aria-label={t(`outgoing.decide.${isOne ? 'keepGroup' : 'keepAllOf'}`, { title })}
            onClick={() => decide('keep')}
          >
            {isOne ? t('outgoing.decide.keep') : t('outgoing.decide.keepAll')}
          </Button>
          <Button
            isSmall
            isOff={work.isBusy}
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
            isOff={work.isBusy}
            aria-label={t('outgoing.decide.keepTerm', { term: flag.term })}
            onClick={() => decide('keep')}
          >
            {t('outgoing.decide.keep')}
          </Button>
          <Button isSmall isOff={work.isBusy} onClick={() => decide('mask')}>
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
