/** Gates that are checked before or while a parser runs. Measured reasons: `ingestion.md` section 4. */
export type ReadLimits = {
  readonly fileMb: number
  readonly pdfPages: number
  readonly textMb: number
  readonly htmlMb: number
  readonly htmlDepth: number
  readonly zipEntries: number
  /** Inflated bytes of all the parts that are read, counted while inflating: declared sizes lie. */
  readonly zipInflatedMb: number
  /** Inflated to packed, for parts over 1 MB. Word's own XML reaches about 60, deflate's ceiling is 1,032. */
  readonly zipRatio: number
  readonly xmlDepth: number
  /** Mammoth needs about 1 kB an element; three million paragraphs killed it. */
  readonly xmlElements: number
  /** Of one image or frame: an A0 sheet at 300 dots an inch has 140 million. */
  readonly imagePixels: number
  readonly imageFrames: number
}

export const READ_LIMITS: ReadLimits = {
  fileMb: 200,
  pdfPages: 5000,
  textMb: 50,
  htmlMb: 20,
  htmlDepth: 512,
  zipEntries: 10_000,
  zipInflatedMb: 100,
  zipRatio: 200,
  xmlDepth: 256,
  xmlElements: 1_000_000,
  imagePixels: 150_000_000,
  imageFrames: 1000,
}

export const BYTES_PER_MB = 1_000_000
