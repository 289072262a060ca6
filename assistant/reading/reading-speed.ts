/**
 * Time left, from the speed measured in this run: bytes of documents that are done with, over the time they took. Null
 * before the first one has ended.
 */
export function createReadingSpeed(now: () => number) {
  let bytes = 0
  let ms = 0
  let begunAt = 0
  return {
    begin(): void {
      begunAt = now()
    },
    end(documentBytes: number): void {
      bytes += documentBytes
      ms += now() - begunAt
    },
    secondsLeft(bytesLeft: number): number | null {
      if (bytes === 0) return null
      return (bytesLeft * (ms / bytes)) / 1000
    },
  }
}
