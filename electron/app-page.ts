import { pageFile, securityHeaders } from '../host/page-file.ts'

/** Where the window's page lives; no server and no network stand behind it. */
export const PAGE_URL = 'app://ui/'
const PAGE_ORIGIN = 'app://ui'

/** To be registered before Electron is ready. No code cache: it would put files of the session on the disk. */
export const PAGE_SCHEME: Electron.CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true },
}

/** Answers requests for `app://` with files of `folder`, under the same headers as the browser host. */
export function answerPageRequests(folder: string): (request: Request) => Promise<Response> {
  return async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    if (method !== 'GET' && method !== 'HEAD') return refuse(405)
    const file = host === 'ui' ? await pageFile(folder, pathname) : null
    if (!file) return refuse(404)
    return new Response(method === 'HEAD' ? null : new Uint8Array(file.body), { headers: file.headers })
  }
}

/** True for addresses of the window's own files and of what it made in memory. */
export function isOwnUrl(url: string): boolean {
  return url === PAGE_ORIGIN || url.startsWith(PAGE_URL) || url.startsWith(`blob:${PAGE_URL}`)
}

/** True for the window's page itself: only it may speak to the main process. */
export function isOwnFrame(frame: Pick<Electron.WebFrameMain, 'origin' | 'parent'> | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === PAGE_ORIGIN
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: securityHeaders() })
}
