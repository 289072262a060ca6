/** Gates that are checked before or while a parser runs. Measured reasons: `docs/reading.md`. */
export type ReadLimits = {
  readonly fileMb: number
  readonly pdfPages: number
  readonly textMb: number
  readonly htmlMb: number
  readonly htmlDepth: number
  /** Braces inside braces; Word itself stays below 50. */
  readonly rtfDepth: number
  /** Slides of a presentation, chapters of a book. */
  readonly numberedPages: number
  readonly zipEntries: number
  /** Inflated bytes of all the parts that are read, counted while inflating: declared sizes lie. */
  readonly zipInflatedMb: number
  /** Inflated to packed, for parts over 1 MB. Word's own XML reaches about 60, deflate's ceiling is 1,032. */
  readonly zipRatio: number
  readonly xmlDepth: number
  /** Elements of an XML part or a web page, paragraphs and cells of an RTF document: each costs memory, however short it is. */
  readonly xmlElements: number
  /** Cells of all the tables of a spreadsheet or a CSV file, the empty ones before the last of a row included. */
  readonly tableCells: number
  /** Of one image or frame: an A0 sheet at 300 dots an inch has 140 million. */
  readonly imagePixels: number
  readonly imageFrames: number
  /** Files in an archive that are taken; those beyond are named and left out. */
  readonly archiveEntries: number
  /** Inflated bytes of all the files of an archive, which are documents of their own and not held together. */
  readonly archiveInflatedMb: number
  /**
   * `zipRatio` holds in archives only for files over this size: a log that repeats itself was measured at 187, blank
   * pictures reach 1,000, and below this size a bomb costs a fraction of a second.
   */
  readonly archiveRatioFromMb: number
  readonly mailDepth: number
  /** The header lines of a message and all its parts. */
  readonly mailHeadersMb: number
  /** Lines that may part a message; the parser takes about 5 kB and 70 µs for each part. */
  readonly mailParts: number
  /** Messages of a mailbox that are taken; those beyond are counted and left out. */
  readonly mailboxMessages: number
}

export const READ_LIMITS: ReadLimits = {
  fileMb: 200,
  pdfPages: 5000,
  textMb: 50,
  htmlMb: 20,
  htmlDepth: 512,
  rtfDepth: 512,
  numberedPages: 5000,
  zipEntries: 10_000,
  zipInflatedMb: 100,
  zipRatio: 200,
  xmlDepth: 256,
  xmlElements: 1_000_000,
  tableCells: 3_000_000,
  imagePixels: 150_000_000,
  imageFrames: 1000,
  archiveEntries: 5000,
  archiveInflatedMb: 1000,
  archiveRatioFromMb: 20,
  mailDepth: 256,
  mailHeadersMb: 2,
  mailParts: 50_000,
  mailboxMessages: 10_000,
}

export const BYTES_PER_MB = 1_000_000
