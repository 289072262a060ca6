import { useEffect, useMemo, useRef } from 'react'
import { type DraftPage, isConfirming } from '../../../contract/drafts/draft-check.ts'
import type { PageText, TextBlock } from '../../../contract/document.ts'
import { Glyph } from '../../parts/glyph.tsx'
import { Stepper } from '../../parts/stepper.tsx'
import type { Loaded } from '../../state/use-loaded.ts'
import { TARGET, type Underline } from '../../viewer/text/text-context.ts'
import { TextView } from '../../viewer/text/text-view.tsx'
import { t } from '../../../wording/translate.ts'
import type { ChosenFinding, Numbered } from './findings.ts'
import { FINDING_SIGNS } from './finding-list.tsx'

type Props = {
  readonly pages: Loaded<readonly DraftPage[]>
  readonly chosen: ChosenFinding
}

/** The text of the draft with its findings marked: the line says how grave, the number which. Confirmed sentences have a quiet sign. */
export function DraftText({ pages, chosen }: Props) {
  const { numbered, current, going, at, all, step, choose } = chosen
  const column = useRef<HTMLElement>(null)
  const texts = useMemo(() => (pages.value ? pages.value.map(asPageText) : null), [pages.value])
  const underlines = useMemo(
    () => (texts ? underlinesOf(texts, numbered, current, choose) : []),
    [texts, numbered, current, choose],
  )
  const isThere = texts !== null
  useEffect(() => {
    if (isThere && going.findingId !== '')
      column.current?.querySelector(`[${TARGET}]`)?.scrollIntoView({ block: 'center' })
  }, [isThere, going])
  const page = current?.finding.page ?? null
  return (
    // What scrolls must be reachable by the keyboard, also where nothing in it can be pressed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="on-desk draft-text" ref={column} aria-label={t('drafts.check.draft')} tabIndex={0}>
      <div className="pane-head">
        <h2>{t('drafts.check.draft')}</h2>
        {page === null ? null : <span>{pageOfDraft(page, texts ?? [])}</span>}
        {all === 0 ? null : (
          <span className="end">
            <Stepper
              at={at}
              all={all}
              words={{ previous: t('drafts.check.previous'), next: t('drafts.check.next') }}
              onStep={step}
            >
              <span className="num">
                {at === 0 ? t('drafts.check.findingCount', { count: all }) : t('drafts.check.position', { at, all })}
              </span>
            </Stepper>
          </span>
        )}
      </div>
      <div className="pane-body">
        <TextView
          pages={texts}
          failure={pages.failure}
          page={null}
          titleOf={({ page: one }) => (one === null ? null : pageOfDraft(one, texts ?? []))}
          isFlowing={false}
          zoom={1.15}
          marks={NO_MARKS}
          target={current ? { offset: current.finding.start, times: going.times } : null}
          onJump={() => {}}
          underlines={underlines}
        />
      </div>
      <Legend />
    </section>
  )
}

function pageOfDraft(page: number, pages: readonly PageText[]): string {
  return t('drafts.check.pageOf', { page: String(page), pages: String(pages.length) })
}

const NO_MARKS = { kept: [], cited: [], found: [], current: null } as const

/** As the reader of documents takes it. */
function asPageText({ page, start, text, blocks }: DraftPage): PageText {
  return { page, label: null, start, text, blocks: blocks as readonly TextBlock[], links: [] }
}

function underlinesOf(
  pages: readonly PageText[],
  numbered: readonly Numbered[],
  current: Numbered | null,
  onChoose: (one: Numbered) => void,
): readonly Underline[] {
  return numbered
    .flatMap((one) => {
      const { start, end } = wordsOf(one)
      const stop = endOfWords(pages, start, end)
      const isCurrent = one.finding.findingId === current?.finding.findingId
      const behind = <Sign one={one} isCurrent={isCurrent} onChoose={() => onChoose(one)} />
      return [{ start, end: stop, look: lookOf(one, isCurrent), behind }]
    })
    .toSorted((one, other) => one.start - other.start)
}

/** From the first of its wrong words to the last, where the finding says which they are. */
function wordsOf({ finding: { start, end, words } }: Numbered): { readonly start: number; readonly end: number } {
  return { start: words[0]?.start ?? start, end: words.at(-1)?.end ?? end }
}

/** The space behind the last word belongs to no part of the text. */
function endOfWords(pages: readonly PageText[], start: number, end: number): number {
  const page = pages.findLast((one) => one.start <= start)
  if (!page) return end
  return start + page.text.slice(start - page.start, end - page.start).trimEnd().length
}

function lookOf({ group, finding: { decision } }: Numbered, isCurrent: boolean): string {
  return ['mk', group, decision && 'decided', isCurrent && 'current'].filter(Boolean).join(' ')
}

type SignProps = { readonly one: Numbered; readonly isCurrent: boolean; readonly onChoose: () => void }

/** The number of a finding, or the sign of a sentence that has none, behind its words; pressed, it shows why. */
function Sign({ one: { group, number, finding }, isCurrent, onChoose }: SignProps) {
  const { verdict } = finding
  const mark = t(`drafts.check.marks.${group}`)
  const label =
    number !== null
      ? t('drafts.check.openFinding', { number: String(number), mark })
      : isConfirming(verdict)
        ? t('drafts.check.openConfirmed', { verdict: t(`verdicts.marks.${verdict}`) })
        : t(`drafts.check.${group === 'compare' ? 'openCompare' : 'openNotChecked'}`)
  return (
    <button
      type="button"
      className={`mk-no ${group} ${finding.decision ? 'decided' : ''}`}
      aria-label={label}
      aria-current={isCurrent ? 'true' : undefined}
      data-testid="sign"
      data-group={group}
      onClick={onChoose}
    >
      {number ?? <Glyph shape={isConfirming(verdict) ? verdict : FINDING_SIGNS[group].shape} />}
    </button>
  )
}

const MARKED = ['contradicted', 'nowhere', 'authority', 'page', 'compare', 'notCheckable'] as const

/** What the lines and signs mean, and that the rest was not checked. */
function Legend() {
  return (
    <p className="pane-foot" aria-label={t('drafts.check.legend')} role="group">
      {MARKED.map((group) => (
        <span key={group} className={`mk ${group}`}>
          {t(`drafts.check.marks.${group}`)}
        </span>
      ))}
      <span className="note">
        <Glyph shape="verbatim" />
        {t('drafts.check.marks.confirmed')}
      </span>
      <span className="muted">{t('drafts.check.unmarked')}</span>
    </p>
  )
}
