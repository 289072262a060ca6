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
import { trackedBy, useChosenChange } from './changes.ts'
import { ChangeFilters, ChangeList } from './change-list.tsx'
import { askedBefore, type ComparedSide, type ComparisonWork, useComparison } from './use-comparison.ts'
import { SideBySide } from './side-by-side.tsx'
import { AsideColumn } from '../../viewer/aside-column.tsx'
import { DocumentViewer } from '../../viewer/document-viewer.tsx'
import { ViewerBar } from '../../viewer/viewer-bar.tsx'
import { ExportFile } from '../../parts/export-file.tsx'
import { useClient } from '../../state/assistant-context.ts'

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

type ComparedPagesProps = {
  readonly matter: string
  readonly before: ComparedSide
  readonly after: ComparedSide
  readonly change: Change | null
  readonly onClose: () => void
}

/** The pages of a change in the reading room, the earlier version beside the later one. */
function ComparedPages({ matter, before, after, change, onClose }: ComparedPagesProps) {
  const { page, pageAfter, spans } = placesOf(change)
  return (
    <AsideColumn
      label={t('drafts.compare.earlier')}
      isOpened
      focusKey={before.documentId}
      beside={{ documentId: after.documentId, page: pageAfter }}
      onClose={onClose}
    >
      <ViewerBar title={before.title} documentId={before.documentId} page={page} onClose={onClose} />
      <DocumentViewer
        matter={matter}
        documentId={before.documentId}
        textVersion={before.textVersion}
        page={page}
        spans={spans}
      />
    </AsideColumn>
  )
}

/** Where a change is in both; on a side that has none of it, at the page of the other. */
function placesOf(change: Change | null) {
  if (change === null) return { page: null, pageAfter: null, spans: [] }
  const { before, after } = change
  const page = before?.page ?? after?.page ?? null
  const words = before?.words ?? []
  return { page, pageAfter: after?.page ?? page, spans: words.length > 0 ? words : before ? [before] : [] }
}

type ExportComparisonProps = {
  readonly matter: string
  readonly before: ComparedSide
  readonly after: ComparedSide
  /** While they are not compared to the end. */
  readonly isOff: boolean
}

/** Takes the comparison out of the window. */
function ExportComparison({ matter, before, after, isOff }: ExportComparisonProps) {
  const client = useClient()
  const [opened, open] = useState<'list' | 'redline' | null>(null)
  const close = () => open(null)
  const why = isOff ? t('drafts.compare.export.first') : null
  const input = { matter, before: askedBefore(before), after: after.documentId }
  const names = { before: before.title, after: after.title }
  const makeRedline = async (format: 'docx' | 'pdf') => {
    const { file, losses } = await client.comparison.redline({ ...input, format })
    return { file, limits: losses.map((loss) => t(`comparison.paper.redlineLosses.${loss}`, names)) }
  }
  return (
    <>
      <Button look="quiet" isSmall whyOff={why} onClick={() => open('list')}>
        {t('drafts.compare.export.list')}
      </Button>
      <Button look="primary" isSmall whyOff={why} onClick={() => open('redline')}>
        {t('drafts.compare.export.redline')}
      </Button>
      {opened === 'list' ? (
        <ExportFile
          title={t('drafts.compare.export.listTitle')}
          formats={['docx', 'pdf', 'md']}
          make={(format) => client.comparison.report({ ...input, format })}
          onClose={close}
        >
          {t('drafts.compare.export.listWhat')}
        </ExportFile>
      ) : null}
      {opened === 'redline' ? (
        <ExportFile
          title={t('drafts.compare.export.redlineTitle')}
          formats={['docx', 'pdf']}
          make={makeRedline}
          onClose={close}
        >
          {t('drafts.compare.export.redlineWhat')}
        </ExportFile>
      ) : null}
    </>
  )
}
