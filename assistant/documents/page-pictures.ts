import { createRemoteReader } from '../../library/remote-reader.ts'
import type { PagePicture } from '../../library/read/image/page-picture.ts'
import { ReadFailedError } from '../../library/read/read-failure.ts'
import type { Supervised } from '../../processes/supervise.ts'
import { AssistantError } from '../assistant-error.ts'
import type { OpenMatter } from '../open-matters.ts'

/** Pages of images that a window cannot draw by itself. */
export interface PagePictures {
  /** Throws `WRONG_USE`, with the reason, for a page that cannot be drawn. */
  draw(matter: OpenMatter, sha256: string, page: number, signal?: AbortSignal): Promise<PagePicture>
}

const CHUNK_BYTES = 2 ** 20
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
      const sizeBytes = store.originals.find(sha256)?.bytes ?? 0
      const source = {
        name: '',
        sizeBytes,
        *chunks() {
          for (let from = 0; from < sizeBytes; from += CHUNK_BYTES)
            yield store.originals.read(sha256, from, from + CHUNK_BYTES)
        },
      }
      try {
        return await picture(source, page, signal)
      } catch (error) {
        if (!(error instanceof ReadFailedError)) throw error
        throw new AssistantError('WRONG_USE', error.failure.message, { cause: error })
      } finally {
        drawing -= 1
        if (drawing === 0) idle = setTimeout(() => process.state === 'ready' && process.stop(), IDLE_MS).unref()
      }
    },
  }
}
