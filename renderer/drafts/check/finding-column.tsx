import { useState } from 'react'
import { type Finding, isConfirming } from '../../../contract/drafts/draft-check.ts'
import { pageWords } from '../../../contract/page-unit.ts'
import { Button } from '../../parts/button.tsx'
import { Glyph } from '../../parts/glyph.tsx'
import { VerdictMark } from '../../parts/marks.tsx'
import { TEXT_TAGS } from '../../parts/text-tags.tsx'
import { useFullWindow } from '../../state/full-window.ts'
import { AsideColumn } from '../../viewer/aside-column.tsx'
import { ownDocument, SourceViewer } from '../../viewer/source-viewer.tsx'
import { ViewerBar } from '../../viewer/viewer-bar.tsx'
import { sourceName } from '../../../wording/document-name.ts'
import { messageText } from '../../../wording/message-text.ts'
import { readableText } from '../../../wording/readable-text.ts'
import { t } from '../../../wording/translate.ts'
import { DecideFinding } from './decide-finding.tsx'
import type { Going, Numbered } from './findings.ts'
import { FINDING_SIGNS } from './finding-list.tsx'
import { versus, type VersusRun } from './versus.ts'

type Props = {
  readonly matter: string
  readonly draftId: string
  readonly shown: Numbered | null
  readonly going: Going
  readonly onClose: () => void
}

/** One finding: the words of the draft, those of the page, what is wrong, what is decided, and the page itself. */
export function FindingColumn({ matter, draftId, shown, going, onClose }: Props) {
  if (!shown)
    return (
      <AsideColumn label={t('drafts.check.finding.column')} isPlain isOpened={false} focusKey="" onClose={onClose}>
        <div className="bar">
          <h2>{t('drafts.check.finding.column')}</h2>
        </div>
        <p className="soft inset-4">{t('drafts.check.finding.hint')}</p>
      </AsideColumn>
    )
  return (
    <ShownFinding
      key={shown.finding.findingId}
      matter={matter}
      draftId={draftId}
      shown={shown}
      going={going}
      onClose={onClose}
    />
  )
}

type ShownProps = Props & { readonly shown: Numbered }

function ShownFinding({ matter, draftId, shown, going, onClose }: ShownProps) {
  const { finding } = shown
  const [at, setAt] = useState(0)
  const citation = finding.citations[at]
  const detail = <Detail matter={matter} draftId={draftId} shown={shown} at={at} onSource={setAt} />
  return (
    <AsideColumn
      label={t('drafts.check.finding.column')}
      isPlain={!citation}
      isWide
      isOpened={!going.isQuiet}
      focusKey={`${finding.findingId} ${going.times}`}
      onClose={onClose}
    >
      <ViewerBar
        title={titleOf(shown)}
        documentId={citation && ownDocument(citation)}
        page={citation?.page ?? null}
        onClose={onClose}
      />
      {citation ? (
        <>
          <div className="above-column">{detail}</div>
          <div className="viewer-column">
            <SourceViewer
              key={at}
              matter={matter}
              source={citation}
              page={citation.page}
              spans={[{ start: citation.start, end: citation.end }]}
              detail={null}
            />
          </div>
        </>
      ) : (
        <div className="inset-4">{detail}</div>
      )}
    </AsideColumn>
  )
}

type DetailProps = Pick<ShownProps, 'matter' | 'draftId' | 'shown'> & {
  /** Which of its places is shown. */
  readonly at: number
  readonly onSource: (at: number) => void
}

/** What is said of the finding, above its page. */
function Detail({ matter, draftId, shown, at, onSource }: DetailProps) {
  const { finding } = shown
  const citation = finding.citations[at]
  return (
    <div className="stack-3">
      <p className="row-2 small">
        <GroupMark shown={shown} />
        <span className="muted num push">
          {finding.paragraph ? t('drafts.check.paragraph', { paragraph: finding.paragraph }) : ''}
        </span>
      </p>
      <Words finding={finding} citation={citation} />
      <p className="small soft">{saidOf(shown)}</p>
      {shown.number === null ? null : <DecideFinding matter={matter} draftId={draftId} finding={finding} />}
      {finding.citations.length > 1 ? <Sources finding={finding} at={at} onChoose={onSource} /> : null}
      {citation ? (
        <p className="rule-top row-2 small">
          <span>
            <b>{sourceName(citation)}</b> {pageWords(citation.document, citation.page)}
          </span>
          <OpenButton />
        </p>
      ) : null}
    </div>
  )
}

/** To the same page over the whole window. */
function OpenButton() {
  const full = useFullWindow()
  if (!full || full.isFull) return null
  return (
    <Button look="link" isSmall className="push" onClick={() => full.setFull(true)}>
      {t('drafts.check.finding.open')}
    </Button>
  )
}

function titleOf({ number, group }: Numbered): string {
  if (number !== null) return t('drafts.check.finding.title', { number: String(number) })
  if (group === 'compare') return t('drafts.check.finding.compare')
  return t(`drafts.check.finding.${group === 'confirmed' ? 'confirmed' : 'notCheckable'}`)
}

function GroupMark({ shown: { group, finding } }: { readonly shown: Numbered }) {
  const { verdict } = finding
  if (isConfirming(verdict)) return <VerdictMark verdict={verdict} />
  const { shape, tone } = FINDING_SIGNS[group]
  return (
    <span className={`verdict ${tone}`}>
      <Glyph shape={shape} />
      {t(`drafts.check.marks.${group}`)}
    </span>
  )
}

/** What is wrong, as the check says it; else what its verdict means. */
function saidOf({ group, finding: { said } }: Numbered): string {
  if (said) return messageText(said)
  if (group === 'confirmed') return t('drafts.check.finding.confirmedSaid')
  return group === 'notCheckable' ? t('drafts.check.finding.notCheckableSaid') : t('drafts.check.finding.nothingSaid')
}

type Citation = Finding['citations'][number]

function Words({ finding, citation }: { readonly finding: Finding; readonly citation: Citation | undefined }) {
  const quote = finding.instead ?? citation?.quote ?? null
  const page = quote === null ? null : readableText(quote, citation?.document ?? '')
  const wrong = finding.words.map(({ start, end }) => ({ start: start - finding.start, end: end - finding.start }))
  const words = versus(finding.text, page ?? finding.text, wrong)
  return (
    <dl className="versus">
      <dt>{t('drafts.check.finding.draft')}</dt>
      <dd>
        <Runs runs={words.draft} look="lost" />
      </dd>
      {page === null ? null : (
        <>
          <dt>{t('drafts.check.finding.page')}</dt>
          <dd>
            <Runs runs={words.page} look="put" />
          </dd>
        </>
      )}
    </dl>
  )
}

function Runs({ runs, look }: { readonly runs: readonly VersusRun[]; readonly look: 'lost' | 'put' }) {
  return t.rich('drafts.check.finding.quoted', {
    words: () =>
      runs.map(({ text, differs }, index) =>
        differs ? (
          <span key={index} className={look}>
            {t.rich(`drafts.check.finding.only.${look}`, TEXT_TAGS)}
            {text}
          </span>
        ) : (
          <span key={index}>{text}</span>
        ),
      ),
  })
}

type SourcesProps = { readonly finding: Finding; readonly at: number; readonly onChoose: (at: number) => void }

/** All places that a finding rests on, one of which is shown. */
function Sources({ finding: { citations }, at, onChoose }: SourcesProps) {
  return (
    <div className="btns" role="group" aria-label={t('drafts.check.finding.sources')}>
      {citations.map((citation, index) => (
        <Button
          key={`${citation.documentId} ${citation.start}`}
          isSmall
          aria-pressed={index === at}
          onClick={() => onChoose(index)}
        >
          {[sourceName(citation), pageWords(citation.document, citation.page)].filter(Boolean).join(', ')}
        </Button>
      ))}
    </div>
  )
}
