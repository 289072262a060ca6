import type { Message } from '../../wording/message.ts'
import {
  Bool,
  type DataType,
  Field,
  FixedSizeList,
  Float32,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'

/** A passage as it lies in a reference library. Its own text is the end of `indexText`, `end - start` units long. */
export type ReferencePassage = {
  /** The document's number; numbers are never used twice. */
  readonly document: number
  readonly path: string
  readonly sha256: string
  readonly page: number | null
  readonly start: number
  readonly end: number
  readonly section: string
  readonly byOcr: boolean
  readonly indexText: string
}

export type ReferenceDocument = {
  readonly document: number
  /** Relative to the folder that was built from. */
  readonly path: string
  readonly sha256: string
  readonly title: string
  readonly mediaType: string
  /** JSON of `ReferencePage[]`, and how many they are. */
  readonly pages: string
  readonly pageCount: number
  /** JSON of what the reader warned with: messages, in libraries of older versions sentences. */
  readonly warnings: string
  readonly passages: number
  /** Title and whole text, pages joined by form feeds, as it is indexed. The text follows the first line feed. */
  readonly indexText: string
}

/** One page of a document: where its text lies, and how it was read. */
export type ReferencePage = {
  readonly page: number | null
  readonly label: string | null
  readonly state: 'text' | 'ocr' | 'empty' | 'failed'
  readonly reason: Message | string | null
  readonly start: number
  readonly characters: number
  /** As the reader found them, offsets of the page's own text. */
  readonly blocks: readonly ReferenceBlock[]
}

export type ReferenceBlock = {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly level: number
  readonly firstCell?: string | undefined
}

const VECTOR = 'vector'

export const EDITIONS_SCHEMA = new Schema([
  new Field('sequence', new Int32(), false),
  new Field('json', new Utf8(), false),
])

export const DOCUMENTS_SCHEMA = new Schema([
  new Field('document', new Int32(), false),
  new Field('path', new Utf8(), false),
  new Field('sha256', new Utf8(), false),
  new Field('title', new Utf8(), false),
  new Field('mediaType', new Utf8(), false),
  new Field('pages', new Utf8(), false),
  new Field('pageCount', new Int32(), false),
  new Field('warnings', new Utf8(), false),
  new Field('passages', new Int32(), false),
  new Field('indexText', new Utf8(), false),
])

export function passagesSchema(dimensions: number): Schema {
  return new Schema([
    new Field('document', new Int32(), false),
    new Field('path', new Utf8(), false),
    new Field('sha256', new Utf8(), false),
    new Field('page', new Int32(), true),
    new Field('start', new Int32(), false),
    new Field('end', new Int32(), false),
    new Field('section', new Utf8(), false),
    new Field('byOcr', new Bool(), false),
    new Field('indexText', new Utf8(), false),
    new Field(VECTOR, new FixedSizeList(dimensions, new Field('item', new Float32(), true)), false),
  ])
}

/** Rows as Arrow, column by column; `vectors` are those of the rows, for the tables that have them. */
export function toArrow(
  schema: Schema,
  rows: readonly Readonly<Record<string, unknown>>[],
  vectors: readonly Float32Array[] = [],
): ArrowTable {
  const children = schema.fields.map(({ name, type }) =>
    name === VECTOR
      ? vectorColumn(type as FixedSizeList<Float32>, vectors)
      : column(
          type,
          rows.map((row) => row[name]),
        ),
  )
  const data = makeData({ type: new Struct(schema.fields), length: rows.length, children })
  return new ArrowTable(schema, [new RecordBatch(schema, data)])
}

function column(type: DataType, values: readonly unknown[]) {
  const [data] = vectorFromArray([...values], type).data
  if (!data) throw new Error('Expected at least one row')
  return data
}

function vectorColumn(type: FixedSizeList<Float32>, vectors: readonly Float32Array[]) {
  const flat = new Float32Array(vectors.length * type.listSize)
  for (const [index, vector] of vectors.entries()) flat.set(vector, index * type.listSize)
  return makeData({ type, length: vectors.length, child: makeData({ type: new Float32(), data: flat }) })
}
