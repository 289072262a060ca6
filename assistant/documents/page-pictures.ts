import { createRemoteReader } from '../../library/remote-reader.ts'
import type { PagePicture } from '../../library/read/image/page-picture.ts'
import { ReadFailedError } from '../../library/read/read-failure.ts'
import type { Supervised } from '../../processes/supervise.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { originalContent } from '../reading/read-text-version.ts'
import { Failure } from '../../wording/failure.ts'

/** Pages of images that a window cannot draw by itself. */
export interface PagePictures {
  /** Throws `WRONG_USE`, with the reason, for a page that cannot be drawn. */
  draw(matter: OpenMatter, sha256: string, page: number, signal?: AbortSignal): Promise<PagePicture>
}

/** Whoever leafs on comes back soon; afterwards its process is not worth its memory. */
const IDLE_MS = 30_000

export function createPagePictures(process: Supervised): PagePictures {
  const { picture } = createRemoteReader(process)
  let idle: NodeJS.Timeout | undefined
  let drawing = 0
  return {
    async draw({ store }, sha256, page, signal) {
      clearTimeout(idle)
      drawing += 1
      try {
        return await picture(originalContent(store, sha256, ''), page, signal)
      } catch (error) {
        if (!(error instanceof ReadFailedError)) throw error
        throw new Failure('WRONG_USE', error.failure.message, { cause: error })
      } finally {
        drawing -= 1
        if (drawing === 0) idle = setTimeout(() => process.state === 'ready' && process.stop(), IDLE_MS).unref()
      }
    },
  }
}
