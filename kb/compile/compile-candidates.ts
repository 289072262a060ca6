import { message } from '../../wording/message.ts'
import { writeInstead } from '../language/write-instead.ts'
import type { Candidate } from '../program/candidate.ts'
import type { AtomNode, ConditionSource, RuleSource } from './read/rule-source.ts'
import { checkIslands, checkVariables } from './check-variables.ts'
import { compileConditions } from './compile-conditions.ts'
import { type Problem, reportTo } from './read/problem.ts'
import { type CandidateSource, readCandidate } from './read/read-candidate.ts'
import { keyNamed, readId, readList } from './read/read-fields.ts'
import type { PackParts } from './read/read-packs.ts'
import { createVariableTypes, type Words } from './value-type.ts'
import type { TextTree } from './read/yaml-tree.ts'

/** A variable that no author can write: it gets the points. */
const POINTS = 'points of the candidate'

const CANDIDATE = { noun: 'candidate', keys: 'id, name, if, findings', example: 'pulmonary-embolism' } as const

/** All candidates of all packs in their order. What is wrong has been reported under the candidate's id. */
export function compileCandidates(
  packs: readonly PackParts[],
  wordsFor: (pack: string) => Words,
  problems: Problem[],
): readonly Candidate[] {
  const ids = new Map<string, TextTree>()
  return packs.flatMap(({ candidates, source }) =>
    candidates
      .flatMap((tree) => readList(tree, keyNamed('candidates'), reportTo(problems, null)))
      .flatMap((tree) => {
        const id = readId(tree, ids, CANDIDATE, problems)
        const read = id && readCandidate(tree, id, source.head, reportTo(problems, id.text))
        return (read && compileCandidate(read, wordsFor(source.head.id), problems)) ?? []
      }),
  )
}

function compileCandidate(source: CandidateSource, words: Words, problems: Problem[]): Candidate | null {
  const report = reportTo(problems, source.id.text)
  const before = problems.length
  const types = createVariableTypes(report)
  const conditions = compileConditions(source.conditions, words, types, report)
  const items = source.findings.map(({ add, say, when }) => ({
    oneOf: [{ add, say, when: compileConditions(when, words, types.inner(), report) }],
  }))
  const first = conditions.find((condition) => condition.kind === 'atom' && !condition.negated)
  const about = source.conditions.find(isAbout)
  if (about && source.isWhole) {
    const asRule = ruleSourceOf(source, about)
    checkVariables(asRule, report)
    if (problems.length === before) checkIslands(asRule, report)
  } else if (!about && source.conditions.length > 0)
    report(source.tree.place, {
      code: 'MISSING_KEY',
      message: message('gate.candidates.aboutNobody'),
      fix: writeInstead('if: ["presents(?p, breathlessness)"]'),
    })
  if (problems.length > before || first?.kind !== 'atom') return null
  const { id, name, pack, base, cannotMiss, decides, tree } = source
  const reasoning = { conditions, exceptions: [], sum: { into: POINTS, items }, aggregates: [], say: null }
  // Its conclusion is one of its own conditions: a weighing is never asked for what follows.
  const weighing = {
    ...reasoning,
    ...NOT_A_RULE,
    id: id.text,
    title: name,
    pack,
    // oxlint-disable-next-line unicorn/no-thenable -- an atom is no function, and nobody awaits a rule
    then: { relation: first.relation, terms: first.terms },
    place: tree.place,
  }
  const findings = source.findings.map(({ say, add, absent, source: from }) => ({ say, add, absent, source: from }))
  return { id: id.text, name, pack, base, findings, cannotMiss, decides, weighing, place: tree.place }
}

const NOT_A_RULE = {
  order: 0,
  source: null,
  sourceRead: false,
  isDefinition: false,
  status: 'approved',
  validFrom: null,
  validTo: null,
  jurisdiction: null,
} as const

function isAbout(condition: ConditionSource): condition is ConditionSource<AtomNode> {
  return condition.node.kind === 'atom' && !condition.node.negated
}

/** For the checks of variables, as if a rule concluded the points of whom the first relation is about. */
function ruleSourceOf(source: CandidateSource, about: ConditionSource<AtomNode>): RuleSource {
  const { conditions, findings, id, name, pack, tree } = source
  const whom = about.node.args.filter((arg) => arg.kind === 'variable').slice(0, 1)
  const span = { offset: 0, end: 0 }
  const args: AtomNode['args'] = [...whom, { kind: 'variable', name: POINTS, ...span }]
  return {
    id,
    meta: { ...NOT_A_RULE, title: name, pack, place: tree.place },
    conclusion: { node: { kind: 'atom', negated: false, relation: about.node.relation, args }, tree: about.tree },
    conditions,
    exceptions: [],
    sum: {
      into: { name: POINTS, place: tree.place },
      items: findings.map(({ add, say, when, tree: at }) => ({ oneOf: [{ add, say, when, place: at.place }] })),
    },
    aggregates: [],
    say: null,
    examples: [],
    isWhole: true,
  }
}
