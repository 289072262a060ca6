import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

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

/**
 * The headers under which the window's page runs, in the browser and under Electron's `app://` alike (`docs/hosts.md`).
 * `wasm-unsafe-eval`: pdf.js decodes JBIG2 and JPEG 2000 in WebAssembly; scans stay blank without it. `blob:`:
 * pictures that are documents come over the contract, as bytes without an address. `nonce` lets Radix add its style
 * elements; it is new for every response.
 */
export function securityHeaders(nonce?: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  }
}
