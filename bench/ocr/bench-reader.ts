import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createRemoteReader } from '../../library/remote-reader.ts'
import type { OcrRequest, ReadPage, ReadResult } from '../../library/read/read-page.ts'
import { isAttached } from '../../library/read/read-source.ts'
import { forkChild } from '../../processes/fork-child.ts'
import { supervise } from '../../processes/supervise.ts'

/** `cpuSeconds` of the reader process, which other work on the computer does not stretch; null where there is no `/proc`. */
export type TimedPage = { readonly page: ReadPage; readonly seconds: number; readonly cpuSeconds: number | null }
export type TimedRead = {
  readonly pages: readonly TimedPage[]
  readonly result: ReadResult
  readonly peakMb: number | null
}

/** Reads through the reader process as the app does, page by page against the clock. */
export function createBenchReader() {
  let pid: number | undefined
  const process = supervise('reader', () => {
    const child = forkChild(fileURLToPath(new URL('../../library/reader.ts', import.meta.url)), { heapMb: 512 })
    pid = child.pid
    return child
  })
  const reader = createRemoteReader(process)
  return {
    /** Throws `ReadFailedError`. */
    async read(name: string, bytes: Buffer, ocr?: OcrRequest): Promise<TimedRead> {
      const reading = reader.read({ name, sizeBytes: bytes.length, chunks: () => [bytes], ocr })
      const pages: TimedPage[] = []
      for (;;) {
        const startedMs = performance.now()
        const cpuBefore = await cpuSeconds(pid)
        const next = await reading.next()
        if (next.done) return { pages, result: next.value, peakMb: await peakMb(pid) }
        if (isAttached(next.value)) continue
        const cpuAfter = await cpuSeconds(pid)
        const cpu = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore
        pages.push({ page: next.value, seconds: (performance.now() - startedMs) / 1000, cpuSeconds: cpu })
      }
    },
    [Symbol.asyncDispose]: () => process[Symbol.asyncDispose](),
  }
}

/** The most memory that the process has held; Linux only. */
async function peakMb(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1000)
}

/** Fields 14 and 15 of proc(5)'s stat, in ticks of a hundredth second, after the name in brackets. */
async function cpuSeconds(pid: number | undefined): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.length < 13 ? null : (Number(fields[11]) + Number(fields[12])) / 100
}
