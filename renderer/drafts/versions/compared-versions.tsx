import { useState } from 'react'
import type { Change } from '../../../contract/drafts/comparison.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Glyph } from '../../parts/glyph.tsx'
import { Meter } from '../../parts/progress.tsx'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { formatPercent } from '../../../wording/format-quantity.ts'
import { listWords } from '../../../wording/phrases.ts'
import { t } from '../../../wording/translate.ts'
import { DraftsFrame } from '../drafts-frame.tsx'
import { trackedBy } from './change-groups.ts'
import { ChangeFilters, ChangeList } from './change-list.tsx'
import { askedBefore, type ComparedSide } from './compared-side.ts'
import { ExportComparison } from './export-comparison.tsx'
import { ComparedPages } from './compared-pages.tsx'
import { SideBySide } from './side-by-side.tsx'
import { useChosenChange } from './use-chosen-change.ts'
import { type ComparisonWork, useComparison } from './use-comparison.ts'

type Props = { readonly before: ComparedSide; readonly after: ComparedSide }

/** What changed from one document to the other: the list of changes, and both texts level with each other. */
export function ComparedVersions({ before, after }: Props) {
  const matter = useMatter()
  const { settings } = useShell()
  const work = useComparison(matter.id, askedBefore(before), after.documentId)
  const chosen = useChosenChange(work)
  const [arePagesOpen, openPages] = useState(false)
  useKeys({ Escape: () => openPages(false) }, settings.singleKeys)
  const { change } = chosen
  return (
    <>
      <DraftsFrame
        tab="compare"
        actions={<ExportComparison matter={matter.id} before={before} after={after} isOff={work.state !== 'done'} />}
      >
        <div className="list-and-text wide">
          <section aria-label={t('drafts.compare.list')}>
            <Head work={work} names={[before.title, after.title]}>
              {work.changes.length > 0 ? (
                <ChangeFilters changes={work.changes} filter={chosen.filter} onFilter={chosen.setFilter} />
              ) : null}
            </Head>
            <ChangeList
              groups={chosen.groups}
              comments={work.end?.comments ?? []}
              current={change?.changeId ?? null}
              areSmallShown={chosen.areSmallShown}
              onShowSmall={chosen.showSmall}
              onChoose={chosen.choose}
            />
          </section>
          <SideBySide
            matter={matter.id}
            before={before}
            after={after}
            work={work}
            chosen={chosen}
            onOpenPages={() => openPages(true)}
          />
        </div>
      </DraftsFrame>
      {arePagesOpen ? (
        <ComparedPages
          matter={matter.id}
          before={before}
          after={after}
          change={change}
          onClose={() => openPages(false)}
        />
      ) : null}
    </>
  )
}

type HeadProps = {
  readonly work: ComparisonWork
  readonly names: readonly [before: string, after: string]
  readonly children: React.ReactNode
}

function Head({ work, names: [before, after], children }: HeadProps) {
  const { go } = useNavigation()
  const { state, progress, changes, end, failure, stop, again } = work
  return (
    <div className="list-head">
      <div className="row-2 wraps">
        <h2 className="h">
          <span role="status">
            {state === 'running' && changes.length === 0
              ? t('drafts.compare.running')
              : t('drafts.compare.changes', { count: changes.length })}
          </span>
        </h2>
        <Button look="link" isSmall className="push" onClick={() => go({ earlier: null, later: null })}>
          {t('drafts.compare.others')}
        </Button>
      </div>
      <p className="small muted">
        {before} → {after}
      </p>
      {state === 'running' ? (
        <div className="stack-2">
          <Meter label={t('drafts.compare.progress')} done={progress?.done ?? 0} all={progress?.of ?? 0} />
          <Button isSmall className="start-self" onClick={stop}>
            {t('frame.buttons.stop')}
          </Button>
        </div>
      ) : null}
      {state === 'stopped' ? <p className="small soft">{t('drafts.compare.stopped')}</p> : null}
      <FailureNote failure={failure} />
      {state === 'stopped' || state === 'failed' ? (
        <Button isSmall className="start-self" onClick={again}>
          {t('drafts.compare.again')}
        </Button>
      ) : null}
      {end ? <Outcome work={work} /> : null}
      {children}
    </div>
  )
}

function Outcome({ work: { changes, end } }: { readonly work: ComparisonWork }) {
  if (!end) return null
  if (changes.length === 0) return <p className="small soft">{t('drafts.compare.same100')}</p>
  return (
    <>
      {end.unrelated ? (
        <div role="note" className="stack-1">
          <p className="note">
            <span className="warn">
              <Glyph shape="caution" />
            </span>
            <b>{t('drafts.compare.unrelated')}</b>
          </p>
          <p className="small soft">{t('drafts.compare.unrelatedWhy', { share: formatPercent(end.sameShare) })}</p>
        </div>
      ) : null}
      <p className="small muted">{trackedWords(changes, end)}</p>
    </>
  )
}

function trackedWords(
  changes: readonly Change[],
  { tracked, notTracked }: { readonly tracked: number; readonly notTracked: number },
): string {
  if (tracked === 0 && notTracked === 0) return t('drafts.compare.untrackedFile')
  const people = trackedBy(changes)
  return people.length === 0
    ? t('drafts.compare.tracked', { tracked, notTracked })
    : t('drafts.compare.trackedBy', { tracked, notTracked, people: listWords(people, 3) })
}
