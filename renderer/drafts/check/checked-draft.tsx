import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Draft } from '../../../contract/drafts/draft-check.ts'
import { useKeys } from '../../keys/use-keys.ts'
import { Button } from '../../parts/button.tsx'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Meter } from '../../parts/progress.tsx'
import { TEXT_TAGS } from '../../parts/text-tags.tsx'
import { useNavigation } from '../../state/navigation-context.ts'
import { useMatter, useShell } from '../../state/shell-context.ts'
import { useLoaded } from '../../state/use-loaded.ts'
import { formatTime, formatTimeLeft } from '../../../wording/format-time.ts'
import { documentName } from '../../../wording/document-name.ts'
import { listWords } from '../../../wording/phrases.ts'
import { t } from '../../../wording/translate.ts'
import { DraftsFrame } from '../drafts-frame.tsx'
import type { Added, Checked } from './create-checking.ts'
import { DraftText } from './draft-text.tsx'
import { FindingColumn } from './finding-column.tsx'
import { inGroup, isToDecide, type Numbered, useChosenFinding } from './findings.ts'
import { FindingList } from './finding-list.tsx'
import { downloadFile, ExportFile } from '../../parts/export-file.tsx'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { useClient } from '../../state/assistant-context.ts'

type Props = {
  readonly draft: Draft
  /** Its check has ended, and what is said of it is old. */
  readonly onChange: () => void
}

/** One draft: its findings by gravity, its text with them marked, and the one that is chosen beside its page. */
export function CheckedDraft({ draft, onChange }: Props) {
  const matter = useMatter()
  const { checking, settings } = useShell()
  const { draftId } = draft
  const checked = useChecked(draftId)
  const pages = useLoaded((of) => of.draft.pages, { matter: matter.id, draft: draftId })
  const chosen = useChosenFinding(checked?.findings ?? NONE)
  const isKnown = checked !== null
  useEffect(() => {
    // What is kept of earlier checks comes with it; the rest is gone on with.
    if (!isKnown) checking.check(matter.id, draftId)
  }, [isKnown, checking, matter.id, draftId])
  const isDone = checked?.state === 'done'
  useEffect(() => {
    if (isDone) onChange()
    // Only when it ends.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isDone])
  const close = () => {
    // Any other would be shown as soon as it has the focus.
    document.querySelector<HTMLElement>('#work .findings [aria-current=true]')?.focus()
    chosen.close()
  }
  useKeys({ Escape: () => chosen.current && close() }, settings.singleKeys)
  return (
    <>
      <DraftsFrame tab="check" actions={<ExportDraft matter={matter.id} draft={draft} isOff={!isDone} />}>
        <div className="list-and-text">
          <section aria-label={t('drafts.check.findings')}>
            <Head draft={draft} checked={checked} />
            <Outcome checked={checked} numbered={chosen.numbered} />
            <FindingList
              numbered={chosen.numbered}
              current={chosen.current}
              onChoose={chosen.choose}
              onPass={chosen.pass}
            />
          </section>
          <DraftText pages={pages} chosen={chosen} />
        </div>
      </DraftsFrame>
      <FindingColumn matter={matter.id} draftId={draftId} shown={chosen.current} going={chosen.going} onClose={close} />
    </>
  )
}

const NONE: Checked['findings'] = []

type HeadProps = { readonly draft: Draft; readonly checked: Checked | null }

/** Its name, how far the check is or what it counts, and what can be done with it. */
function Head({ draft, checked }: HeadProps) {
  const { go } = useNavigation()
  return (
    <div className="list-head">
      <div className="row-2">
        <h2 className="h">{draft.name}</h2>
        <Button look="link" isSmall className="push one-line" onClick={() => go({ draft: null })}>
          {t('drafts.check.all')}
        </Button>
      </div>
      {checked?.state === 'done' ? <Counts draft={draft} checked={checked} /> : null}
      {checked && checked.state !== 'done' ? <Progress draft={draft} checked={checked} /> : null}
    </div>
  )
}

function Counts({
  draft: { draftId, result, checkedAt },
  checked: { end },
}: Required<{ draft: Draft; checked: Checked }>) {
  const { checking } = useShell()
  const matter = useMatter().id
  return (
    <>
      {end ? <p className="small soft">{t.rich('drafts.check.counts', { ...TEXT_TAGS, ...countsOf(end) })}</p> : null}
      {end ? <NotRead end={end} /> : null}
      <p className="small muted">
        {result && checkedAt
          ? t(`drafts.check.${result.references > 0 ? 'checkedAgainst' : 'checkedAgainstDocuments'}`, {
              time: formatTime(checkedAt),
              documents: result.documents,
              references: result.references,
            })
          : null}{' '}
        <Button look="link" isSmall onClick={() => checking.check(matter, draftId, true)}>
          {t('drafts.check.again')}
        </Button>
      </p>
    </>
  )
}

/** What the check could not look at: of the documents, and of the draft itself. */
function NotRead({ end: { unread, pagesWithoutText } }: { readonly end: NonNullable<Checked['end']> }) {
  return (
    <>
      {unread.length > 0 ? (
        <p className="small warn">
          {t('draftCheck.unread', { count: unread.length, names: listWords(unread.map(documentName)) })}
        </p>
      ) : null}
      {pagesWithoutText > 0 ? (
        <p className="small warn">{t('draftCheck.withoutText', { count: pagesWithoutText })}</p>
      ) : null}
    </>
  )
}

function countsOf({ sentences, confirmed, contradicted, nowhere, notCheckable }: NonNullable<Checked['end']>) {
  return { sentences, confirmed, contradicted, nowhere, notCheckable }
}

/** How far it has come, with the time left and Stop; or that it was stopped, and the way to go on. */
function Progress({ draft: { draftId }, checked }: { readonly draft: Draft; readonly checked: Checked }) {
  const { checking } = useShell()
  const matter = useMatter().id
  const { state, progress, failure, end } = checked
  const done = progress?.done ?? 0
  const of = progress?.of ?? 0
  if (state === 'running')
    return (
      <div className="stack-2" role="group" aria-label={t('drafts.check.running')}>
        <p className="small soft row-2 wraps">
          <b>{t('drafts.check.running')}</b>
          <span>{progress ? t('drafts.check.progress', { done, of }) : t('drafts.check.beginning')}</span>
          <span className="push num">{formatTimeLeft(progress?.secondsLeft ?? null)}</span>
        </p>
        <Meter label={t('drafts.check.runningLabel')} done={done} all={of} />
        <Button isSmall className="start-self" onClick={() => checking.stop(draftId)}>
          {t('frame.buttons.stop')}
        </Button>
      </div>
    )
  return (
    <>
      <FailureNote failure={failure} />
      {state === 'stopped' ? <Stopped end={end} /> : null}
      {progress ? (
        <p className="small soft">{t.rich('drafts.check.countsSoFar', { ...TEXT_TAGS, sentences: done, of })}</p>
      ) : null}
      <Button isSmall className="start-self" onClick={() => checking.check(matter, draftId)}>
        {t(end ? 'drafts.check.again' : 'drafts.check.goOn')}
      </Button>
    </>
  )
}

/** Only a check that ended by itself, as what it was of had changed, has an end. */
function Stopped({ end }: Pick<Checked, 'end'>) {
  if (!end) return <p className="small soft">{t('drafts.check.stopped')}</p>
  return <p className="small warn">{t('draftCheck.changedMeanwhile')}</p>
}

type OutcomeProps = { readonly checked: Checked | null; readonly numbered: readonly Numbered[] }

/** Said where a check has found nothing to decide, with what is left to the reader. */
function Outcome({ checked, numbered }: OutcomeProps) {
  if (checked?.state !== 'done' || numbered.some(({ group }) => isToDecide(group))) return null
  const toCompare = inGroup(numbered, 'compare').length
  const notChecked = inGroup(numbered, 'notCheckable').length
  return (
    <div className="inset-4 stack-1">
      <p>
        <b>{toCompare > 0 ? t('drafts.check.toCompare', { count: toCompare }) : t('drafts.check.clean')}</b>
      </p>
      <p className="small soft">
        {t('drafts.check.cleanLead')} {notChecked > 0 ? t('drafts.check.cleanRest', { count: notChecked }) : null}
      </p>
    </div>
  )
}

/** A draft as it is being checked, or was while the window has been open. */
export function useChecked(draftId: string): Checked | null {
  const { checking } = useShell()
  const all = useSyncExternalStore(checking.onChange, () => checking.checks)
  return all.find((one) => one.draftId === draftId) ?? null
}

/** The files that are being taken in as drafts of a matter. */
export function useAdded(matter: string): readonly Added[] {
  const { checking } = useShell()
  const all = useSyncExternalStore(checking.onChange, () => checking.added)
  return all.filter((one) => one.matter === matter)
}

type ExportDraftProps = {
  readonly matter: string
  readonly draft: Draft
  /** While it is not checked to the end. */
  readonly isOff: boolean
}

/** Takes the findings out of the window: as a report, or as comments in the draft itself. */
function ExportDraft({ matter, draft: { draftId }, isOff }: ExportDraftProps) {
  const client = useClient()
  const [opened, open] = useState<'report' | 'commented' | null>(null)
  const close = () => open(null)
  const why = isOff ? t('drafts.check.export.first') : null
  const input = { matter, draft: draftId }
  return (
    <>
      <Button isSmall whyOff={why} onClick={() => open('report')}>
        {t('drafts.check.export.report')}
      </Button>
      <Button look="primary" isSmall whyOff={why} onClick={() => open('commented')}>
        {t('drafts.check.export.commented')}
      </Button>
      {opened === 'report' ? (
        <ExportFile
          title={t('drafts.check.export.reportTitle')}
          formats={['docx', 'pdf']}
          make={(format) => client.draft.report({ ...input, format })}
          onClose={close}
        >
          {t('drafts.check.export.reportWhat')}
        </ExportFile>
      ) : null}
      {opened === 'commented' ? (
        <FormDialog
          title={t('drafts.check.export.commentedTitle')}
          submit={t('frame.exporting.docx')}
          work={async () => downloadFile((await client.draft.commented(input)).file)}
          onClose={close}
        >
          <p className="soft">{t('drafts.check.export.commentedWhat')}</p>
        </FormDialog>
      ) : null}
    </>
  )
}
