import { type ReactNode, useState } from 'react'
import type { Conclusion, Conclusions } from '../../contract/knowledge/rule.ts'
import { Button } from '../parts/button.tsx'
import { downloadFile } from '../parts/export-file.tsx'
import { FormDialog } from '../parts/form-dialog.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { ConclusionItem, StoppedNote } from '../proof/conclusion-list.tsx'
import type { ProofTools } from '../proof/proof-tools.ts'
import { useClient } from '../state/assistant-context.ts'
import { useMatter } from '../state/shell-context.ts'
import { formatNumber } from '../../wording/format-quantity.ts'
import { dayWords, withDayWords } from '../../wording/format-time.ts'
import { sentenceCase } from '../../wording/phrases.ts'
import { Timeline, type TimelineDate } from './timeline.tsx'
import { t } from '../../wording/translate.ts'

type Props = {
  readonly conclusions: Conclusions
  readonly tools: ProofTools
  readonly onWhatIf: (conclusion: number) => void
  readonly onTryAgain: () => void
}

/** Whether rules give a day for it; days that facts have are no deadlines. */
export function isDated({ dates }: Pick<Conclusion, 'dates'>): boolean {
  return dates.some(({ kind }) => kind === 'computed')
}

/**
 * All days to come, also those of what is not confirmed, exceptions below the usual day; those that have passed; then each conclusion
 * with dates on its line.
 */
export function Deadlines({ conclusions: all, tools, onWhatIf, onTryAgain }: Props) {
  const { asOf, conclusions, ahead, passed, stopped } = all
  const [isExporting, setExporting] = useState(false)
  const dated = conclusions
    .map((conclusion, index) => ({ conclusion, index }))
    .filter(({ conclusion }) => isDated(conclusion))
    .toSorted((one, other) => placeIn(ahead, one.index) - placeIn(ahead, other.index))
  if (dated.length === 0)
    return (
      <>
        <StoppedNote why={stopped} onTryAgain={onTryAgain} />
        <p className="soft">{t('facts.deadlines.none')}</p>
      </>
    )
  return (
    <div className="stack-6">
      <StoppedNote why={stopped} onTryAgain={onTryAgain} />
      {/* A calendar would go on showing dates that are old, or lack some. */}
      <Ahead ahead={ahead} onOpen={onWhatIf} onExport={stopped === null ? () => setExporting(true) : null} />
      <Passed passed={passed} onOpen={onWhatIf} />
      {dated.map(({ conclusion, index }, at) => (
        <Dated
          key={`${conclusion.relation} ${conclusion.args.join(' ')}`}
          conclusion={conclusion}
          mark={`R${index + 1}`}
          asOf={asOf}
          isFirst={at === 0}
          tools={tools}
          onWhatIf={() => onWhatIf(index)}
        />
      ))}
      {isExporting ? <ExportCalendar conclusions={all} onClose={() => setExporting(false)} /> : null}
    </div>
  )
}

/** What has no day ahead comes last. */
function placeIn(ahead: Conclusions['ahead'], index: number): number {
  const at = ahead.findIndex(({ conclusion }) => conclusion === index)
  return at < 0 ? ahead.length : at
}

type DatedProps = {
  readonly conclusion: Conclusion
  readonly mark: string
  readonly asOf: string
  readonly isFirst: boolean
  readonly tools: ProofTools
  readonly onWhatIf: () => void
}

function Dated({ conclusion, mark, asOf, isFirst, tools, onWhatIf }: DatedProps) {
  const [isOpen, setOpen] = useState(isFirst)
  const dates: readonly TimelineDate[] = [
    ...conclusion.dates.map(({ day, sentence, kind }) => ({ day, words: withDayWords(sentence), kind })),
    { day: asOf, words: t('facts.asOf.inLine'), kind: 'as-of' },
  ]
  return (
    <section aria-label={conclusion.sentence} className="stack-3" id={`dated-${mark}`}>
      <Timeline dates={dates} skipped={conclusion.skipped} />
      <ConclusionItem
        mark={mark}
        conclusion={conclusion}
        tools={tools}
        isOpen={isOpen}
        onToggle={setOpen}
        onWhatIf={onWhatIf}
      />
    </section>
  )
}

function Passed({ passed, onOpen }: { readonly passed: Conclusions['passed']; readonly onOpen: AheadProps['onOpen'] }) {
  if (passed.length === 0) return null
  return (
    <section aria-labelledby="passed" className="rule-top">
      <h2 className="h" id="passed">
        {t('facts.deadlines.passed')}
      </h2>
      <DatesTable labelledBy="passed" left={t('facts.deadlines.when')}>
        {passed.map(({ daysLeft, ...date }) => (
          <DateRow key={`${date.day} ${date.sentence}`} date={date} onOpen={onOpen}>
            <span className="bad">
              {date.dependsOn.length > 0
                ? t('facts.deadlines.mayHavePassedAgo', { days: -daysLeft })
                : t('facts.deadlines.passedAgo', { days: -daysLeft })}
            </span>
          </DateRow>
        ))}
      </DatesTable>
    </section>
  )
}

type DatesTableProps = { readonly labelledBy: string; readonly left: string; readonly children: ReactNode }

/** Dates in order, with the time left to each, or since, under the head `left`. */
function DatesTable({ labelledBy, left, children }: DatesTableProps) {
  return (
    <table className="data" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('facts.deadlines.day')}</th>
          <th scope="col">{t('facts.deadlines.what')}</th>
          <th scope="col">{t('facts.deadlines.from')}</th>
          <th scope="col" className="n">
            {left}
          </th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

type DateRowProps = {
  readonly date: Omit<Conclusions['passed'][number], 'daysLeft'> & { readonly isException?: boolean }
  readonly onOpen: (conclusion: number) => void
  readonly children: ReactNode
}

function DateRow({ date, onOpen, children }: DateRowProps) {
  return (
    <tr>
      <th scope="row" className="num one-line">
        {dayWords(date.day)}
      </th>
      <td className={date.isException ? 'exception' : undefined}>
        {date.isException
          ? t.rich('facts.deadlines.instead', { ...TEXT_TAGS, sentence: withDayWords(sentenceCase(date.sentence)) })
          : withDayWords(sentenceCase(date.sentence))}
        <DependsOn questions={date.dependsOn} />
      </td>
      <td>
        <From conclusion={date.conclusion} onOpen={onOpen} />
      </td>
      <td className="n">{children}</td>
    </tr>
  )
}

function DependsOn({ questions }: { readonly questions: readonly string[] }) {
  if (questions.length === 0) return null
  return <span className="warn small own-line">{dependsWords(questions)}</span>
}

type FromProps = { readonly conclusion: number; readonly onOpen: (conclusion: number) => void }

function From({ conclusion, onOpen }: FromProps) {
  const mark = `R${conclusion + 1}`
  return (
    <Button
      look="link"
      className="src r"
      aria-label={t('facts.deadlines.whatIf', { mark })}
      onClick={() => onOpen(conclusion)}
    >
      {mark}
    </Button>
  )
}

const QUESTIONS_AT_MOST = 3

function dependsWords(questions: readonly string[]): string {
  const more = questions.length - QUESTIONS_AT_MOST
  if (more <= 1) return t('facts.deadlines.dependsOn', { questions: questions.join(' ') })
  const shown = questions.slice(0, QUESTIONS_AT_MOST).join(' ')
  return t('facts.deadlines.dependsOnMore', { questions: shown, count: more })
}

type AheadProps = {
  readonly ahead: Conclusions['ahead']
  readonly onOpen: (conclusion: number) => void
  /** Null: not now. */
  readonly onExport: (() => void) | null
}

function Ahead({ ahead, onOpen, onExport }: AheadProps) {
  return (
    <section aria-labelledby="ahead" className="rule-top">
      <h2 className="h" id="ahead">
        {t('facts.deadlines.ahead')}
        {ahead.length > 0 && onExport ? (
          <Button look="link" isSmall className="end" onClick={onExport}>
            {t('facts.deadlines.export')}
          </Button>
        ) : null}
      </h2>
      {ahead.length === 0 ? <p className="soft">{t('facts.deadlines.noneAhead')}</p> : null}
      {ahead.length > 0 ? (
        <DatesTable labelledBy="ahead" left={t('facts.deadlines.daysLeft')}>
          {ahead.map(({ daysLeft, ...date }) => (
            <DateRow key={`${date.day} ${date.sentence}`} date={date} onOpen={onOpen}>
              {daysLeft < 0 ? <b className="bad">{t('facts.deadlines.mayHavePassed')}</b> : formatNumber(daysLeft)}
            </DateRow>
          ))}
        </DatesTable>
      ) : null}
    </section>
  )
}

type ExportCalendarProps = { readonly conclusions: Conclusions; readonly onClose: () => void }

/** Saves the dates ahead as a calendar file, after saying what it holds and that it is not encrypted. */
function ExportCalendar({ conclusions: { ahead, asOf }, onClose }: ExportCalendarProps) {
  const { id: matter } = useMatter()
  const client = useClient()
  const save = async () => {
    const text = await client.rule.calendar({ matter, asOf })
    downloadFile(new File([text], 'dates.ics', { type: 'text/calendar' }))
  }
  return (
    <FormDialog
      title={t('facts.deadlines.exportTitle', { count: ahead.length })}
      submit={t('facts.deadlines.save')}
      work={save}
      onClose={onClose}
    >
      <p className="soft">{t('facts.deadlines.exportHint')}</p>
    </FormDialog>
  )
}
