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
  load: async () => (await import('./read-text.ts')).readText,
}

const CSV: FormatReader = {
  reader: 'csv-parse',
  readerVersion: '7.0.3+1',
  load: async () => (await import('./sheets/read-csv.ts')).readCsv,
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
    readerVersion: '2.14.7+5',
    load: async () => (await import('./pdf/read-pdf.ts')).readPdf,
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    reader: 'docx',
    readerVersion: '1',
    load: async () => (await import('./word/docx/read-docx.ts')).readDocx,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    reader: 'sheets',
    readerVersion: '2',
    load: async () => (await import('./sheets/read-xlsx.ts')).readXlsx,
  },
  'text/csv': CSV,
  'text/tab-separated-values': CSV,
  'image/jpeg': IMAGE,
  'image/png': IMAGE,
  'image/tiff': IMAGE,
  'message/rfc822': {
    reader: 'postal-mime',
    readerVersion: '4.0.0+2',
    load: async () => (await import('./mail/read-mail.ts')).readMail,
  },
  'application/vnd.ms-outlook': {
    reader: 'msgreader',
    readerVersion: '1.28.0+2',
    load: async () => (await import('./mail/read-outlook-message.ts')).readOutlookMessage,
  },
  'application/mbox': {
    reader: 'mbox',
    readerVersion: '1',
    load: async () => (await import('./mail/read-mail.ts')).readMailbox,
  },
  'application/zip': {
    reader: 'yauzl',
    readerVersion: '3.4.0+1',
    load: async () => (await import('./archive/read-archive.ts')).readArchive,
  },
  'application/msword': {
    reader: 'doc',
    readerVersion: '1',
    load: async () => (await import('./word/doc/read-doc.ts')).readDoc,
  },
  'application/vnd.oasis.opendocument.text': {
    reader: 'odt',
    readerVersion: '1',
    load: async () => (await import('./word/odt/read-odt.ts')).readOdt,
  },
  'application/vnd.oasis.opendocument.spreadsheet': {
    reader: 'ods',
    readerVersion: '1',
    load: async () => (await import('./sheets/read-ods.ts')).readOds,
  },
  'application/vnd.oasis.opendocument.presentation': {
    reader: 'odp',
    readerVersion: '1',
    load: async () => (await import('./slides/read-odp.ts')).readOdp,
  },
  'text/html': {
    reader: 'htmlparser2',
    readerVersion: '12.0.0+2',
    load: async () => (await import('./web/read-html.ts')).readHtml,
  },
  'application/epub+zip': {
    reader: 'epub',
    readerVersion: '1',
    load: async () => (await import('./web/read-epub.ts')).readEpub,
  },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    reader: 'pptx',
    readerVersion: '1',
    load: async () => (await import('./slides/read-pptx.ts')).readPptx,
  },
  'application/rtf': {
    reader: 'rtf',
    readerVersion: '1',
    load: async () => (await import('./rtf/read-rtf.ts')).readRtf,
  },
  'multipart/related': {
    reader: 'mhtml',
    readerVersion: '1',
    load: async () => (await import('./web/read-mhtml.ts')).readMhtml,
  },
  'text/markdown': TEXT,
  'text/plain': TEXT,
}
