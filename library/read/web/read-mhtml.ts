import { joinBlocks, textBlocks } from '../join-blocks.ts'
import { damagedFailure } from '../read-failure.ts'
import { wholeDocument } from '../read-page.ts'
import { readsWhole } from '../read-source.ts'
import { addCounts, markupWarnings } from './markup-text.ts'
import { mimeParts } from './mime-parts.ts'
import { htmlText, withTitle } from './read-html.ts'
import { distinctWarnings } from '../distinct-warnings.ts'
import { warning } from '../read-warning.ts'

const PAGE = /^(text\/html|application\/xhtml\+xml)$/
/** What a page is made of besides its text. */
const LOOKS = /^(image|font|audio|video)\/|^text\/css|javascript|font|octet-stream/

/** A web page saved with its pictures in one file; pages shown in frames follow it. Throws `ReadFailedError`. */
export const readMhtml = readsWhole(({ bytes, limits }) => {
  const { parts, start } = mimeParts(bytes, limits)
  const pages = parts.filter(({ type }) => PAGE.test(type))
  const root = pages.find(({ contentId }) => start !== undefined && contentId === start) ?? pages[0]
  if (!root) throw damagedFailure('there is no page in it')
  const frames = pages.filter((part) => part !== root)
  const read = [root, ...frames].map((part) => htmlText(part.bytes(), limits, part))
  const [first, ...others] = read
  const { text, blocks } = joinBlocks([withTitle(first!), ...others].flatMap(textBlocks))
  const counts = read.map((page) => page.counts).reduce(addCounts)
  const files = parts.filter(({ type }) => !PAGE.test(type) && !LOOKS.test(type)).length
  const warnings = [
    ...distinctWarnings(read.flatMap((page) => page.encodingWarnings)),
    ...markupWarnings({ ...counts, frames: Math.max(0, counts.frames - frames.length) }),
  ]
  if (files > 0) warnings.push(warning('not-read', `${files} other files saved with the page were not read.`))
  return { page: wholeDocument(text, blocks, 'the page has no visible text'), warnings }
})
