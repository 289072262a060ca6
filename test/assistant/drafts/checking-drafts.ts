import { writePdf } from '../../../assistant/paper/write-pdf.ts'
import type { CheckEvent, Finding } from '../../../contract/drafts/draft-check.ts'
import type { WholeAssistant } from '../whole-assistant.ts'

const FONTS = new URL('../../../node_modules/pdfjs-dist/standard_fonts/', import.meta.url).pathname

/** A PDF with these pages, each with its number as printed at its head. */
export function pagesAsPdf(pages: readonly { readonly printed: string; readonly text: string }[]): Promise<Uint8Array> {
  const blocks = pages.flatMap(({ printed, text }) => [
    { kind: 'page' as const, text: printed },
    { kind: 'note' as const, text },
  ])
  return writePdf(blocks, FONTS)
}

export async function addDocument({ client }: WholeAssistant, matter: string, path: string): Promise<void> {
  for await (const _event of await client.library.addPaths({ matter, paths: [path] }));
}

/** Takes a text as a draft and checks it to the end. */
export async function checkText(
  { client }: WholeAssistant,
  matter: string,
  text: string,
): Promise<readonly CheckEvent[]> {
  const { draftId } = await client.draft.add({ matter, name: 'brief.txt', file: new File([text], 'brief.txt') })
  const events: CheckEvent[] = []
  for await (const event of await client.draft.check({ matter, draft: draftId })) events.push(event)
  return events
}

export const accusing = (events: readonly CheckEvent[]): readonly Finding[] =>
  events.flatMap((event) =>
    event.type === 'finding' && (event.verdict === 'contradicted' || event.verdict === 'nowhere') ? [event] : [],
  )
