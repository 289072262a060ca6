import { useState } from 'react'
import { UNNAMED_USER } from '../../../contract/application.ts'
import { ROVING, rovingList } from '../../keys/roving-list.ts'
import { Glyph, type Shape } from '../../parts/glyph.tsx'
import { useShell } from '../../state/shell-context.ts'
import { messageText } from '../../../wording/message-text.ts'
import { quoted } from '../../../wording/phrases.ts'
import { readableLine } from '../../../wording/readable-text.ts'
import { t } from '../../../wording/translate.ts'
import { type FindingGroup, inGroup, type Numbered } from './findings.ts'

export const FINDING_SIGNS: Readonly<Record<FindingGroup, { readonly shape: Shape; readonly tone: string }>> = {
  contradicted: { shape: 'contradicted', tone: 'bad' },
  authority: { shape: 'authority', tone: 'bad' },
  nowhere: { shape: 'unsupported', tone: 'bad' },
  page: { shape: 'wrongPage', tone: 'warn' },
  compare: { shape: 'caution', tone: 'warn' },
  notCheckable: { shape: 'none', tone: 'idle' },
  confirmed: { shape: 'verbatim', tone: 'ok' },
}

type ListedGroup = Exclude<FindingGroup, 'confirmed'>

const LISTED = ['contradicted', 'authority', 'nowhere', 'page', 'compare'] as const

type Props = {
  readonly numbered: readonly Numbered[]
  readonly current: Numbered | null
  readonly onChoose: (one: Numbered) => void
  readonly onPass: (one: Numbered) => void
}

/** The findings by gravity; what cannot be checked is folded away. The arrows choose as they go. */
export function FindingList({ numbered, current, onChoose, onPass }: Props) {
  const [areOthersShown, showOthers] = useState(false)
  const shared = { current, onChoose, onPass }
  const notCheckable = inGroup(numbered, 'notCheckable')
  return (
    <div className="findings" ref={rovingList}>
      {LISTED.map((group) => (
        <Group key={group} group={group} listed={inGroup(numbered, group)} {...shared} />
      ))}
      {notCheckable.length === 0 ? null : (
        <section aria-label={t('drafts.check.groups.notCheckable')}>
          <GroupHead group="notCheckable" count={notCheckable.length} />
          <button
            type="button"
            className="fold"
            aria-expanded={areOthersShown}
            onClick={() => showOthers(!areOthersShown)}
          >
            <span>{t('drafts.check.notCheckable', { count: notCheckable.length })}</span>
            <span className="link">{areOthersShown ? t('drafts.check.hide') : t('drafts.check.show')}</span>
          </button>
          {areOthersShown ? <Items listed={notCheckable} {...shared} /> : null}
        </section>
      )}
    </div>
  )
}

type GroupProps = Omit<Props, 'numbered'> & {
  readonly group: ListedGroup
  readonly listed: readonly Numbered[]
}

function Group({ group, listed, ...shared }: GroupProps) {
  if (listed.length === 0) return null
  return (
    <section aria-label={t(`drafts.check.groups.${group}`)}>
      <GroupHead group={group} count={listed.length} />
      <Items listed={listed} {...shared} />
    </section>
  )
}

function GroupHead({ group, count }: { readonly group: ListedGroup; readonly count: number }) {
  const { shape, tone } = FINDING_SIGNS[group]
  return (
    <h3>
      <span className={tone}>
        <Glyph shape={shape} />
      </span>
      {t(`drafts.check.groups.${group}`)}
      <span className="muted num">{count}</span>
    </h3>
  )
}

function Items({ listed, current, onChoose, onPass }: Omit<GroupProps, 'group'>) {
  return (
    <ul>
      {listed.map((one) => {
        const isCurrent = one.finding.findingId === current?.finding.findingId
        return (
          <li key={one.finding.findingId}>
            <button
              type="button"
              {...{ [ROVING]: '' }}
              className={one.finding.decision ? 'done' : undefined}
              aria-current={isCurrent ? 'true' : undefined}
              data-testid="finding"
              onFocus={isCurrent ? undefined : () => onPass(one)}
              onClick={() => onChoose(one)}
            >
              <Item one={one} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function Item({ one }: { readonly one: Numbered }) {
  const { settings } = useShell()
  const { number, finding } = one
  const { decision, paragraph } = finding
  const detail = decision ? decisionWords(decision, settings.userName) : detailWords(one)
  return (
    <>
      <span className="no">{number}</span>
      <span className={decision?.state === 'dismissed' ? 'struck' : undefined}>{findingWords(finding)}</span>
      <span className="at">{paragraph ? t('drafts.check.paragraph', { paragraph }) : ''}</span>
      {detail ? <small>{detail}</small> : null}
    </>
  )
}

/** What is wrong; of what is to be compared, what the page has otherwise, or the words to compare with. */
function detailWords({ group, finding: { said, words, citations } }: Numbered): string {
  const [first] = citations
  if (group !== 'compare' || !first || words.length > 0) return said ? messageText(said) : ''
  return quoted(shortened(readableLine(first.quote, first.document)))
}

const WORDS_AT_MOST = 90

/** Of a finding the words that are wrong, or as much of it as a line of a list has room for. */
function findingWords({ text, start, words }: Numbered['finding']): string {
  const from = words[0] ? words[0].start - start : 0
  const to = words.at(-1) ? (words.at(-1)?.end ?? 0) - start : text.length
  return shortened(text.slice(from, to))
}

function shortened(text: string): string {
  const said = text.replace(/\s+/g, ' ').trim()
  return said.length <= WORDS_AT_MOST ? said : `${said.slice(0, said.lastIndexOf(' ', WORDS_AT_MOST))} …`
}

type Decision = NonNullable<Numbered['finding']['decision']>

/** What was decided, and by whom where it was another. */
export function decisionWords({ state, note, by }: Decision, userName: string): string {
  if (state === 'dismissed')
    return by === (userName || UNNAMED_USER)
      ? t('drafts.check.dismissed', { note })
      : t('drafts.check.dismissedBy', { by, note })
  return note ? t('drafts.check.acceptedNote', { note }) : t('drafts.check.accepted')
}
