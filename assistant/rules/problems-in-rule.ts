import { isMap, isSeq, parseDocument } from 'yaml'
import type { PackProblem } from '../../contract/rule.ts'
import type { PlacedRule } from './edit-rules.ts'

type Place = { readonly line: number; readonly column: number }

/** The problems inside a rule at their lines and columns in `yaml`, the rule alone; those elsewhere stay where they are. */
export function problemsInRule(
  problems: readonly PackProblem[],
  { path, map }: PlacedRule,
  fileText: string,
  yaml: string,
): PackProblem[] {
  const alone = firstItem(yaml)
  const [from, to] = [map.range?.[0], map.range?.[2]]
  if (alone === null || from === undefined || to === undefined) return [...problems]
  const [first, end, own] = [placeOf(fileText, from), placeOf(fileText, to), placeOf(yaml, alone)]
  return problems.map((problem) => {
    const isInside = problem.file.endsWith(`/${path}`) && problem.line >= first.line && problem.line <= end.line
    if (!isInside) return problem
    const { line, column } = problem
    return { ...problem, line: line - first.line + own.line, column: Math.max(1, column - first.column + own.column) }
  })
}

function firstItem(yaml: string): number | null {
  const { contents } = parseDocument(yaml, { logLevel: 'silent' })
  const item = isSeq(contents) ? contents.items[0] : contents
  return isMap(item) ? (item.range?.[0] ?? null) : null
}

/** Counted from 1. */
function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
