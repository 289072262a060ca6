import type { Problem } from './problem.ts'
import { readText, wrongShape } from './read-fields.ts'
import { reportTo } from './report.ts'
import type { TextTree, Tree } from './yaml-tree.ts'

/** What is read: `rule`; its first keys, for whoever wrote something else; an id as one might be written. */
export type Named = { readonly noun: string; readonly keys: string; readonly example: string }

/** The id of an entry of a pack, by which proofs and decisions name it: `ids` holds those before it. Null where there is none. */
export function readId(
  tree: Tree,
  ids: Map<string, TextTree>,
  { noun, keys, example }: Named,
  problems: Problem[],
): TextTree | null {
  const report = reportTo(problems, null)
  if (tree.kind !== 'map') {
    wrongShape(tree.place, `A ${noun}`, `a map with the keys ${keys} …`, report)
    return null
  }
  const entry = tree.entries.get('id')?.value
  const id = readText(entry && entry.kind !== 'nothing' ? entry : null, '"id"', report)
  if (!id) {
    report(tree.place, {
      code: 'MISSING_KEY',
      message: `A ${noun} has no "id".`,
      fix: `Write a short name of its own: id: ${example}.`,
    })
    return null
  }
  if (!/^[a-zA-Z][a-zA-Z0-9._-]{0,99}$/.test(id.text))
    report(id.place, {
      code: 'WRONG_SHAPE',
      message: `"${id.text.slice(0, 100)}" cannot be the id of a ${noun}.`,
      fix: 'Use letters, digits, hyphens and points, beginning with a letter.',
    })
  const first = ids.get(id.text)
  if (first)
    report(id.place, {
      code: 'DUPLICATE',
      message: `There is another ${noun} "${id.text}" (${first.place.file}, line ${first.place.line}).`,
      fix: 'Give this one an id of its own.',
    })
  else ids.set(id.text, id)
  return id
}
