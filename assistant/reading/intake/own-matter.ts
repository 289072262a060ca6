import { AssistantError } from '../../home/assistant-error.ts'
import type { OpenMatter, OpenMatters } from '../../home/open-matters.ts'

/**
 * Opens a matter to put files into it. A sample takes none, so that nobody's documents end up between invented ones. Throws `NOT_FOUND`,
 * and `WRONG_USE` for a sample.
 */
export async function openToAdd(matters: Pick<OpenMatters, 'open' | 'row'>, wanted: string): Promise<OpenMatter> {
  const { sample, matter } = matters.row(wanted)
  if (sample)
    throw new AssistantError(
      'WRONG_USE',
      `“${matter}” is a sample with invented documents and takes no others. Create a matter of your own for them. Nothing was added.`,
    )
  return matters.open(wanted)
}
