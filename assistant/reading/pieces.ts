/** Hands pieces from whoever pushes them to whoever reads them, one at a time. */
export interface Pieces {
  /** Resolves when the piece has been dealt with: the reader asks for the next one. */
  push(piece: Uint8Array): Promise<void>
  end(): void
  read(): AsyncGenerator<Uint8Array, void, void>
}

type Waiting = { readonly piece: Uint8Array; readonly taken: () => void }

export function createPieces(): Pieces {
  const waiting: Waiting[] = []
  let isEnded = false
  let wake = () => {}
  return {
    push(piece) {
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.push({ piece, taken: resolve })
      wake()
      return promise
    },
    end() {
      isEnded = true
      wake()
    },
    async *read() {
      for (;;) {
        const next = waiting.shift()
        if (next) {
          yield next.piece
          next.taken()
        } else if (isEnded) return
        else
          await new Promise<void>((resolve) => {
            wake = resolve
          })
      }
    },
  }
}
