import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { securityHeaders } from './security-headers.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

export type PageFile = { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer }

/**
 * A file of the built window for the path of a URL, with its headers; null when there is none or the path leads out of
 * `folder`. In HTML the placeholder `__CSP_NONCE__` becomes a nonce used for this one response.
 */
export async function pageFile(folder: string, urlPath: string): Promise<PageFile | null> {
  const path = decodePath(urlPath)
  if (path === null) return null
  const file = join(folder, path === sep ? 'index.html' : path)
  if (!file.startsWith(folder + sep)) return null
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) return null
  const mediaType = MEDIA_TYPES[extname(file)] ?? 'application/octet-stream'
  const body = await readFile(file)
  if (extname(file) !== '.html') return { headers: { ...securityHeaders(), 'content-type': mediaType }, body }
  const nonce = randomBytes(16).toString('base64')
  return {
    headers: { ...securityHeaders(nonce), 'content-type': mediaType },
    body: Buffer.from(body.toString('utf8').replaceAll('__CSP_NONCE__', nonce)),
  }
}

function decodePath(urlPath: string): string | null {
  try {
    const path = normalize(decodeURIComponent(new URL(urlPath, 'app://ui').pathname))
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}
