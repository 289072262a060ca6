/** How far the document is that is being read. */
export type UnderWay = { readonly bytes: number; readonly pages: number; readonly pagesDone: number }

export interface ReadingSpeed {
  /** A document is begun, of which `pagesDone` pages are there from before. */
  begin(pagesDone: number): void
  end(documentBytes: number): void
  /**
   * For the rest of the document under way and `bytesWaiting` of others. Null before anything is known: neither has a document
   * ended, nor has a page of this one.
   */
  secondsLeft(bytesWaiting: number, underWay: UnderWay | null): number | null
}

/**
 * Time left, from the speed measured in this run: bytes of documents that are done with over the time they took, and for the
 * document under way its own pages, because a scan takes a hundred times as long as a text of the same size.
 */
export function createReadingSpeed(now: () => number): ReadingSpeed {
  let bytes = 0
  let ms = 0
  let begun = { atMs: 0, pagesDone: 0 }

  /** For each page of the document under way, as its first ones went; null before one is read, or where their number is not known. */
  function msPerPage({ pages, pagesDone }: UnderWay): number | null {
    const read = pagesDone - begun.pagesDone
    return read <= 0 || pages <= pagesDone ? null : (now() - begun.atMs) / read
  }

  function restMs(underWay: UnderWay, msPerByte: number): number {
    const perPage = msPerPage(underWay)
    if (perPage !== null) return perPage * (underWay.pages - underWay.pagesDone)
    const elapsedMs = now() - begun.atMs
    // One that takes longer than expected is thought to be two thirds done: "0 s left" for minutes would be no news.
    return Math.max(underWay.bytes * msPerByte - elapsedMs, elapsedMs / 2)
  }

  return {
    begin(pagesDone) {
      begun = { atMs: now(), pagesDone }
    },
    end(documentBytes) {
      bytes += documentBytes
      ms += now() - begun.atMs
    },
    secondsLeft(bytesWaiting, underWay) {
      const perPage = underWay && msPerPage(underWay)
      const ofThis = perPage === null || !underWay ? null : (perPage * underWay.pages) / Math.max(1, underWay.bytes)
      const msPerByte = bytes > 0 ? ms / bytes : ofThis
      if (msPerByte === null) return null
      return ((underWay ? restMs(underWay, msPerByte) : 0) + bytesWaiting * msPerByte) / 1000
    },
  }
}
