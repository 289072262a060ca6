import type { MediaType } from './media-type.ts'
import type { ReadFormat } from './read-source.ts'

export type FormatReader = {
  readonly reader: string
  /** Of the library, and after `+` ours: it changes when the same bytes give another text than before. */
  readonly readerVersion: string
  /** Loaded when the first document of the format comes: parsers cost memory and time. */
  readonly load: () => Promise<ReadFormat>
}

const TEXT: FormatReader = {
  reader: 'text',
  readerVersion: '1',
  load: async () => (await import('./text/read-text.ts')).readText,
}

const IMAGE: FormatReader = {
  reader: 'tesseract',
  // Liteparse brings Tesseract.
  readerVersion: '2.14.7+1',
  load: async () => (await import('./image/read-image.ts')).readImage,
}

/** Who reads what. A type that is missing here is recognised and said to be unsupported. */
export const READERS: Readonly<Partial<Record<MediaType, FormatReader>>> = {
  'application/pdf': {
    reader: 'liteparse',
    readerVersion: '2.14.7+2',
    load: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    reader: 'mammoth',
    readerVersion: '1.13.0+1',
    load: async () => (await import('./word/read-docx.ts')).readDocx,
  },
  'image/jpeg': IMAGE,
  'image/png': IMAGE,
  'image/tiff': IMAGE,
  'text/html': {
    reader: 'htmlparser2',
    readerVersion: '12.0.0+1',
    load: async () => (await import('./web/read-html.ts')).readHtml,
  },
  'text/markdown': TEXT,
  'text/plain': TEXT,
}
