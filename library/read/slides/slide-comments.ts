import type { TextBlock } from '../join-blocks.ts'
import type { ReadLimits } from '../read-limits.ts'
import { withoutPageMarks } from '../read-page.ts'
import type { XmlPart } from '../xml/decode-xml.ts'
import { walkXml } from '../xml/walk-xml.ts'

/** Names by the ids that comments give, of both kinds of author lists. */
export function commentAuthors(xml: XmlPart, limits: ReadLimits): ReadonlyMap<string, string> {
  const authors = new Map<string, string>()
  walkXml(xml, limits, {
    open(name, attributes) {
      if ((name === 'cmAuthor' || name === 'author') && attributes.id !== undefined)
        authors.set(attributes.id, attributes.name?.trim() ?? '')
    },
  })
  return authors
}

/** The comments of a slide with their authors, replies after what they answer; for both kinds of comment parts. */
export function slideComments(
  xml: XmlPart,
  authors: ReadonlyMap<string, string>,
  limits: ReadLimits,
): readonly TextBlock[] {
  const notes: TextBlock[] = []
  /** The file has the replies before the words that they answer: `at` is where those go. */
  const open: { readonly before: string; readonly at: number }[] = []
  let pieces: string[] = []
  let isText = false

  function end(): void {
    const text = withoutPageMarks(pieces.join('')).trim()
    const comment = open.at(-1)
    if (text !== '' && comment)
      notes.splice(comment.at, 0, { kind: 'note', level: 0, text: `${comment.before} ${text}` })
    pieces = []
  }

  walkXml(xml, limits, {
    open(name, { authorId }) {
      if (name === 'cm' || name === 'reply') {
        const author = authors.get(authorId ?? '') ?? ''
        const before = `${name === 'cm' ? 'Comment' : 'Reply'}${author === '' ? '' : ` by ${author}`}:`
        open.push({ before, at: notes.length })
      }
      isText = name === 't' || name === 'text'
    },
    text: (text) => void (isText && pieces.push(text)),
    close(name) {
      isText = false
      if (name === 'p') pieces.push('\n')
      if (name === 'txBody' || name === 'text') end()
      if (name === 'cm' || name === 'reply') open.pop()
    },
  })
  return notes
}
