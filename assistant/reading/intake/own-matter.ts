import { Failure } from '../../../wording/failure.ts'
import { message } from '../../../wording/message.ts'
import type { OpenMatter, OpenMatters } from '../../home/open-matters.ts'

/**
 * Opens a matter to put files into it. A sample takes none, so that nobody's documents end up between invented ones. Throws `NOT_FOUND`,
 * and `WRONG_USE` for a sample.
 */
export async function openToAdd(matters: Pick<OpenMatters, 'open' | 'row'>, wanted: string): Promise<OpenMatter> {
  const { sample, matter } = matters.row(wanted)
  if (sample) throw new Failure('WRONG_USE', message('failures.matters.isSample', { matter }))
  return matters.open(wanted)
}
