import { givesNone, isDefinition, partWords, sumWords } from '../../contract/knowledge/proof-words.ts'
import type { Ground, Proof, ProofStep, SumPart } from '../../contract/knowledge/proof.ts'
import { readableProof } from '../../contract/knowledge/readable-proof.ts'
import { FactOrigin } from '../facts/fact-origin.tsx'
import { decisionWords } from '../facts/fact-wording.ts'
import { PlaceLink } from '../frame/place-link.tsx'
import { Glyph } from '../parts/glyph.tsx'
import { TEXT_TAGS } from '../parts/text-tags.tsx'
import { useShell } from '../state/shell-context.ts'
import { dayWords, withDates, withDayWords } from '../../wording/format-time.ts'
import { type Messages, t } from '../../wording/translate.ts'
import { MissingQuestion } from './missing-question.tsx'
import type { ProofTools } from './proof-tools.ts'

type Props = { readonly proof: Proof; readonly tools: ProofTools }

/** A conclusion's chain of reasons: each of its grounds with its premises. What is certain is whole; what is open asks each question once. */
export function ProofTree({ proof, tools }: Props) {
  const { grounds } = readableProof(proof)
  return (
    <>
      {grounds.length > 1 ? (
        <p className="small soft below-1">{t('proof.tree.grounds', { count: grounds.length })}</p>
      ) : null}
      <ul className="proof" aria-label={t('proof.tree.label', { sentence: proof.sentence })}>
        {grounds.map((ground, index) => (
          <GroundItem key={`${ground.rule} ${index}`} ground={ground} tools={tools} />
        ))}
      </ul>
    </>
  )
}

type GroundProps = { readonly ground: Ground; readonly tools: ProofTools }

/** One rule that leads to a conclusion, and what it rests on; what is recorded by itself, and what an open line rests on, needs no rule. */
function GroundItem({ ground, tools }: GroundProps) {
  const { pack, rule, title } = ground
  if (title === '') return ground.steps.map((step, index) => <Step key={index} step={step} tools={tools} />)
  return (
    <li>
      <div className="step">
        <span className="tag rule">{t(rule ? 'proof.tree.tags.rule' : 'proof.tree.tags.record')}</span>
        <span className="what">
          {rule ? (
            <PlaceLink className="rule-link" to={{ name: 'knowledge', knowledgeTab: 'rules', rule: `${pack}/${rule}` }}>
              {title}
            </PlaceLink>
          ) : (
            title
          )}
        </span>
        {rule ? <span className="origin">{groundWords(ground)}</span> : null}
      </div>
      <ProofSteps steps={ground.steps} tools={tools} />
    </li>
  )
}

type ProofStepsProps = { readonly steps: readonly ProofStep[]; readonly tools: ProofTools }

/** The premises below a step, in the order in which the engine gives them. */
function ProofSteps({ steps, tools }: ProofStepsProps) {
  if (steps.length === 0) return null
  return (
    <ul>
      {steps.map((step, index) => (
        // A proof is shown as a whole and never reordered.
        <Step key={index} step={step} tools={tools} />
      ))}
    </ul>
  )
}

type StepOf<K extends ProofStep['kind']> = {
  readonly step: Extract<ProofStep, { kind: K }>
  readonly tools: ProofTools
}

/** How each kind of step is shown; a kind without a view would leave a hole in the proof, and does not compile. */
const VIEWS: { readonly [K in ProofStep['kind']]: (of: StepOf<K>) => React.ReactNode } = {
  fact: ({ step, tools }) => (
    <Line tag="fact" text={step.sentence} origin={<Origins facts={step.facts} tools={tools} />} />
  ),
  'recorded-absent': ({ step, tools }) => (
    <Line tag="fact" text={step.sentence} origin={<Origins facts={step.facts} tools={tools} />} />
  ),
  'assumed-absent': ({ step }) => (
    <Line tag="assumed" text={step.sentence} origin={t('proof.tree.origins.notRecorded')} />
  ),
  conflict: ({ step, tools }) => (
    <Line tag="missing" word="conflict" text={step.sentence} origin={<Origins facts={step.facts} tools={tools} />} />
  ),
  'see-above': ({ step }) => (
    <Line tag="fact" word="above" text={step.sentence} origin={t('proof.tree.origins.above')} />
  ),
  'left-out': ({ step }) => (
    <li>
      <p className="step small soft">{step.text}</p>
    </li>
  ),
  'not-concluded': ({ step: { sentence, proofs }, tools }) => (
    <Line tag="rule" word="doesNotFollow" text={sentence} origin={t('proof.tree.origins.byNoRule')}>
      <ProofsBelow sentence={sentence} proofs={proofs} tools={tools} />
    </Line>
  ),
  against: ({ step: { sentence, holds, proofs }, tools }) => (
    <Line
      tag="missing"
      word={holds === 'yes' ? 'exception' : 'notKnown'}
      text={sentence}
      origin={t(holds === 'yes' ? 'proof.tree.origins.applies' : 'proof.tree.origins.ifSo')}
    >
      <ProofsBelow sentence={sentence} proofs={proofs} tools={tools} />
    </Line>
  ),
  fails: ({ step: { text, proofs }, tools }) => (
    <Line tag="rule" word="notMet" text={text} origin="">
      <ProofsBelow sentence={text} proofs={proofs} tools={tools} />
    </Line>
  ),
  missing: (of) => <MissingStep {...of} />,
  conclusion: ({ step: { proof }, tools }) => <Nested proof={proof} tools={tools} />,
  calculation: ({ step }) => (
    <Line tag="rule" word="computed" text={<b>{withDayWords(step.result)}</b>} origin={step.text} />
  ),
  comparison: (of) => <ComparisonStep {...of} />,
  sum: (of) => <SumStep {...of} />,
  aggregate: ({ step, tools }) => (
    <Line tag="rule" word="computed" text={<b>{withDayWords(step.result)}</b>} origin={step.text}>
      <ProofSteps steps={step.steps} tools={tools} />
    </Line>
  ),
  problem: ({ step }) => (
    <Line
      tag="missing"
      word="notComputed"
      text={
        <>
          <Glyph shape="caution" /> {step.message}
        </>
      }
      origin={t('proof.tree.origins.noResult')}
    />
  ),
}

function Step({ step, tools }: { readonly step: ProofStep; readonly tools: ProofTools }) {
  const view = VIEWS[step.kind] as (of: { step: ProofStep; tools: ProofTools }) => React.ReactNode
  return view({ step, tools })
}

type LineProps = {
  readonly tag: 'rule' | 'fact' | 'assumed' | 'missing'
  readonly word?: keyof Messages['proof']['tree']['tags']
  readonly text: React.ReactNode
  readonly origin?: React.ReactNode
  readonly children?: React.ReactNode
}

function Line({ tag, word = tag, text, origin, children }: LineProps) {
  return (
    <li>
      <div className="step">
        <span className={`tag ${tag}`}>{t(`proof.tree.tags.${word}`)}</span>
        <span className="what">{typeof text === 'string' ? withDates(text) : text}</span>
        {origin ? <span className="origin">{typeof origin === 'string' ? withDates(origin) : origin}</span> : null}
      </div>
      {children}
    </li>
  )
}

function MissingStep({ step: { input }, tools }: StepOf<'missing'>) {
  return (
    <Line
      tag="missing"
      word="missing"
      text={input.decides ? t.rich('proof.tree.decides', { ...TEXT_TAGS, question: input.question }) : input.question}
    >
      {tools.asked.has(input.question) ? null : <MissingQuestion input={input} tools={tools} />}
    </Line>
  )
}

type ProofProps = { readonly proof: Proof; readonly tools: ProofTools }

function Nested({ proof, tools }: ProofProps) {
  const held = proof.holds === 'yes' ? '' : t(`proof.holds.${proof.holds}`)
  const origin = proof.isBlank ? t('proof.blank') : held
  return (
    <Line tag="rule" word="conclusion" text={proof.sentence} origin={origin}>
      <ul>
        <Grounds proof={proof} tools={tools} />
      </ul>
    </Line>
  )
}

function Grounds({ proof, tools }: ProofProps) {
  return proof.grounds.map((ground, index) => (
    <GroundItem key={`${ground.rule} ${index}`} ground={ground} tools={tools} />
  ))
}

type BelowProps = { readonly sentence: string; readonly proofs: readonly Proof[]; readonly tools: ProofTools }

/** What speaks for or against a step; what says the same sentence again shows its grounds only. */
function ProofsBelow({ sentence, proofs, tools }: BelowProps) {
  if (proofs.length === 0) return null
  return (
    <ul>
      {proofs.map((proof) =>
        proof.sentence === sentence ? (
          <Grounds key={proof.sentence} proof={proof} tools={tools} />
        ) : (
          <Nested key={proof.sentence} proof={proof} tools={tools} />
        ),
      )}
    </ul>
  )
}

function ComparisonStep({ step: { text, result, holds } }: StepOf<'comparison'>) {
  return (
    <Line
      tag="rule"
      word="compared"
      text={
        <>
          {result}{' '}
          <b className={holds === 'yes' ? 'ok' : holds === 'no' ? 'soft' : 'bad'}>{t(`proof.holds.${holds}`)}</b>
        </>
      }
      origin={text === result ? '' : text}
    />
  )
}

function SumStep({ step: { result, parts }, tools }: StepOf<'sum'>) {
  return (
    <Line tag="rule" word="sum" text={<b>{sumWords(result)}</b>}>
      <ul>
        {parts.map((part, index) => (
          <PartItem key={`${part.say} ${index}`} part={part} tools={tools} />
        ))}
      </ul>
    </Line>
  )
}

/** Every part, also those at 0, with what decides it. */
function PartItem({
  part: { say, points, isScale, holds, steps },
  tools,
}: {
  readonly part: SumPart
  readonly tools: ProofTools
}) {
  return (
    <li>
      <div className="step">
        <span className="num points">{givesNone(points) && !isScale ? '' : partWords(points, isScale)}</span>
        <span className={holds === 'yes' ? 'what' : 'what soft'}>{isScale ? say : partWordsWith(say, holds)}</span>
      </div>
      <ProofSteps steps={steps} tools={tools} />
    </li>
  )
}

function partWordsWith(part: string, holds: SumPart['holds']): string {
  if (holds === 'yes') return part
  return t(holds === 'no' ? 'proof.notApplying' : 'proof.tree.partNotKnown', { part })
}

type OriginsProps = { readonly facts: readonly string[]; readonly tools: ProofTools }

/** Where a premise comes from: its passage or who said it, and who confirmed it. */
function Origins({ facts, tools }: OriginsProps) {
  const { settings } = useShell()
  const known = facts.flatMap((id) => tools.facts.get(id) ?? [])
  return known.map((fact, index) => {
    const decision = decisionWords(fact, settings.userName)
    return (
      <span key={fact.id}>
        {index > 0 ? '; ' : ''}
        <FactOrigin fact={fact} onOpen={tools.onOpenFact} />
        {decision ? `, ${decision}` : ''}
      </span>
    )
  })
}

/** `example guideline 1.6, not checked against this source, in force from Tue 1 Apr 2025`; a definition has nothing to be checked against. */
export function groundWords(
  ground: Pick<Ground, 'source' | 'sourceRead' | 'isDefinition' | 'validFrom' | 'validTo'>,
): string {
  const { source, sourceRead, validFrom, validTo } = ground
  const read = t(sourceRead ? 'proof.tree.source.checked' : 'proof.tree.source.notChecked')
  const named = source ?? t('proof.tree.source.none')
  const from = source === null || isDefinition(ground) ? [named] : [named, read]
  return [...from, ...forceWords(validFrom, validTo)].join(', ')
}

function forceWords(from: string | null, to: string | null): readonly string[] {
  if (from && to) return [t('proof.tree.source.inForce', { from: dayWords(from), to: dayWords(to) })]
  if (from) return [t('proof.tree.source.inForceFrom', { from: dayWords(from) })]
  return to ? [t('proof.tree.source.inForceTo', { to: dayWords(to) })] : []
}
