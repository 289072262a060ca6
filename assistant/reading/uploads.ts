import type { Answer } from '../../contract/answer.ts'
import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { Original } from '../../store/matter/originals.ts'
import { AssistantError } from '../assistant-error.ts'

/** Files that come in pieces from a page, which knows no paths. Pieces go straight into the encrypted store. */
export interface Uploads {
  /** Takes the next piece; gives the whole original with the last one. A broken upload leaves nothing. */
  take(store: MatterStore<Answer>, upload: string, chunk: Uint8Array, isLast: boolean): Promise<Original | null>
}

type Upload = { push(chunk: Uint8Array | null): void; readonly original: Promise<Original> }

const OPEN_AT_MOST = 16

export function createUploads(): Uploads {
  const open = new Map<string, Upload>()
  return {
    async take(store, upload, chunk, isLast) {
      const known = open.get(upload) ?? begin(store)
      if (!open.has(upload) && open.size >= OPEN_AT_MOST)
        throw new AssistantError(
          'WRONG_USE',
          `More than ${OPEN_AT_MOST} files are being sent at once. Send the rest after these.`,
        )
      open.set(upload, known)
      known.push(chunk)
      if (!isLast) return null
      open.delete(upload)
      known.push(null)
      return known.original
    },
  }
}

function begin(store: MatterStore<Answer>): Upload {
  const waiting: (Uint8Array | null)[] = []
  let wake = () => {}
  async function* pieces() {
    for (;;) {
      const piece = waiting.shift()
      if (piece === null) return
      if (piece) yield piece
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  }
  const original = store.originals.write(pieces(), 'application/octet-stream')
  // Reported with the last piece; until then nobody listens.
  original.catch(() => {})
  return {
    original,
    push(piece) {
      waiting.push(piece)
      wake()
    },
  }
}
