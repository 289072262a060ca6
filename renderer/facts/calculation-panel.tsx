import type { FactInput } from '../../contract/fact.ts'
import type { Calculation, Calculator } from '../../contract/rule.ts'
import { Button } from '../parts/button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { Opening } from '../parts/opening.tsx'
import { ProofTree } from '../proof/proof-tree.tsx'
import { NO_TOOLS } from '../proof/proof-tools.ts'
import { useDelayed } from '../state/use-delayed.ts'
import { useLast } from '../state/use-last.ts'
import { useLoaded } from '../state/use-loaded.ts'
import { useCopied } from '../viewer/use-copied.ts'
import { formatCount } from '../wording/format-count.ts'
import { calculationText, isOpenPoints, leftToAsk, readWords, reasonsAgainst, resultWords } from './calculation-text.ts'

type Props = {
  readonly calculator: Calculator
  readonly inputs: readonly FactInput[]
  /** What was entered and cannot be read: then there is no result, for without it a range would be shown. */
  readonly problems: readonly string[]
  readonly asOf: string | null
}

const TYPING_MS = 200
const KEPT = 'Nothing was computed. What you entered stays as it is.'
/** The result of a calculator for what is known, part by part, with its source. */
export function CalculationPanel({ calculator, inputs, problems, asOf }: Props) {
  const { name, pack } = calculator
  const key = useDelayed(JSON.stringify({ name, pack, inputs, asOf }), TYPING_MS)
  const run = useLoaded(key, (client, signal) => client.calculator.run(JSON.parse(key), { signal }))
  const last = useLast(run.value)
  const shown = last?.name === name ? last : null
  if (problems.length > 0) return <Refused problems={problems} />
  if (run.failure) return <FailureNote failure={{ ...run.failure, kept: KEPT }} />
  if (!shown) return <Opening>Computing.</Opening>
  return (
    <div className="grid gap-4" data-testid="calculation">
      <div>
        <p className="figure" role="status" data-testid="result">
          {resultWords(shown)}
        </p>
        <p className="soft small">
          Computed by rules, not by the model.{' '}
          {shown.missing.length > 0 ? `${formatCount(shown.missing.length, 'input')} not known.` : ''}
        </p>
      </div>
      <Warning warning={shown.warning} />
      <Reasons reasons={reasonsAgainst(shown)} />
      <Parts parts={shown.parts} />
      <Unknown questions={leftToAsk(shown)} />
      <Steps calculation={shown} />
      <Origin calculator={calculator} calculation={shown} />
      <CopyParts text={calculationText(calculator, shown)} />
    </div>
  )
}

function Refused({ problems }: Pick<Props, 'problems'>) {
  return (
    <div role="status" data-testid="failure">
      <p className="bad">No result: an input cannot be read.</p>
      <ul className="small grid gap-1 mt-1">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )
}

type OriginProps = { readonly calculator: Calculator; readonly calculation: Calculation }

function Origin({ calculator: { pack, reviewed }, calculation }: OriginProps) {
  return (
    <dl className="kv">
      <dt>Source</dt>
      <dd>
        {calculation.source ?? 'none given'}
        <span className="soft small block">{readWords(calculation)}</span>
      </dd>
      <dt>Pack</dt>
      <dd>
        {pack}
        {reviewed ? null : (
          <span className="warn block">
            <Glyph shape="caution" /> sample, not reviewed guidance
          </span>
        )}
      </dd>
    </dl>
  )
}

function Warning({ warning }: Pick<Calculation, 'warning'>) {
  if (warning === null) return null
  return (
    <p className="small warn" data-testid="warning">
      <Glyph shape="caution" /> {warning}
    </p>
  )
}

function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  if (reasons.length === 0) return null
  return (
    <ul className="small soft grid gap-1" aria-label="Not met">
      {reasons.map((reason) => (
        <li key={reason}>Not met: {reason}</li>
      ))}
    </ul>
  )
}

function Parts({ parts }: Pick<Calculation, 'parts'>) {
  if (parts.length === 0) return null
  return (
    <table className="calc">
      <caption className="visually-hidden">Parts of the result</caption>
      <thead>
        <tr>
          <th scope="col" className="small muted">
            part
          </th>
          <th scope="col" className="n small muted">
            points
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ say, points, because }) => (
          <tr key={say}>
            <th scope="row">
              {say}
              {because ? <small>{because}</small> : null}
            </th>
            <td className={isOpenPoints(points) ? 'n bad' : 'n'}>{points}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Unknown({ questions }: { readonly questions: readonly string[] }) {
  if (questions.length === 0) return null
  return (
    <ul className="small soft grid gap-1" aria-label="Not known">
      {questions.map((question) => (
        <li key={question}>
          <span className="tag missing">missing</span> {question}
        </li>
      ))}
    </ul>
  )
}

/** A date or an amount has no points: it is shown how it was counted, which days were passed over, and what was refused and why. */
function Steps({ calculation: { parts, proof } }: { readonly calculation: Calculation }) {
  if (parts.length > 0 || !proof) return null
  return (
    <details open>
      <summary className="small">How it was worked out</summary>
      <ProofTree proof={proof} tools={NO_TOOLS} />
    </details>
  )
}

function CopyParts({ text }: { readonly text: string }) {
  const [words, copy] = useCopied('Copy with parts')
  return (
    <Button isSmall className="justify-self-start" onClick={() => copy(() => Promise.resolve(text))}>
      <span aria-live="polite">{words}</span>
    </Button>
  )
}
