import type { Assistant } from '../assistant.ts'
import type { OpenMatter } from '../home/open-matters.ts'

/** One matter, or all that are not archived, opened one after another. Throws `NOT_FOUND`, `LOCKED`. */
export async function* mattersWanted(
  { session, matters }: Pick<Assistant, 'session' | 'matters'>,
  matter: string | null,
): AsyncGenerator<OpenMatter, void, void> {
  const rows = session.store().app.matters.list()
  const wanted = matter === null ? rows.filter(({ archived }) => !archived).map(({ id }) => id) : [matter]
  for (const id of wanted) yield await matters.open(id)
}
