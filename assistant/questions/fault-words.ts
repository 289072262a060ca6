import * as z from 'zod'

/** What is wrong with a value, on one line: `Invalid input: expected string, received undefined at question; …`. */
export function faultWords(error: z.ZodError): string {
  return z
    .prettifyError(error)
    .replace(/^✖ /, '')
    .replace(/\s*\n✖ /g, '; ')
    .replace(/\s*\n\s*→ /g, ' ')
    .replace(/\s+/g, ' ')
}
