import { message } from '../../wording/message.ts'
import type { Rule } from '../program/rule.ts'
import { checkGraph } from './check-graph.ts'
import { compileCandidates } from './compile-candidates.ts'
import { compileRule } from './compile-rule.ts'
import type { CompiledPacks, Example, ExampleKind, PackHead } from './compiled-packs.ts'
import { didYouMean } from './read/did-you-mean.ts'
import { individualsOfAtom, missingExamples, readExamples } from './read-examples.ts'
import { type PackParts, type PackSource, readPack } from './read/read-packs.ts'
import { type Problem, type Report, reportTo, TooManyProblems } from './read/problem.ts'
import { readRuleList, type RuleEntry } from './read/read-rule.ts'
import { readWords } from './pack-words.ts'
import type { Words } from './value-type.ts'
import { readTranslations } from './words/translations.ts'

type Compiled = { readonly rule: Rule; readonly entry: RuleEntry; readonly words: Words }

/**
 * Reads and checks packs together. Collects every problem and never throws, whatever the text. Where files or words cannot
 * be read, what rests on them is not looked at, so that each message is true.
 */
export function compilePacks(packs: readonly PackSource[]): CompiledPacks {
  const problems: Problem[] = []
  const heads: PackHead[] = []
  const compiled = attempt(() => {
    const { parts, isWhole } = readDistinct(packs, reportTo(problems, null))
    heads.push(...parts.map(({ source }) => source.head))
    return isWhole ? compileParts(parts, heads, problems) : null
  })
  if (compiled && problems.length === 0) return { ...compiled, problems, packs: heads }
  const nothing = { program: null, candidates: [], examples: [], untested: new Map(), translations: new Map() }
  return { ...nothing, problems: inOrder(problems, packs), packs: heads }
}

function attempt<T>(compile: () => T): T | null {
  try {
    return compile()
  } catch (error) {
    if (error instanceof TooManyProblems) return null
    throw error
  }
}

function compileParts(
  parts: readonly PackParts[],
  heads: readonly PackHead[],
  problems: Problem[],
): Omit<CompiledPacks, 'problems' | 'packs'> | null {
  const report = reportTo(problems, null)
  checkUses(parts, report)
  const { everything, wordsFor, isWhole } = readWords(parts, report)
  const entries = readRuleList(parts, problems)
  if (!isWhole) return null
  const compiled = entries.flatMap((entry, order): readonly Compiled[] => {
    const words = wordsFor(entry.pack)
    const rule = entry.source && compileRule(entry.source, order, words, reportTo(problems, entry.id))
    return rule ? [{ rule, entry, words }] : []
  })
  const rules = compiled.map(({ rule }) => rule)
  const recursive = checkGraph(rules, everything, (rule, at, problem) => reportTo(problems, rule.id)(at, problem))
  const program = { vocabulary: everything, rules, rulesFor: byConclusion(rules), recursive }
  const candidates = compileCandidates(parts, wordsFor, problems)
  const examples = readAllExamples(compiled, problems)
  // What else is wrong may be the reason why a text is not there.
  const isSound = problems.length === 0
  const translations = isSound ? readTranslations(parts, { program, candidates, packs: heads }, report) : new Map()
  return { program, candidates, ...examples, translations }
}

/** Two packs of one name would be taken for one. */
function readDistinct(
  packs: readonly PackSource[],
  report: Report,
): { readonly parts: readonly PackParts[]; readonly isWhole: boolean } {
  const found = new Map<string, PackParts>()
  let isWhole = true
  for (const pack of packs) {
    const parts = readPack(pack, report)
    isWhole &&= parts !== null
    if (!parts) continue
    const { head, id } = parts.source
    if (found.has(head.id))
      report(id.place, {
        code: 'DUPLICATE',
        message: message('gate.packs.another', { name: head.id }),
        fix: message('gate.packs.ownName'),
      })
    else found.set(head.id, parts)
  }
  return { parts: [...found.values()], isWhole }
}

function checkUses(packs: readonly PackParts[], report: Report): void {
  const ids = packs.map(({ source }) => source.head.id)
  for (const { source } of packs)
    for (const use of source.uses) {
      if (use.text === source.head.id)
        report(use.place, {
          code: 'UNKNOWN_PACK',
          message: message('gate.packs.usesItself'),
          fix: message('gate.takeOut'),
        })
      else if (!ids.includes(use.text))
        report(use.place, {
          code: 'UNKNOWN_PACK',
          message: message('gate.packs.none', { name: use.text }),
          fix: didYouMean(use.text, ids, message('gate.packs.addOrTakeOut')),
        })
    }
}

function readAllExamples(
  compiled: readonly Compiled[],
  problems: Problem[],
): { readonly examples: readonly Example[]; readonly untested: ReadonlyMap<string, readonly ExampleKind[]> } {
  const individuals = new Set(compiled.flatMap(({ rule, words }) => individualsOfAtom(rule.then, words.vocabulary)))
  const examples: Example[] = []
  const untested = new Map<string, readonly ExampleKind[]>()
  for (const { rule, entry, words } of compiled) {
    const own = readExamples(
      entry.source?.examples ?? [],
      { rule, individuals },
      words.vocabulary,
      reportTo(problems, rule.id),
    )
    examples.push(...own)
    const missing = missingExamples(rule, own)
    if (missing.length > 0) untested.set(rule.id, missing)
  }
  return { examples, untested }
}

function byConclusion(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  return Map.groupBy(rules, ({ then }) => then.relation)
}

/** As the author reads: file by file, from top to bottom. */
function inOrder(problems: readonly Problem[], packs: readonly PackSource[]): readonly Problem[] {
  const files = new Map(
    packs
      .flatMap(({ name, files: all }) => all.map(({ path }) => `${name}/${path}`))
      .map((file, index) => [file, index]),
  )
  const rank = ({ file }: Problem): number => files.get(file) ?? 0
  return problems.toSorted(
    (left, right) => rank(left) - rank(right) || left.line - right.line || left.column - right.column,
  )
}
