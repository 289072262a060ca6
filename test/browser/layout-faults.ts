import type { Page } from '@playwright/test'

/** Lines that show the beginning of something which a press opens whole, and names that give way in their middle. */
const PREVIEWS = '.evidence .snip, .evidence .part, .nav .hist span, .hits .q, .file-name > *'
/** Tables that the keyboard moves sideways, and pages of documents at the size that the reader chose. */
const MOVED_SIDEWAYS = '.table-scroll, .survey-scroll, .table-frame, .sheet-frame'

/** What is cut off, reaches beyond what holds it, or is a label on two lines, in the window as it stands. */
export function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ({ previews, movedSideways }) => {
      const isSeen = (one: Element) => one.checkVisibility() && one.getClientRects().length > 0
      const words = (one: Element) => `${one.className || one.tagName}: ${(one.textContent ?? '').trim().slice(0, 60)}`
      const isInPlace = (one: Element) => {
        const { position, marginRight, display } = getComputedStyle(one)
        return !['absolute', 'fixed'].includes(position) && Number.parseFloat(marginRight) >= 0 && display !== 'inline'
      }
      const hasText = (one: Element) =>
        [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      const isCut = (one: Element) => {
        const { overflowX, display } = getComputedStyle(one)
        const isBox = one.clientWidth > 0 && display !== 'inline'
        return isBox && one.scrollWidth > one.clientWidth + 1 && (overflowX !== 'visible' || hasText(one))
      }
      const reachesBeyond = (one: Element) => {
        const parent = one.parentElement
        if (!parent || !isInPlace(one) || getComputedStyle(parent).display === 'contents') return false
        if (getComputedStyle(parent).overflowX !== 'visible' || getComputedStyle(parent).display === 'inline')
          return false
        return one.getBoundingClientRect().right > parent.getBoundingClientRect().right + 1.5
      }
      const linesOf = (one: Element) => {
        const range = document.createRange()
        range.selectNodeContents(one)
        const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top)
        return tops.length > 0 && Math.max(...tops) - Math.min(...tops) > 8 ? 2 : 1
      }
      const rowsOf = (one: Element) =>
        new Set([...one.querySelectorAll('.btn')].map((button) => button.getBoundingClientRect().top)).size
      const all = [...document.body.querySelectorAll('*:not(svg *, option, script)')].filter(
        (one) => isSeen(one) && !one.closest(`[data-testid=page], ${previews}, .visually-hidden`),
      )
      const isWide = innerWidth >= 1200
      const root = document.documentElement
      return [
        ...(root.scrollWidth > innerWidth ? ['the window moves sideways'] : []),
        // Its columns move alone; a second bar beside theirs would move the whole window away.
        ...(root.scrollHeight > innerHeight ? ['the window moves up and down'] : []),
        ...all
          .filter((one) => !one.matches(`${movedSideways}, input, textarea, select`) && isCut(one))
          .map((one) => `cut: ${words(one)}`),
        ...all
          .filter((one) => !one.closest(movedSideways) && reachesBeyond(one))
          .map((one) => `reaches beyond: ${words(one)}`),
        ...all
          .filter((one) => one.matches('.btn, .tag, [role=tab], [role=radio]') && linesOf(one) > 1)
          .map((one) => `on two lines: ${words(one)}`),
        ...all
          .filter((one) => isWide && one.matches('.table-scroll') && one.scrollWidth > one.clientWidth)
          .map((one) => `moves sideways: ${words(one)}`),
        ...all
          .filter((one) => isWide && one.matches('td.act') && rowsOf(one) > 1)
          .map((one) => `actions in two rows: ${words(one)}`),
      ]
    },
    { previews: PREVIEWS, movedSideways: MOVED_SIDEWAYS },
  )
}
