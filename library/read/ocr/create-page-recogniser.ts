import type { FoundWord } from '../pdf/word-aligner.ts'
import type { OcrRequest, PageWords, ReadPage } from '../read-page.ts'
import {
  detectLanguage,
  type LanguageChoice,
  languageChoice,
  NO_DATA_WARNING,
  type OcrLanguage,
} from './ocr-languages.ts'
import type { Box, GrayImage } from './gray-image.ts'
import { layOutWords } from './lay-out-words.ts'
import { onWhitePaper, withoutLeaders, withoutRules } from './clean-image.ts'
import { recogniseWords } from './recognise-words.ts'
import type { PlacedWord, SeenWord } from './text-rows.ts'
import { type TextDirection, textDirection, type TurnedImage, turnImage } from './text-direction.ts'
import type { Notice } from '../../../contract/document.ts'

/** What was recognised, with boxes on the page as it is shown. */
export type RecognisedText = Pick<ReadPage, 'text' | 'words' | 'blocks'>

export interface PageRecogniser {
  /** False without any data: then nothing is recognised, and `warnings` says so. */
  readonly isReady: boolean
  /** About missing data. */
  readonly warnings: readonly Notice[]
  /** A page whose text is known: the language of the pages to come is most likely the same. */
  noteText(text: string): void
  /**
   * The text of a page of `size` (points, as shown) that looks like `image`; null when there is none. `own` are words the
   * page has in its text layer (points): they are kept, and what is recognised on top of them is dropped.
   */
  recognise(image: GrayImage, size: PageSize, own?: readonly FoundWord[]): Promise<RecognisedText | null>
}

export type PageSize = { readonly width: number; readonly height: number }

type Attempt = { readonly turned: TurnedImage; readonly words: readonly SeenWord[]; readonly confidence: number }

/** Upright print reads with 0.9 and more, upside down with less than 0.6 (the mean over letters). */
const SURE = 0.75
const ILLEGIBLE = 0.5
/** What reads worse than this is no print: photographs, handwriting, noise. */
const LEAST_CONFIDENCE = 0.6
/** A word below this is noise, and so is one without letters and digits below the second. */
const LEAST_WORD_CONFIDENCE = 0.25
const LEAST_MARK_CONFIDENCE = 0.7
/** Ruled lines of tables and forms. */
const RULE = /^[|¦_—]+$/
/** Two boxes show the same word when this much of the smaller is in the larger. */
const SAME_PLACE = 0.4

/** Recognises the pages of one document one after the other. */
export function createPageRecogniser(request: OcrRequest): PageRecogniser {
  const choice = languageChoice(request)
  const isReady = choice.chosen.length > 0 || choice.detectable.length > 0
  let expected: OcrLanguage = choice.detectable.includes('eng') ? 'eng' : (choice.detectable[0] ?? 'eng')

  const noteText = (text: string): void => {
    expected = detectLanguage(text, choice.detectable) ?? expected
  }
  const attempt = async (turned: TurnedImage, languages: readonly string[]): Promise<Attempt> => {
    const print = withoutLeaders(withoutRules(onWhitePaper(turned.image)))
    const words = (await recogniseWords(print, request.dataFolder, languages)).filter(isWord)
    return { turned, words, confidence: meanConfidence(words) }
  }

  return {
    isReady,
    warnings: isReady ? choice.warnings : [NO_DATA_WARNING],
    noteText,
    async recognise(image, size, own = []) {
      const direction = textDirection(image)
      if (!isReady || !direction) return null
      const languages = choice.chosen.length > 0 ? choice.chosen : [expected]
      let best = await mostLegible(image, direction, (turned) => attempt(turned, languages))
      const language = otherLanguage(best, choice, languages[0]!)
      if (language) {
        best = await attempt(best.turned, [language])
        expected = language
      }
      return pageText(best, image, size, own)
    },
  }
}

/**
 * Which side of the page is up shows only in how well it reads: first as the lines lie, then upside down, and at last, where
 * nothing legible came of that, with the lines the other way.
 */
async function mostLegible(
  image: GrayImage,
  { sideways, skewDegrees }: TextDirection,
  attempt: (turned: TurnedImage) => Promise<Attempt>,
): Promise<Attempt> {
  const likely = sideways ? 1 : 0
  let best = await attempt(turnImage(image, likely, skewDegrees))
  const tryTurn = async (quarters: number, skew: number): Promise<void> => {
    const other = await attempt(turnImage(image, quarters, skew))
    if (other.confidence > best.confidence) best = other
  }
  if (best.confidence < SURE) await tryTurn(likely + 2, skewDegrees)
  if (best.confidence >= ILLEGIBLE) return best
  await tryTurn(likely + 1, 0)
  if (best.confidence < SURE) await tryTurn(likely + 3, 0)
  return best
}

/** Whether the page is in another language than it was recognised with. */
function otherLanguage({ words }: Attempt, choice: LanguageChoice, used: string): OcrLanguage | null {
  if (choice.chosen.length > 0) return null
  const found = detectLanguage(words.map(({ text }) => text).join(' '), choice.detectable)
  return found === used ? null : found
}

function isWord({ text, confidence }: SeenWord): boolean {
  if (RULE.test(text)) return false
  return confidence >= (/[\p{L}\p{N}]/u.test(text) ? LEAST_WORD_CONFIDENCE : LEAST_MARK_CONFIDENCE)
}

/**
 * The mean over letters. Tesseract also reads lines that run up and down the page, as it can; on a page that lies on its
 * side that is worth nothing.
 */
function meanConfidence(words: readonly SeenWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  const sure = words.reduce((sum, word) => sum + (isUpAndDown(word) ? 0 : word.text.length * word.confidence), 0)
  return letters === 0 ? 0 : sure / letters
}

function isUpAndDown({ text, width, height }: SeenWord): boolean {
  return text.length >= 4 && height > width
}

/** A word where it was recognised or where its page has it, and where it stands on the upright page. */
type PageWord = { readonly onPage: Box; readonly confidence: number; readonly upright: PlacedWord }

const CERTAIN = 100

function pageText(best: Attempt, image: GrayImage, size: PageSize, own: readonly FoundWord[]): RecognisedText | null {
  const { boxBefore, boxAfter } = best.turned
  const points = size.width / image.width
  const isNew = (word: SeenWord) => !own.some((box) => isSamePlace(scaled(boxBefore(word), points), box))
  const added = best.words.filter(isNew)
  // Words that the page has itself would lend their confidence to the noise between them.
  if (meanConfidence(added) < LEAST_CONFIDENCE) return null
  const seen = added.map(
    (word): PageWord => ({
      onPage: scaled(boxBefore(word), points),
      confidence: Math.round(word.confidence * 100),
      upright: { ...scaled(word, points), text: word.text },
    }),
  )
  const kept = own.map(
    (word): PageWord => ({
      onPage: word,
      confidence: CERTAIN,
      upright: { ...scaled(boxAfter(scaled(word, 1 / points)), points), text: word.text },
    }),
  )
  return laidOut([...kept, ...seen])
}

function laidOut(words: readonly PageWord[]): RecognisedText {
  const { text, blocks, order, starts, ends } = layOutWords(words.map(({ upright }) => upright))
  const written = order.map((index) => words[index]!)
  const onPage: PageWords = {
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    boxes: Float32Array.from(written.flatMap(({ onPage: { x, y, width, height } }) => [x, y, width, height])),
    confidences: Uint8Array.from(written.map(({ confidence }) => confidence)),
  }
  return { text, words: onPage, blocks }
}

function scaled({ x, y, width, height }: Box, by: number): Box {
  return { x: x * by, y: y * by, width: width * by, height: height * by }
}

function isSamePlace(one: Box, other: Box): boolean {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  const smaller = Math.min(one.width * one.height, other.width * other.height)
  return width > 0 && height > 0 && width * height >= SAME_PLACE * smaller
}
