import { fitWords } from '../../contract/model.ts'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CatalogueModel, readCatalogue } from '../../models/catalogue.ts'
import {
  type Computer,
  describeComputer,
  freeMemory,
  physicalCores,
  threadsFor,
  totalMemory,
} from '../../models/computer.ts'
import { fitModel } from '../../models/fit.ts'
import { NO_GRAPHICS } from '../../models/local/probe-graphics.ts'

const GB = 2 ** 30

function thread(socket: number, core: number): string {
  return `processor\t: 0\nphysical id\t: ${socket}\ncore id\t\t: ${core}\n`
}

function model(id: string): CatalogueModel {
  const found = readCatalogue().find((each) => each.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

describe('cores', () => {
  test('are counted once, however many threads share them', () => {
    const cpuinfo = [thread(0, 0), thread(0, 1), thread(0, 0), thread(0, 1), thread(1, 0), thread(1, 0)].join('\n')
    expect(physicalCores(cpuinfo, 'linux', 'x64', 6)).toBe(3)
  })

  test('are guessed from the threads where nothing tells', () => {
    expect(physicalCores('', 'linux', 'arm64', 8)).toBe(8)
    expect(physicalCores('', 'darwin', 'arm64', 8)).toBe(8)
    expect(physicalCores('', 'darwin', 'x64', 8)).toBe(4)
    expect(physicalCores('', 'win32', 'x64', 12)).toBe(6)
  })

  test('leave one to everything else, but for the last', () => {
    expect([1, 2, 8].map(threadsFor)).toEqual([1, 1, 7])
  })
})

describe('memory', () => {
  let root: string

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'memory-'))
    await mkdir(join(root, 'proc/self'), { recursive: true })
    await writeFile(join(root, 'proc/meminfo'), 'MemTotal:  16000000 kB\nMemAvailable:    8000000 kB\n')
  })

  afterEach(async () => {
    await rm(root, { recursive: true })
  })

  async function limit(bytes: string): Promise<void> {
    const folder = join(root, 'sys/fs/cgroup/box')
    await mkdir(folder, { recursive: true })
    await writeFile(join(root, 'proc/self/cgroup'), '0::/box\n')
    await writeFile(join(folder, 'memory.max'), `${bytes}\n`)
    await writeFile(join(folder, 'memory.current'), `${3 * GB}\n`)
    await writeFile(join(folder, 'memory.stat'), `anon ${GB}\ninactive_file ${2 * GB}\nactive_file 0\n`)
  }

  test('is what the system can give', async () => {
    expect(await freeMemory(root)).toBe(8_000_000 * 1024)
  })

  test('is no more than a container may have, whose mapped files are given up at need', async () => {
    await limit(String(4 * GB))
    expect(await freeMemory(root)).toBe(3 * GB)
    expect(await totalMemory(root)).toBe(4 * GB)
  })

  test('is not limited by a container without a limit', async () => {
    await limit('max')
    expect(await freeMemory(root)).toBe(8_000_000 * 1024)
  })

  test('of this computer adds up', async () => {
    const computer = await describeComputer(root, NO_GRAPHICS)
    expect(computer.freeBytes).toBeGreaterThan(0)
    expect(computer.freeBytes).toBeLessThanOrEqual(computer.memoryBytes)
    expect(computer.threads).toBe(threadsFor(computer.cores))
    expect(computer.diskFreeBytes).toBeGreaterThan(0)
  })
})

describe('what fits', () => {
  const computer: Computer = {
    cores: 8,
    threads: 7,
    memoryBytes: 16 * GB,
    freeBytes: 10 * GB,
    diskFreeBytes: 100 * GB,
    graphics: null,
    graphicsFault: null,
  }
  const large = model('qwen3.5-9b-q4_k_m')
  const small = model('qwen2.5-coder-1.5b-instruct-q4_k_m')

  test('counts file, context and room to work', () => {
    expect(fitModel(small, 4096, computer)).toEqual({
      verdict: 'yes',
      reason: 'fits',
      needBytes: 1_117_320_768 + 4096 * 28672 + 500_000_000,
      memoryBytes: 16 * GB,
      freeBytes: 10 * GB,
      threads: 7,
      tokensPerSecond: expect.closeTo(37.6, 1),
    })
    expect(fitWords(fitModel(small, 4096, computer))).toBe('It needs 1.6 GB of memory, and 10 GB are free.')
  })

  test('says no when the system would have no room left', () => {
    const fit = fitModel(large, 8192, { ...computer, memoryBytes: 8 * GB, freeBytes: 7 * GB })
    expect(fit).toMatchObject({ verdict: 'no', reason: 'memory' })
    expect(fitWords(fit)).toContain('8 GB')
  })

  test('says that other programs stand in the way', () => {
    const fit = fitModel(large, 8192, { ...computer, freeBytes: 2 * GB })
    expect(fit).toMatchObject({ verdict: 'slow', reason: 'free' })
    expect(fitWords(fit)).toContain('Close other programs')
  })

  test('says when a model will be slow, unless a graphics processor does the work', () => {
    const weak = { ...computer, cores: 2, threads: 1 }
    const fit = fitModel(large, 8192, weak)
    expect(fit).toMatchObject({ verdict: 'slow', reason: 'cores' })
    expect(fitWords(fit)).toContain('1 core')
    expect(fitModel(large, 8192, { ...weak, graphics: 'metal' }).verdict).toBe('yes')
    expect(fitModel(small, 8192, weak).verdict).toBe('yes')
  })
})
