import type {
  AbsenceStep,
  AggregateStep,
  FactStep,
  FailingStep,
  Ground,
  Proof,
  RuleGround,
  Step,
  SumPart,
  SumStep,
  TodayStep,
} from './proof.ts'

/**
 * The proof as lines of plain sentences, deeper ones indented by two spaces a level. First what is open, what is assumed and
 * what is missing, then the tree.
 */
export function sayProof(proof: Proof): readonly string[] {
  return [
    ...(proof.summary === null ? [] : [`Not confirmed. ${proof.summary}`]),
    ...proof.assumed.map(({ text }) => `Not recorded, counts as no: ${text}`),
    ...(proof.status === 'unknown' ? proof.missing.map(({ question }) => `Missing: ${question}`) : []),
    ...sayTree(proof),
  ]
}

const BY_STATUS = { yes: '', unknown: 'not known: ', no: 'no: ' }

/** An exception that does not apply speaks for the conclusion. */
const AGAINST = { yes: 'does not apply', unknown: 'not known', no: 'applies' }

function sayTree(proof: Proof): readonly string[] {
  const text = BY_STATUS[proof.status] + proof.conclusion.text
  if (proof.repeated) return [`- ${text}  [shown elsewhere in this proof]`]
  const [only, ...others] = proof.grounds
  const contested = proof.contested === null ? [] : indent(sayContested(proof.contested))
  const more = proof.more > 0 ? [`  - more that is not shown: ${proof.more}`] : []
  if (only?.kind === 'rule' && others.length === 0) return [...sayRule(only), ...contested, ...more]
  if (only !== undefined && others.length === 0 && only.kind !== 'rule')
    return [`- ${text}  [${sayGround(only)}]`, ...contested, ...more]
  return [`- ${text}`, ...indent(proof.grounds.flatMap(sayOneOf)), ...contested, ...more]
}

function sayOneOf(ground: Ground): readonly string[] {
  return ground.kind === 'rule' ? sayRule(ground) : [`- ${sayGround(ground)}`]
}

function sayRule({ rule, text, status, steps }: RuleGround): readonly string[] {
  const source =
    rule.source === null ? '' : `; ${rule.source}${rule.sourceRead ? ', source read' : ', source not read'}`
  return [`- ${BY_STATUS[status]}${text}  [rule ${rule.id}${source}]`, ...indent(steps.flatMap(sayStep))]
}

function sayGround(ground: Exclude<Ground, RuleGround>): string {
  switch (ground.kind) {
    case 'recorded':
      return `fact ${ground.facts.join(', ')}${saySuperseded(ground.superseded)}`
    case 'not-known':
      return `recorded as not known, ${ground.facts.join(', ')}`
    case 'missing':
      return `missing: ${ground.input.question}`
    case 'today':
      return 'the day of the question'
    case 'recorded-no':
      return ground.instead === null
        ? `recorded as no, ${ground.facts.join(', ')}`
        : `instead ${ground.instead.text}${ground.facts.length > 0 ? `, ${ground.facts.join(', ')}` : ''}`
    case 'assumed-absent':
      return 'not recorded, counts as no'
  }
}

function saySuperseded(facts: readonly string[]): string {
  return facts.length === 0 ? '' : `, in place of ${facts.join(', ')}`
}

function sayContested({ rivals, denials }: NonNullable<Proof['contested']>): readonly string[] {
  return [
    ...rivals.map(({ text }) => `- conflicts with: ${text}`),
    ...(denials.length > 0 ? [`- conflicts with the record: no, ${denials.join(', ')}`] : []),
  ]
}

function sayStep(step: Step): readonly string[] {
  switch (step.kind) {
    case 'conclusion':
      return sayTree(step.proof)
    case 'missing':
      return [`- ${step.input.question}  [missing${step.input.asked ? ', asked and not known' : ''}]`]
    case 'calculation':
      return [`- ${step.text}, which is ${step.value.text}`]
    case 'comparison':
      return [
        `- ${BY_STATUS[step.status]}${step.exception ? 'exception ' : ''}${step.text}: ${step.left.text} ${step.operator} ${step.right.text}`,
      ]
    case 'problem':
      return [`- not known: ${step.text}  [cannot be computed: ${step.problem}]`]
    case 'sum':
    case 'aggregate':
      return saySummed(step)
    default:
      return saySimple(step)
  }
}

function saySimple(step: AbsenceStep | FactStep | TodayStep | FailingStep): readonly string[] {
  if (step.kind === 'today') return [`- ${step.statement.text}  [the day of the question]`]
  if (step.kind === 'fact') return [sayFact(step)]
  if (step.kind !== 'fails') return sayAbsence(step)
  return step.proof === null ? [`- not so: ${step.text}`] : sayTree(step.proof)
}

function saySummed(step: SumStep | AggregateStep): readonly string[] {
  if (step.kind === 'sum') return [`- points: ${step.value.text}`, ...indent(step.parts.flatMap(sayPart))]
  const of = step.of.flatMap((one) => [
    `- ${BY_STATUS[one.status]}${one.value.text}`,
    ...indent(one.steps.flatMap(sayStep)),
  ])
  const more = step.more > 0 ? [`- more that is not shown: ${step.more}`] : []
  return [`- ${step.function}: ${step.value.text}`, ...indent([...of, ...step.without.flatMap(sayStep), ...more])]
}

function sayFact({ status, statement, facts, superseded }: FactStep): string {
  return `- ${BY_STATUS[status]}${statement.text}  [fact ${facts.join(', ')}${saySuperseded(superseded)}]`
}

function sayAbsence(step: AbsenceStep): readonly string[] {
  const { text } = step.statement
  switch (step.kind) {
    case 'assumed-absent':
      return [`- not recorded, counts as no: ${text}`]
    case 'recorded-no':
      return step.instead === null
        ? [`- ${text}  [recorded as no, ${step.facts.join(', ')}]`]
        : [`- ${text}: ${step.instead.text}${step.facts.length > 0 ? `  [fact ${step.facts.join(', ')}]` : ''}`]
    case 'not-concluded':
      return step.proofs.flatMap(sayTree)
    case 'against':
      return [`- exception, ${AGAINST[step.status]}: ${text}`, ...indent(step.proofs.flatMap(sayTree))]
  }
}

function sayPart({ say, add, status, steps }: SumPart): readonly string[] {
  const points = { yes: signed(add), unknown: `0 or ${signed(add)}`, no: '0' }[status]
  return [`${points} ${say}`, ...indent(steps.flatMap(sayStep))]
}

function signed(add: string): string {
  return add.startsWith('-') || add === '0' ? add : `+${add}`
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`)
}
