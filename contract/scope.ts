import type { AnswerScope, Searched, Source } from './answer.ts'

/** How much of the documents that were searched was read: reference libraries are not counted. */
export function scopeOf(sources: readonly Source[], { documents }: Pick<Searched, 'documents'>): AnswerScope {
  const read = sources.flatMap((one) => (one.kind === 'passage' && one.reference === null ? [one.documentId] : []))
  return { passages: read.length, documents: new Set(read).size, of: documents }
}

/** "8 passages of 5 of 30 documents". Empty where no document was searched, and in older answers. */
export function scopeWords(scope: AnswerScope | null, sources: readonly Source[]): string {
  if (scope === null || scope.of === 0) return ''
  const { passages, documents, of } = scope
  const all = counted(of, 'document')
  const beside = sources.filter((one) => one.kind === 'passage' && one.reference !== null).length
  const references = beside === 0 ? '' : `, ${counted(beside, 'passage')} of reference libraries`
  if (passages === 0) return `No passage of ${all}${references}`
  return `${counted(passages, 'passage')} of ${of === 1 ? all : `${documents.toLocaleString('en-GB')} of ${all}`}${references}`
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}
