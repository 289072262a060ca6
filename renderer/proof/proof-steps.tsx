import type { Ground, ProofStep, SumPart } from '../../contract/proof.ts'
import { Glyph } from '../parts/glyph.tsx'
import { groundWords } from './ground-words.ts'
import { MissingQuestion } from './missing-question.tsx'
import { Origins } from './origins.tsx'
import { pointsWords } from './points-words.ts'
import type { ProofTools } from './proof-tools.ts'

/** One rule that leads to a conclusion, and what it rests on. */
export function GroundItem({ ground, tools }: { readonly ground: Ground; readonly tools: ProofTools }) {
  return (
    <li>
      <div className="step">
        <span className="tag rule">rule</span>
        <span>
          <b>{ground.rule}</b>: {ground.title}
        </span>
        <span className="origin">{groundWords(ground)}</span>
      </div>
      <ProofSteps steps={ground.steps} tools={tools} />
    </li>
  )
}

type Props = { readonly steps: readonly ProofStep[]; readonly tools: ProofTools }

/** The premises below a step, in the order in which the engine gives them. */
function ProofSteps({ steps, tools }: Props) {
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

function Step({ step, tools }: { readonly step: ProofStep; readonly tools: ProofTools }) {
  switch (step.kind) {
    case 'fact':
      return <Line tag="fact" text={step.sentence} origin={<Origins facts={step.facts} tools={tools} />} />
    case 'recorded-absent':
      return <Line tag="fact" text={step.sentence} origin={<Origins facts={step.facts} tools={tools} />} />
    case 'assumed-absent':
      return <Line tag="assumed" word="assumed absent" text={step.sentence} origin="not recorded" />
    case 'see-above':
      return <Line tag="fact" word="above" text={step.sentence} origin="shown above" />
    case 'missing':
      return <MissingStep step={step} tools={tools} />
    case 'conclusion':
      return <Nested step={step} tools={tools} />
    case 'calculation':
      return <Line tag="rule" word="computed" text={<b>{step.result}</b>} origin={step.text} />
    case 'comparison':
      return <ComparisonStep step={step} tools={tools} />
    case 'sum':
      return <SumStep step={step} tools={tools} />
    case 'aggregate':
      return (
        <Line tag="rule" word="computed" text={<b>{step.result}</b>} origin={step.text}>
          <ProofSteps steps={step.steps} tools={tools} />
        </Line>
      )
    case 'problem':
      return (
        <Line
          tag="missing"
          word="not computed"
          text={
            <>
              <Glyph shape="caution" /> {step.message}
            </>
          }
          origin="neither yes nor no"
        />
      )
  }
}

type LineProps = {
  readonly tag: 'rule' | 'fact' | 'assumed' | 'missing'
  readonly word?: string
  readonly text: React.ReactNode
  readonly origin?: React.ReactNode
  readonly children?: React.ReactNode
}

function Line({ tag, word = tag, text, origin, children }: LineProps) {
  return (
    <li>
      <div className="step">
        <span className={`tag ${tag}`}>{word}</span>
        <span className="what">{text}</span>
        {origin ? <span className="origin">{origin}</span> : null}
      </div>
      {children}
    </li>
  )
}

function MissingStep({ step: { sentence, input }, tools }: StepOf<'missing'>) {
  return (
    <Line
      tag="missing"
      word="missing"
      text={
        <>
          {sentence}
          {input.decides ? <span className="soft">: decides this conclusion</span> : null}
        </>
      }
    >
      {tools.asked.has(input.question) ? null : <MissingQuestion input={input} tools={tools} />}
    </Line>
  )
}

function Nested({ step: { proof }, tools }: StepOf<'conclusion'>) {
  return (
    <Line tag="rule" word="conclusion" text={proof.sentence} origin={proof.holds === 'yes' ? '' : HOLDS[proof.holds]}>
      <ul>
        {proof.grounds.map((ground, index) => (
          <GroundItem key={`${ground.rule} ${index}`} ground={ground} tools={tools} />
        ))}
      </ul>
    </Line>
  )
}

const HOLDS = { yes: 'holds', no: 'does not hold', unknown: 'open: not known' } as const

function ComparisonStep({ step: { text, result, holds } }: StepOf<'comparison'>) {
  return (
    <Line
      tag="rule"
      word="compared"
      text={
        <>
          {result} <b className={holds === 'yes' ? 'ok' : holds === 'no' ? 'soft' : 'bad'}>{HOLDS[holds]}</b>
        </>
      }
      origin={text}
    />
  )
}

function SumStep({ step: { result, parts }, tools }: StepOf<'sum'>) {
  return (
    <Line tag="rule" word="sum" text={<b>{pointsWords(result)}</b>}>
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
  part: { say, points, holds, steps },
  tools,
}: {
  readonly part: SumPart
  readonly tools: ProofTools
}) {
  return (
    <li>
      <div className="step">
        <span className="num points">{pointsWords(points, '+')}</span>
        <span className={holds === 'yes' ? 'what' : 'what soft'}>
          {say}
          {holds === 'unknown' ? ': not known' : ''}
        </span>
      </div>
      <ProofSteps steps={steps} tools={tools} />
    </li>
  )
}
