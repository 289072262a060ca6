import { readCondition } from '../language/read-condition.ts'
import { ReadError } from '../language/read-error.ts'
import type { Report } from './report.ts'
import type { AtomNode, ConditionSource, VariableSource } from './rule-source.ts'
import type { TextTree } from './yaml-tree.ts'

/** The text as a condition; null, and reported, if it is none. */
export function readRuleCondition(tree: TextTree, report: Report): ConditionSource | null {
  return attempt(tree, report, () => ({ node: readCondition(tree.text), tree }))
}

export function readConclusion(tree: TextTree | null, report: Report): ConditionSource<AtomNode> | null {
  const condition = tree && readRuleCondition(tree, report)
  if (!condition) return null
  const { node } = condition
  if (node.kind === 'atom' && !node.negated) return { node, tree: condition.tree }
  report(condition.tree.place, {
    code: 'SYNTAX',
    message: 'A rule concludes a relation, and nothing else.',
    fix: 'Write then: recommend(?p, oral_anticoagulation). What speaks against it goes under "unless".',
  })
  return null
}

export function readConditions(trees: readonly TextTree[], report: Report): readonly ConditionSource[] {
  const conditions = trees.flatMap((tree) => readRuleCondition(tree, report) ?? [])
  const seen = new Set<string>()
  for (const { tree } of conditions) {
    const text = tree.text.replaceAll(/\s+/gu, '')
    if (seen.has(text))
      report(tree.place, {
        code: 'DUPLICATE',
        message: 'This condition stands here twice.',
        fix: 'Keep one of them, or correct the other.',
      })
    seen.add(text)
  }
  return conditions
}

export function readVariable(tree: TextTree | null, report: Report): VariableSource | null {
  if (!tree) return null
  const name = /^\?([\p{L}_][\p{L}\p{M}\p{N}_]*)$/u.exec(tree.text)?.[1]?.normalize('NFC')
  if (name !== undefined && name !== '_') return { name, place: tree.place }
  report(tree.place, { code: 'SYNTAX', message: `"${tree.text}" is no variable.`, fix: 'Write for example ?s.' })
  return null
}

/** Turns the error of a reader into a problem at its place. */
export function attempt<T>(tree: TextTree, report: Report, read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    report(tree.placeAt(error.offset), { code: 'SYNTAX', message: error.message, fix: error.fix })
    return null
  }
}
