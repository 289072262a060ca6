import type { MediaType } from '../../library/read/media-type.ts'
import type { ComparedPage } from '../../compare/compared-text.ts'
import type { ReadSource } from '../../library/remote-reader.ts'

/** A document with what a reader gave of it. */
export type FileWithPages = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly pages: readonly ComparedPage[]
}

const WORD: MediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Whether it can be written into: a document or a template, with macros or without. */
export function isWordFile({ mediaType }: Pick<FileWithPages, 'mediaType'>): boolean {
  return mediaType === WORD
}

export function sourceOf({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): ReadSource {
  return { name, sizeBytes: bytes.length, chunks: () => [bytes] }
}

/** The name that a Word file made of this document gets; one that is a Word file keeps its own. */
export function wordName(name: string): string {
  return /\.(docx|docm|dotx|dotm)$/i.test(name) ? name : `${name.replace(/\.[a-z0-9]{1,5}$/i, '')}.docx`
}
