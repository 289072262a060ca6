import { writeZip } from '../../../scripts/write-zip.ts'

export type TypedSlide = {
  /** DrawingML inside the shape tree. */
  readonly shapes: string
  readonly show?: '0'
  /** Relations of the slide: type, target, and id (r1, r2 … by order). */
  readonly relations?: readonly (readonly [type: string, target: string])[]
}

/** A presentation; `parts` are further files by their names, `order` the numbers of the slides in the show. */
export function typedPptx(
  slides: readonly TypedSlide[],
  parts: Readonly<Record<string, string | Buffer>> = {},
  order: readonly number[] = slides.map((_, index) => index + 1),
): Buffer {
  const relations = slides.map((_, index) => ['slide', `slides/slide${index + 1}.xml`] as const)
  const ids = order.map((number) => `<p:sldId id="${255 + number}" r:id="r${number}"/>`).join('')
  return writeZip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'ppt/presentation.xml', data: `<p:presentation><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>` },
    { name: 'ppt/_rels/presentation.xml.rels', data: relationships(relations) },
    ...slides.flatMap(({ shapes, show, relations: own = [] }, index) => [
      {
        name: `ppt/slides/slide${index + 1}.xml`,
        data: `<?xml version="1.0" encoding="UTF-8"?><p:sld${show ? ` show="${show}"` : ''}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/></p:nvGrpSpPr>${shapes}</p:spTree></p:cSld></p:sld>`,
      },
      { name: `ppt/slides/_rels/slide${index + 1}.xml.rels`, data: relationships(own) },
    ]),
    ...Object.entries(parts).map(([name, data]) => ({ name, data })),
  ])
}

export function relationships(all: readonly (readonly [type: string, target: string])[]): string {
  const lines = all.map(
    ([type, target], index) =>
      `<Relationship Id="r${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  )
  return `<Relationships>${lines.join('')}</Relationships>`
}

/** A shape with paragraphs (DrawingML after `<a:p>`); `place` is the type of its placeholder, null outside the layout. */
export function shape(place: string | null, paragraphs: readonly string[], more = ''): string {
  const placeholder = place === null ? '' : `<p:ph${place === '' ? '' : ` type="${place}"`}/>`
  return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"${more}/><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:txBody>${paragraphs.map((content) => `<a:p>${content}</a:p>`).join('')}</p:txBody></p:sp>`
}

export function run(text: string, properties = ''): string {
  return `<a:r><a:rPr${properties}/><a:t>${text}</a:t></a:r>`
}
