import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

type Axe = {
  run(options: {
    readonly resultTypes: readonly 'violations'[]
  }): Promise<{ violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] }>
}

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds on the page as it is, of any impact; none is let pass. Colours that are on their way are waited for. */
export async function expectNoViolations(page: Page, where: string): Promise<void> {
  // Evaluated by the browser's debugger, so that the page's content policy does not stop it.
  await page.evaluate(await readFile(SOURCE, 'utf8'))
  const found = await page.evaluate(async () => {
    const ends = (one: Animation) =>
      one.playState === 'running' && Number.isFinite(one.effect?.getComputedTiming().endTime)
    // One that is cut off by another rejects, and has ended all the same.
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(ends)
        .map(({ finished }) => finished),
    )
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({
      // What passes would be described as well, which takes longer than to look.
      resultTypes: ['violations'],
    })
    return violations.map(
      ({ id, impact, nodes }) =>
        `${id} (${impact}): ${nodes
          .map(({ html, failureSummary }) => `${html} ${failureSummary}`)
          .join(' | ')
          .slice(0, 500)}`,
    )
  })
  expect(found, where).toEqual([])
}
