import { type Amendment, amendmentsIn, clauseAt, clausesIn } from '../../../text/amendments.ts'

/** A document that changes clauses of an agreement, with the lines that do. */
type Amending = { readonly documentId: string; readonly amendments: readonly Amendment[] }

/** Where a sentence stands. */
type At = { readonly documentId: string; readonly start: number }

/** What changes the clause that a sentence is of. */
type ChangedClause = { readonly clause: string; readonly amending: Amending; readonly amendment: Amendment }

/**
 * Tells of sentences of an agreement whether another of these documents, or a later part of the same one, changes their clause: "Clause 4.1 is
 * replaced with". Which agreement is meant a deed says in words that no code reads; it is the one that has all the clauses which the deed
 * changes, and where the deed stands below such an agreement in the same document, only that one.
 */
export function changedClauses(ids: readonly string[], textOf: (documentId: string) => string) {
  let read: readonly Amending[] | null = null
  const clausesOf = new Map<string, ReadonlySet<string>>()
  const has = (documentId: string, clause: string) => {
    const known = clausesOf.get(documentId) ?? new Set(clausesIn(textOf(documentId)))
    clausesOf.set(documentId, known)
    return known.has(clause)
  }
  return ({ documentId, start }: At): ChangedClause | null => {
    read ??= amendingOf(ids, textOf)
    const changing = read.filter(
      (one) =>
        one.amendments.every(({ clause }) => has(documentId, clause)) &&
        (one.documentId === documentId || !isBelowItsAgreement(one, textOf(one.documentId))),
    )
    if (changing.length === 0) return null
    const clause = clauseAt(textOf(documentId), start)
    if (clause === null) return null
    const isOfIt = (other: Amendment) => clause === other.clause || clause.startsWith(`${other.clause}.`)
    const [found] = changing.flatMap((one) => {
      // A supplement below its agreement changes what stands above it.
      const isBehind = (other: Amendment) => one.documentId !== documentId || start < other.start
      const amendment = isInside(one, documentId, start)
        ? undefined
        : one.amendments.find((other) => isOfIt(other) && isBehind(other))
      return amendment ? [{ clause, amending: one, amendment }] : []
    })
    return found ?? null
  }
}

/** So many clauses an agreement has that a deed in the same document changes; a deed has a few of its own before the first change. */
const CLAUSES_OF_AGREEMENT = 5

function isBelowItsAgreement({ amendments }: Amending, text: string): boolean {
  const above = clausesIn(text.slice(0, amendments[0]?.start ?? 0))
  return above.length >= CLAUSES_OF_AGREEMENT && amendments.every(({ clause }) => above.includes(clause))
}

/** Whether a sentence is of the change itself. */
function isInside({ documentId, amendments }: Amending, of: string, start: number): boolean {
  return documentId === of && amendments.some((one) => one.start <= start && start < one.end)
}

/** Of the documents those that change clauses. */
function amendingOf(ids: readonly string[], textOf: (documentId: string) => string): readonly Amending[] {
  return ids.flatMap((documentId) => {
    const amendments = amendmentsIn(textOf(documentId))
    return amendments.length === 0 ? [] : [{ documentId, amendments }]
  })
}
