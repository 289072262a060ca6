import { openZip, openZipParts } from '../../library/read/archive/open-zip.ts'
import { READ_LIMITS } from '../../library/read/read-limits.ts'
import { partRelations } from '../../library/read/xml/package-parts.ts'
import { decodeXml } from '../../library/read/xml/walk-xml.ts'
import { childOf, elementsOf, type XmlElement, xmlTree } from '../../library/write/xml-tree.ts'

/** The order that the schema demands (ECMA-376 part 1, 17.3.1.26, 17.3.2.28 and 17.4.81). */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
      ' ',
    ),
  'w:tbl': 'bookmarkStart bookmarkEnd tblPr tblGrid tr'.split(' '),
  'w:tr': 'tblPrEx trPr tc'.split(' '),
}
/** In front of all other properties of the end of a paragraph, and behind those of a row. */
const MARKS = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])
/** Where Word takes insertions and deletions of words. */
const HOLDS_MARKS =
  /^w:(p|hyperlink|smartTag|fldSimple|sdtContent|ins|del|moveTo|moveFrom|rPr|trPr|customXml|dir|bdo|body|tbl|tc)$|^m:/

/**
 * What Word would complain of in the text and the package of a file, as far as that can be known without Word: no schema validator for Node or
 * Python is kept well enough to lean on.
 */
export async function packageFaults(bytes: Buffer): Promise<readonly string[]> {
  const zip = await openZipParts(bytes, READ_LIMITS)
  const faults: string[] = []
  const names = (await (await openZip(bytes)).list()).map(({ fileName }) => fileName.toLowerCase())
  if (new Set(names).size !== names.length) faults.push('two parts of one name')
  const types = decodeXml((await zip.read('[Content_Types].xml')) ?? Buffer.alloc(0))
  for (const name of names) if (!isTyped(types, name)) faults.push(`no content type: ${name}`)
  const [main] = (await partRelations(zip, '', READ_LIMITS)).filter(({ type }) => type === 'officeDocument')
  if (!main) return [...faults, 'no text']
  for (const { target } of await partRelations(zip, main.target, READ_LIMITS))
    if (!zip.has(target)) faults.push(`a relation to nothing: ${target}`)
  const root = xmlTree(decodeXml((await zip.read(main.target))!), READ_LIMITS)
  return [...faults, ...textFaults(root), ...(await commentFaults(root, zip, main.target))]
}

function isTyped(types: string, name: string): boolean {
  const ending = name.split('.').at(-1)!
  const lower = types.toLowerCase()
  return (
    name === '[content_types].xml' ||
    name.endsWith('/') ||
    lower.includes(`partname="/${name}"`) ||
    lower.includes(`extension="${ending}"`)
  )
}

function textFaults(root: XmlElement): readonly string[] {
  const ids = new Map<string, number>()
  const faults = [...elementFaults(root, false, ids)]
  for (const [id, count] of ids) if (count > 1) faults.push(`${count} marks with the id ${id}`)
  return faults
}

function* elementFaults(element: XmlElement, isDeleted: boolean, ids: Map<string, number>): Generator<string> {
  const { name, children } = element
  yield* orderFaults(element)
  if (isMark(element)) yield* markFaults(element, ids)
  yield* placeFaults(element, isDeleted)
  const isInside = name !== 'w:txbxContent' && (isDeleted || isDeletion(element))
  for (const child of children) yield* elementFaults(child, isInside, ids)
}

/** Of words, not of the end of a paragraph. */
function isDeletion({ name, parent }: XmlElement): boolean {
  return (name === 'w:del' || name === 'w:moveFrom') && parent?.name !== 'w:rPr'
}

function* orderFaults(element: XmlElement): Generator<string> {
  const { name, parent } = element
  const order = ORDERS[name]
  if (order && !isOrdered(element, order)) yield `${name}: out of order`
  if (name === 'w:rPr' && parent?.name === 'w:pPr' && hasLateMark(element))
    yield 'w:rPr: a mark behind other properties'
}

function* markFaults({ name, parent, attributes }: XmlElement, ids: Map<string, number>): Generator<string> {
  const id = attributes['w:id'] ?? ''
  ids.set(id, (ids.get(id) ?? 0) + 1)
  if (!attributes['w:author']) yield `${name}: no author`
  if (!HOLDS_MARKS.test(parent?.name ?? '')) yield `${name} in ${parent?.name}`
}

function* placeFaults({ name, parent, children }: XmlElement, isDeleted: boolean): Generator<string> {
  if (name === 'w:tc' && children.at(-1)?.name !== 'w:p') yield 'w:tc: no paragraph at its end'
  if (name === 'w:t' && isDeleted) yield 'w:t in w:del'
  if (name === 'w:delText' && !isDeleted) yield 'w:delText outside w:del'
  if (name === 'w:r' && parent?.name === 'w:r') yield 'w:r in w:r'
}

function hasLateMark({ children }: XmlElement): boolean {
  return children.findLastIndex(isMark) >= children.filter(isMark).length
}

function isMark({ name }: XmlElement): boolean {
  return MARKS.has(name)
}

function isOrdered({ children }: XmlElement, order: readonly string[]): boolean {
  const places = children.map(({ name }) => order.indexOf(name.replace(/^w:/, ''))).filter((place) => place >= 0)
  return places.every((place, at) => at === 0 || places[at - 1]! <= place)
}

async function commentFaults(
  root: XmlElement,
  zip: Awaited<ReturnType<typeof openZipParts>>,
  main: string,
): Promise<readonly string[]> {
  const idsOf = (name: string) => [...elementsOf(root, name)].map(({ attributes }) => attributes['w:id'] ?? '')
  const target = (await partRelations(zip, main, READ_LIMITS)).find(({ type }) => type === 'comments')?.target
  const part = target === undefined ? undefined : await zip.read(target)
  const known = part ? [...elementsOf(xmlTree(decodeXml(part), READ_LIMITS), 'w:comment')] : []
  const ids = new Set(known.map(({ attributes }) => attributes['w:id']))
  const faults = ids.size === known.length ? [] : ['two comments of one id']
  const missing = idsOf('w:commentReference').filter((id) => !ids.has(id))
  const unpaired = idsOf('w:commentRangeStart').toSorted().join() !== idsOf('w:commentRangeEnd').toSorted().join()
  const hasBody = childOf(root, 'w:body') !== undefined
  return [
    ...faults,
    ...missing.map((id) => `comment ${id} is not there`),
    ...(unpaired ? ['a comment without its end'] : []),
    ...(hasBody ? [] : ['no body']),
  ]
}
