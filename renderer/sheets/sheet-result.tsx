import { isAsked, isKnown, type Sheet, type SheetInput, whyWords } from '../../contract/knowledge/sheet.ts'
import { aboutWords, reasonsAgainst, resultShown, stepsOf } from '../../contract/knowledge/sheet-words.ts'
import { Glyph } from '../parts/glyph.tsx'
import { NO_TOOLS } from '../proof/proof-tools.ts'
import { ProofTree } from '../proof/proof-tree.tsx'
import { useMatter } from '../state/shell-context.ts'
import { documentName } from '../../wording/document-name.ts'
import { dayWords } from '../../wording/format-time.ts'
import { listWords } from '../../wording/phrases.ts'

/** The result on top, with what it rests on and what is missing. */
export function SheetResult({ sheet }: { readonly sheet: Sheet }) {
  const { calculator, calculation, asOf, inputs, stated } = sheet
  const { matter } = useMatter()
  return (
    <section className="result" aria-label={calculator.title} aria-live="polite">
      <p className="print-only">{matter}</p>
      <h2 className="h">
        {calculator.title}
        {aboutWords(sheet)} <span className="muted">as of {dayWords(asOf)}</span>
      </h2>
      <p className="figure" data-testid="sheet-result">
        {resultShown(sheet)}
      </p>
      <p>{restsWords(inputs)}</p>
      {stated.map((one) => (
        <p key={`${one.document} ${one.quote}`} className="small" data-testid="stated">
          <span className="warn">
            <Glyph shape="caution" />
          </span>{' '}
          <b>
            {documentName(one.document)} says {one.value}
            {one.day === null ? '' : ` (${dayWords(one.day)})`}:
          </b>{' '}
          “{one.quote}” <span className="soft">{whyWords(one)}</span>
        </p>
      ))}
      {calculation.warning === null ? null : (
        <p className="small warn">
          <Glyph shape="caution" /> {calculation.warning}
        </p>
      )}
      {reasonsAgainst(calculation).map((reason) => (
        <p key={reason} className="small soft">
          Not met: {reason}
        </p>
      ))}
      {calculator.reviewed ? null : (
        <p className="small warn">
          <Glyph shape="caution" /> Sample rules, not reviewed guidance. Source: {calculation.source ?? 'none given'}
        </p>
      )}
    </section>
  )
}

/** How the result was calculated, with the proof behind one press; for the right column. */
export function SheetProof({ sheet }: { readonly sheet: Sheet | null }) {
  return (
    <>
      <div className="bar">
        <h2>How this was calculated</h2>
      </div>
      <div className="inset-4">
        {sheet ? (
          <SheetSteps sheet={sheet} />
        ) : (
          <p className="soft">Choose what you want to know. The steps of its calculation are shown here.</p>
        )}
        {sheet?.calculation.proof ? (
          <details className="above-4">
            <summary className="small">Show the proof with its rules and sources</summary>
            <ProofTree proof={sheet.calculation.proof} tools={NO_TOOLS} />
          </details>
        ) : null}
      </div>
    </>
  )
}

/** The calculation in steps that one can read aloud. */
export function SheetSteps({ sheet }: { readonly sheet: Sheet }) {
  return (
    <ol className="steps-read small">
      {stepsOf(sheet).map(({ words, value, isOpen }) => (
        <li key={words}>
          <span>{words}</span>
          <span className={isOpen ? 'bad' : undefined}>{value}</span>
        </li>
      ))}
      <li className="sum">
        <span>{sheet.calculation.parts.length > 0 ? 'Sum' : 'Result'}</span>
        <span>{resultShown(sheet)}</span>
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
    known.length === 0 ? '' : `Known: ${named(known)}.`,
    missing.length === 0 ? '' : `Missing: ${named(missing)}.`,
    missing.length === 0 && known.length > 0 ? 'Nothing is missing.' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function named(inputs: readonly SheetInput[]): string {
  return listWords(
    inputs.map(({ label }) => lowered(label)),
    NAMED_AT_MOST,
  )
}

/** In the middle of a sentence; abbreviations and names keep their capitals. */
function lowered(label: string): string {
  return /^\p{Lu}\p{Ll}*(?:’s)?(?:[\s,)]|$)(?!\p{Lu})/u.test(label)
    ? `${label.charAt(0).toLowerCase()}${label.slice(1)}`
    : label
}
