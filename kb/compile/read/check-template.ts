import { didYouMean } from './did-you-mean.ts'
import type { Report } from './problem.ts'
import type { TextTree } from './yaml-tree.ts'

/** Every `{…}` of a sentence must be one of `known`; gives those that occur. */
export function checkTemplate(
  tree: TextTree | null,
  known: readonly string[],
  explained: string,
  report: Report,
): ReadonlySet<string> {
  const found = new Set<string>()
  if (!tree) return found
  if (tree.text.trim() === '')
    report(tree.place, { code: 'TEMPLATE', message: 'This sentence is empty.', fix: 'Write it, or take the key out.' })
  for (const match of tree.text.matchAll(/\{([^{}]*)\}|[{}]/gu)) {
    const name = match[1]
    if (name === undefined)
      report(tree.placeAt(match.index), {
        code: 'TEMPLATE',
        message: `A "${match[0]}" without its counterpart.`,
        fix: 'Write {name} for a value; a sentence has no other curly brackets.',
      })
    else if (known.includes(name)) found.add(name)
    else
      report(tree.placeAt(match.index), {
        code: 'TEMPLATE',
        message: `{${name}} is nothing that this sentence knows.`,
        fix: didYouMean(name, known, explained),
      })
  }
  return found
}
