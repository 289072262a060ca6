import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { commandReference } from '../cli/command-reference.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
const files = [...new Set(listed.split('\n'))].filter((file) => file !== '' && existsSync(join(ROOT, file)))
const PAGES = files.filter((file) => /^(?:[A-Z_]+|(?:docs|\.github)\/.+)\.md$/.test(file))
const CODE = files.filter((file) => /\.(?:tsx?|mjs)$/.test(file))

/** Folders of the repository that a page or comment may name. */
const FOLDERS = new Set(files.map((file) => file.split('/')[0] ?? ''))

/** `assistant/answers/ask.ts`, `docs/models.md`: what is written between backticks and begins with a folder of ours. */
function citedFiles(text: string): readonly string[] {
  const all = [...text.matchAll(/`([a-z][\w.-]*(?:\/[\w.*-]+)+\/?)`/g)].map(([, path = '']) => path)
  return all.filter(
    (path) => FOLDERS.has(path.split('/')[0] ?? '') && /\/$|\.[a-z]+$/.test(path) && !path.includes('*'),
  )
}

function comments(code: string): string {
  return code
    .split('\n')
    .filter((line) => /^\s*(?:\/\/|\*|\/\*\*)/.test(line))
    .join('\n')
}

describe('the documents', () => {
  test.for(PAGES)('%s links to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to)
    const gone = links.filter((to) => !/^[a-z]+:/.test(to) && !existsSync(join(ROOT, dirname(page), to)))
    expect(gone).toEqual([])
  })

  test.for(PAGES)('%s names files and folders that are there', (page) => {
    expect(citedFiles(read(page)).filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  test.for(PAGES)('%s names no source file that is not there', (page) => {
    const names = [...read(page).matchAll(/`(?:[\w.-]+\/)*([a-z][\w-]*\.(?:tsx?|mjs))`/g)].map(([, name = '']) => name)
    const there = new Set(CODE.map((file) => basename(file)))
    expect(names.filter((name) => !there.has(name))).toEqual([])
  })

  test('no comment cites a page or a file that is not there', () => {
    const gone = CODE.flatMap((file) => {
      const said = comments(read(file))
      const pages = [...said.matchAll(/`([a-z-]+\.md)`/g)].map(([, page = '']) => page)
      const absent = citedFiles(said).filter((path) => !existsSync(join(ROOT, path)))
      return [...pages, ...absent].map((path) => `${file}: ${path}`)
    })
    expect(gone).toEqual([])
  })

  test.for(PAGES)('%s names measurements that there are', (page) => {
    const named = [...read(page).matchAll(/npm run bench -- ([a-z][\w-]*)/g)].map(([, name = '']) => name)
    const measures = read('bench/main.ts')
    expect(named.filter((name) => !new RegExp(`^  '?${name}'?: measure`, 'm').test(measures))).toEqual([])
  })

  test('the reference of the command line says what the program says', () => {
    expect(read('docs/commands.md')).toBe(commandReference())
  })

  test('the README fits on a few screens', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(121)
  })
})
