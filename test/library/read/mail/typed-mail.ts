/** A message with these header lines and this body, its lines ended as in mail. */
export function typedMail(header: string, body: string): Buffer {
  return Buffer.from(`${header.trim()}\n\n${body}`.replace(/\r?\n/g, '\r\n'))
}

export type TypedPart = { readonly header: string; readonly body: string }

/** A message or part of several parts: the header lines to go with it, and its body. */
export function typedParts(subtype: string, boundary: string, parts: readonly TypedPart[]): TypedPart {
  const bodies = parts.map(({ header, body }) => `--${boundary}\n${header}\n\n${body}\n`)
  return {
    header: `Content-Type: multipart/${subtype}; boundary="${boundary}"`,
    body: `${bodies.join('')}--${boundary}--\n`,
  }
}

export const plain = (body: string): TypedPart => ({ header: 'Content-Type: text/plain; charset=utf-8', body })
export const html = (body: string): TypedPart => ({ header: 'Content-Type: text/html; charset=utf-8', body })

/** A file in base64, under the given further header lines. */
export function file(type: string, bytes: Buffer, ...lines: readonly string[]): TypedPart {
  const header = [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...lines].join('\n')
  return { header, body: bytes.toString('base64').replace(/.{76}/g, '$&\n') }
}
