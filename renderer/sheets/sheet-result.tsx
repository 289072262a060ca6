import { isAsked, isKnown, type Sheet, type SheetInput, type StatedResult } from '../../contract/knowledge/sheet.ts'
import { reasonsAgainst, resultShown, stepsOf, titleWords, whyWords } from '../../contract/knowledge/sheet-words.ts'
import { Glyph } from '../parts/glyph.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { NO_TOOLS } from '../proof/proof-tools.ts'
import { ProofTree } from '../proof/proof-tree.tsx'
import { useMatter } from '../state/shell-context.ts'
import { documentName } from '../../wording/document-name.ts'
import { dayWords, withDates, withDayWords } from '../../wording/format-time.ts'
import { listWords, withinSentence } from '../../wording/phrases.ts'
import { t } from '../../wording/translate.ts'

/** The result on top, with what it rests on and what is missing. */
export function SheetResult({ sheet }: { readonly sheet: Sheet }) {
  const { calculator, calculation, asOf, inputs, stated } = sheet
  const { matter } = useMatter()
  return (
    <section className="result" aria-label={calculator.title} aria-live="polite">
      <p className="print-only">{matter}</p>
      <h2 className="h">
        {t.rich('sheets.result.titleOn', { ...TEXT_TAGS, title: titleWords(sheet), day: dayWords(asOf) })}
      </h2>
      <p className="figure" data-testid="sheet-result">
        {withDayWords(resultShown(sheet))}
      </p>
      <p>{restsWords(inputs)}</p>
      {stated.map((one) => (
        <p key={`${one.document} ${one.quote}`} className="small" data-testid="stated">
          <span className="warn">
            <Glyph shape="caution" />
          </span>{' '}
          <Stated stated={one} />
        </p>
      ))}
      {calculation.warning === null ? null : (
        <p className="small warn">
          <Glyph shape="caution" /> {withDates(calculation.warning)}
        </p>
      )}
      {reasonsAgainst(calculation).map((reason) => (
        <p key={reason} className="small soft">
          {t('sheets.result.notMet', { reason })}
        </p>
      ))}
      {calculator.reviewed ? null : (
        <p className="small warn">
          <Glyph shape="caution" />{' '}
          {calculation.source === null
            ? t('sheets.result.sampleWithoutSource')
            : t('sheets.result.sample', { source: calculation.source })}
        </p>
      )}
    </section>
  )
}

/** What a document states as the result. */
function Stated({ stated }: { readonly stated: StatedResult }) {
  const { value, quote, day } = stated
  const said = { ...TEXT_TAGS, document: documentName(stated.document), value, quote, why: whyWords(stated) }
  if (day === null) return t.rich('sheets.result.stated', said)
  return t.rich('sheets.result.statedOn', { ...said, day: dayWords(day) })
}

/** How the result was calculated, with the proof behind one press; for the right column. */
export function SheetProof({ sheet }: { readonly sheet: Sheet | null }) {
  return (
    <>
      <div className="bar">
        <h2>{t('sheets.steps')}</h2>
      </div>
      <div className="inset-4">
        {sheet ? <SheetSteps sheet={sheet} /> : <p className="soft">{t('sheets.result.chooseFirst')}</p>}
        {sheet?.calculation.proof ? (
          <details className="above-4">
            <summary className="small">{t('sheets.result.showProof')}</summary>
            <ProofTree proof={sheet.calculation.proof} tools={NO_TOOLS} />
          </details>
        ) : null}
      </div>
    </>
  )
}

/** The calculation in steps that can be read aloud. */
export function SheetSteps({ sheet }: { readonly sheet: Sheet }) {
  return (
    <ol className="steps-read small">
      {stepsOf(sheet).map(({ words, value, isOpen }) => (
        <li key={words}>
          <span>{withDates(words)}</span>
          <span className={isOpen ? 'bad' : undefined}>{withDayWords(value)}</span>
        </li>
      ))}
      <li className="sum">
        <span>{sheet.calculation.parts.length > 0 ? t('sheets.result.sum') : t('sheets.result.result')}</span>
        <span>{withDayWords(resultShown(sheet))}</span>
      </li>
    </ol>
  )
}

const NAMED_AT_MOST = 4

/** "Known: age, heart failure. Missing: vascular disease." */
export function restsWords(inputs: readonly SheetInput[]): string {
  const known = inputs.filter(isKnown)
  const missing = inputs.filter(isAsked)
  return [
    known.length === 0 ? '' : t('sheets.result.known', { inputs: named(known) }),
    missing.length === 0 ? '' : t('sheets.result.missing', { inputs: named(missing) }),
    missing.length === 0 && known.length > 0 ? t('sheets.result.nothingMissing') : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function named(inputs: readonly SheetInput[]): string {
  const labels = inputs.map(({ label }) => withinSentence(label))
  if (!labels.some((label) => label.includes(', '))) return listWords(labels, NAMED_AT_MOST)
  // "fraud, concealment or mistake" is one of them.
  const more = labels.length - NAMED_AT_MOST
  return (more > 1 ? [...labels.slice(0, NAMED_AT_MOST), t('quantities.more', { count: more })] : labels).join('; ')
}
