import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FileServer extends AsyncDisposable {
  readonly address: string
  /** The `Range` header of each request, or null. */
  readonly ranges: (string | null)[]
}

type Answer = (request: IncomingMessage, response: ServerResponse, call: number) => void

/** A web server on loopback that answers as a test wants; `call` counts the requests from 0. */
export async function serveFiles(answer: Answer): Promise<FileServer> {
  const ranges: (string | null)[] = []
  const server = createServer((request, response) => {
    ranges.push(request.headers.range ?? null)
    answer(request, response, ranges.length - 1)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/model.gguf`,
    ranges,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Answers as a good server does, ranges included. */
export function sendFile(bytes: Buffer, request: IncomingMessage, response: ServerResponse): void {
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
  if (start >= bytes.length && start > 0) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end('no such range')
    return
  }
  const rest = bytes.subarray(start)
  const range = request.headers.range ? { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` } : {}
  response.writeHead(request.headers.range ? 206 : 200, { 'content-length': rest.length, ...range }).end(rest)
}
