import type { Page } from '@playwright/test'

/** Where the keyboard is. */
export type Focus = {
  readonly tag: string
  /** The label, else the text. */
  readonly name: string
  readonly value: string
  /** The line of the calculator's form, from 0; -1: none. */
  readonly row: number
  /** The label of the navigation that it is in. */
  readonly list: string | null
}

export function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const at = document.activeElement ?? document.body
    const rows = [...document.querySelectorAll('.calculators .frow')]
    return {
      tag: at.tagName.toLowerCase(),
      name: at.getAttribute('aria-label') ?? at.textContent.trim(),
      value: at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.value : '',
      row: rows.findIndex((row) => row.contains(at)),
      list: at.closest('nav')?.getAttribute('aria-label') ?? null,
    }
  })
}

/** Presses a key until the focus is where `isThere` says. Throws when that many presses do not lead there. */
export async function pressUntil(
  page: Page,
  key: string,
  isThere: (focus: Focus) => boolean,
  most = 250,
): Promise<Focus> {
  for (let pressed = 0; pressed <= most; pressed += 1) {
    const focus = await focusOf(page)
    if (isThere(focus)) return focus
    await page.keyboard.press(key)
  }
  throw new Error(`${key}, pressed ${most} times, does not lead there.`)
}
