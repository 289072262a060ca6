import type { Change, CompareEvent } from '../../../contract/drafts/comparison.ts'
import { ROVING, rovingList } from '../../keys/roving-list.ts'
import { Button } from '../../parts/button.tsx'
import { formatTime } from '../../../wording/format-time.ts'
import { messageText } from '../../../wording/message-text.ts'
import { t } from '../../../wording/translate.ts'
import { CHANGE_FILTERS, type ChangeFilter, clauseOf, type GroupOfChanges, isShownBy } from './changes.ts'

type FiltersProps = {
  readonly changes: readonly Change[]
  readonly filter: ChangeFilter
  readonly onFilter: (filter: ChangeFilter) => void
}

/** Narrows the list to one kind of change; kinds without any can be seen, not pressed. */
export function ChangeFilters({ changes, filter, onFilter }: FiltersProps) {
  const isTracked = changes.some(({ tracked }) => tracked !== null)
  return (
    <div className="chips" role="group" aria-label={t('drafts.compare.filter')}>
      {CHANGE_FILTERS.filter((one) => one !== 'notTracked' || isTracked).map((one) => {
        const count = changes.filter((change) => isShownBy(one, change)).length
        return (
          <Button
            key={one}
            isSmall
            aria-pressed={one === filter}
            whyOff={count === 0 && one !== filter ? t('frame.off.noChange') : null}
            onClick={() => onFilter(one)}
          >
            {t(`drafts.compare.groups.${one}`)} <b>{count}</b>
          </Button>
        )
      })}
    </div>
  )
}

type Props = {
  readonly groups: readonly GroupOfChanges[]
  readonly comments: Extract<CompareEvent, { type: 'compare-end' }>['comments']
  /** The id of the change that is shown. */
  readonly current: string | null
  readonly areSmallShown: boolean
  readonly onShowSmall: (areShown: boolean) => void
  readonly onChoose: (change: Change) => void
}

/** The changes by what they are about, the weightiest first. Small ones are folded away; the arrows choose as they go. */
export function ChangeList({ groups, comments, current, areSmallShown, onShowSmall, onChoose }: Props) {
  return (
    <div className="findings changes" ref={rovingList}>
      {groups.map(({ group, changes }) => {
        const isSmall = group === 'layout'
        return (
          <section key={group} aria-label={t(`drafts.compare.groups.${group}`)}>
            {isSmall ? (
              <button
                type="button"
                className="fold"
                aria-expanded={areSmallShown}
                onClick={() => onShowSmall(!areSmallShown)}
              >
                <span>{t('drafts.compare.small', { count: changes.length })}</span>
                <span className="link">{areSmallShown ? t('drafts.compare.hide') : t('drafts.compare.show')}</span>
              </button>
            ) : (
              <h3>
                {t(`drafts.compare.groups.${group}`)}
                <span className="muted num">{changes.length}</span>
              </h3>
            )}
            {isSmall && !areSmallShown ? null : (
              <ul>
                {changes.map((change) => (
                  <Item
                    key={change.changeId}
                    change={change}
                    isCurrent={change.changeId === current}
                    onChoose={() => onChoose(change)}
                  />
                ))}
              </ul>
            )}
          </section>
        )
      })}
      {comments.length > 0 ? <Comments comments={comments} /> : null}
    </div>
  )
}

type ItemProps = { readonly change: Change; readonly isCurrent: boolean; readonly onChoose: () => void }

function Item({ change, isCurrent, onChoose }: ItemProps) {
  return (
    <li>
      <button
        type="button"
        {...{ [ROVING]: '' }}
        aria-current={isCurrent ? 'true' : undefined}
        data-testid="change"
        // The arrows, J and K move the focus, and the texts follow it.
        onFocus={isCurrent ? undefined : onChoose}
        onClick={onChoose}
      >
        <span className="clause">{clauseOf(change)}</span>
        <span>{messageText(change.said)}</span>
        {change.tracked === 'none' ? <span className="tag untracked">{t('drafts.compare.notTracked')}</span> : <span />}
      </button>
    </li>
  )
}

function Comments({ comments }: Pick<Props, 'comments'>) {
  return (
    <section aria-label={t('drafts.compare.comments')}>
      <h3>
        {t('drafts.compare.comments')}
        <span className="muted num">{comments.length}</span>
      </h3>
      <ul>
        {comments.map(({ by, date, text, about }, index) => (
          <li key={`${date} ${index}`} className="note-lines">
            <span className="muted">
              {date
                ? t('drafts.compare.comment', { by, time: formatTime(date) })
                : t('drafts.compare.commentUndated', { by })}
            </span>
            <span>{text}</span>
            {about ? <span className="soft">{t('drafts.compare.about', { words: about })}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
