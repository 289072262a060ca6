import type { Sheet, SheetInput } from '../../contract/sheet.ts'
import { reasonsAgainst, resultWords } from '../facts/calculation-text.ts'
import { Glyph } from '../parts/glyph.tsx'
import { ProofTree } from '../proof/proof-tree.tsx'
import { documentName } from '../wording/document-name.ts'
import { dayWords } from '../wording/day-words.ts'
import { sentenceCase } from '../wording/sentence-case.ts'

/** The result on top, with what it rests on and what is missing. */
export function SheetResult({ sheet }: { readonly sheet: Sheet }) {
  const { calculator, calculation, asOf, inputs, stated } = sheet
  return (
    <section className="result" aria-label={calculator.title} aria-live="polite">
      <h2 className="h">
        {calculator.title} <span className="muted">as of {dayWords(asOf)}</span>
      </h2>
      <p className="figure" data-testid="sheet-result">
        {resultShown(sheet)}
      </p>
      <p>{restsWords(inputs)}</p>
      {stated.map(({ value, document, quote }) => (
        <p key={`${document} ${quote}`} className="small" data-testid="stated">
          <span className="warn">
            <Glyph shape="caution" />
          </span>{' '}
          <b>
            {documentName(document)} says {value}:
          </b>{' '}
          “{quote}”
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

/** How the result was calculated, in steps that one can read aloud, with the proof behind one press; for the right column. */
export function SheetProof({ sheet }: { readonly sheet: Sheet }) {
  const { calculation } = sheet
  return (
    <>
      <div className="bar">
        <h2>How this was calculated</h2>
      </div>
      <div className="p-4">
        <ol className="steps-read small">
          {stepsOf(sheet).map(({ words, value, isOpen }) => (
            <li key={words}>
              <span>{words}</span>
              <span className={isOpen ? 'bad' : undefined}>{value}</span>
            </li>
          ))}
          <li className="sum">
            <span>{calculation.parts.length > 0 ? 'Sum' : 'Result'}</span>
            <span>{resultShown(sheet)}</span>
          </li>
        </ol>
        {calculation.proof ? (
          <details className="mt-4">
            <summary className="small">Show the proof with its rules and sources</summary>
            <ProofTree proof={calculation.proof} tools={NO_TOOLS} />
          </details>
        ) : null}
      </div>
    </>
  )
}

type ReadStep = { readonly words: string; readonly value: string; readonly isOpen: boolean }

/** The parts of a sum with their points; else each input with its value. */
export function stepsOf({ calculation: { parts }, inputs }: Sheet): readonly ReadStep[] {
  if (parts.length > 0)
    return parts.map(({ say, points }) => ({
      words: sentenceCase(say),
      value: points,
      isOpen: / (?:to|or) /.test(points),
    }))
  return inputs.map((input) => {
    const { label, value, holds } = input
    return {
      words: label,
      value: isKnown(input) ? (value ?? holds ?? '') : 'not recorded',
      isOpen: !isKnown(input),
    }
  })
}

/** The inputs are answered and opened in the sheet. */
const NO_TOOLS = { facts: new Map(), onOpenFact: () => {}, relations: [], onAnswer: null, asked: new Set<string>() }

/** A range says nothing while nothing is known: "0 to 25000 mg/day". */
function resultShown({ calculation, inputs }: Sheet): string {
  const isAnyKnown = inputs.some(isKnown)
  return isAnyKnown || calculation.missing.length === 0 ? resultWords(calculation) : 'Not known yet'
}

export function isKnown({ state }: SheetInput): boolean {
  return state !== 'missing' && state !== 'conflict'
}

const NAMED_AT_MOST = 4

/** "Based on age and heart failure. One answer is missing: vascular disease." */
export function restsWords(inputs: readonly SheetInput[]): string {
  const known = inputs.filter(isKnown).map(({ label }) => label)
  const missing = inputs.filter((input) => !isKnown(input)).map(({ label }) => label)
  const based = known.length === 0 ? 'Nothing is known yet.' : `Based on ${listed(known)}.`
  if (missing.length === 0) return known.length === 0 ? '' : `${based} Nothing is missing.`
  const count = missing.length === 1 ? 'One answer is missing' : `${missing.length} answers are missing`
  return `${based} ${count}: ${listed(missing)}.`
}

function listed(labels: readonly string[]): string {
  const words = labels.slice(0, NAMED_AT_MOST).map(lowered)
  const more = labels.length - words.length
  const last = more > 0 ? `${more} more` : words.pop()
  return words.length === 0 ? `${last}` : `${words.join(', ')} and ${last}`
}

/** In the middle of a sentence; abbreviations keep their capitals. */
function lowered(label: string): string {
  return /^\p{Lu}[\p{Ll}\s]/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label
}
