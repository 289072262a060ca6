import { message } from '../../../wording/message.ts'
import { createPageRecogniser, type PageRecogniser } from '../ocr/create-page-recogniser.ts'
import type { GrayImage } from '../ocr/gray-image.ts'
import { gateFailure } from '../read-failure.ts'
import type { ReadLimits } from '../read-limits.ts'
import { noWords, pageReason, type ReadPage } from '../read-page.ts'
import type { FormatRead, ReadSource } from '../read-source.ts'
import { warning } from '../read-warning.ts'
import { decodeGray, gatedFacts, type ImageFacts } from './decode-gray.ts'

/** Small images are enlarged, at most twice, to about the pixels of a sheet at 300 dots an inch: print reads best then. */
const GOOD_PIXELS = 3300
const MOST_ENLARGED = 2

/**
 * Reads an image by recognising its text; each frame of a TIFF is a page. The page is as large as the image at its own
 * resolution (`imagePageSize`), so that a box covers the same share of the page as of the image as it is shown.
 */
export async function* readImage({
  bytes,
  request,
  limits,
  signal,
}: ReadSource): AsyncGenerator<ReadPage, FormatRead, void> {
  const recogniser = request.ocr && request.ocr.mode !== 'never' ? createPageRecogniser(request.ocr) : null
  const done = new Set(request.skipPages)
  const failed: number[] = []
  const { frames } = await gatedFacts(bytes, 0, limits)
  if (frames > limits.imageFrames) throw gateFailure('images', { value: frames, limit: limits.imageFrames })
  for (let frame = 0; frame < frames; frame += 1) {
    signal.throwIfAborted()
    if (done.has(frame + 1)) continue
    const page = await readFrame(bytes, frame, recogniser, limits)
    if (page.state === 'failed') failed.push(frame + 1)
    yield page
  }
  const warnings = [
    ...(recogniser ? recogniser.warnings : [warning('not-recognised', message('reading.pictures.notRecognised'))]),
    ...(failed.length > 0
      ? [warning('damaged', message('reading.pictures.damaged', { count: failed.length, of: frames }))]
      : []),
  ]
  return { pages: frames, warnings }
}

async function readFrame(
  bytes: Buffer,
  frame: number,
  recogniser: PageRecogniser | null,
  limits: ReadLimits,
): Promise<ReadPage> {
  const known = await gatedFacts(bytes, frame, limits)
  const size = imagePageSize(known)
  const page = { page: frame + 1, label: null, ...size, text: '', words: noWords(), blocks: [] }
  if (!recogniser?.isReady) return { ...page, state: 'empty', reason: pageReason('picture') }
  const image = await decoded(bytes, frame, known)
  if (!image) return { ...page, state: 'failed', reason: pageReason('damagedImage') }
  const found = await recogniser.recognise(image, size)
  return found
    ? { ...page, ...found, state: 'ocr', reason: null }
    : { ...page, state: 'empty', reason: pageReason('noPrintInPicture') }
}

/** What can be decoded of a damaged image is still worth reading; null when nothing can. */
async function decoded(bytes: Buffer, frame: number, { width, height }: ImageFacts): Promise<GrayImage | null> {
  const scale = Math.min(MOST_ENLARGED, Math.max(1, GOOD_PIXELS / Math.max(width, height)))
  try {
    return await decodeGray(bytes, { frame, scale })
  } catch {
    return decodeGray(bytes, { frame, scale, lenient: true }).catch(() => null)
  }
}

const POINTS_AN_INCH = 72

/** Cameras and screens write 72 or 96 whatever they mean; scanners write from 100 to 1200. */
const [LEAST_DPI, MOST_DPI] = [100, 1200]

/** The longer side of A4, which most papers that are photographed are about as long as. */
const A4_POINTS = 842

/**
 * The size of an image in points: that of the sheet where the file has a scanner's resolution, else as long as A4. Only
 * the shares matter to a window that draws boxes over the image; the points keep letters at the size that they have in
 * print, by which headings are told.
 */
function imagePageSize({ width, height, dpi }: ImageFacts): { readonly width: number; readonly height: number } {
  const isScan = dpi !== null && dpi >= LEAST_DPI && dpi <= MOST_DPI
  const points = isScan ? POINTS_AN_INCH / dpi : A4_POINTS / Math.max(width, height)
  return { width: width * points, height: height * points }
}
