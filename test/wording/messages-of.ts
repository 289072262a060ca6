/** Every message of a language by its key, `ask.thread.copy`. */
export function messagesOf(part: object, key = ''): readonly [key: string, text: string][] {
  return Object.entries(part).flatMap(([name, value]: [string, string | object]) =>
    typeof value === 'string' ? [[`${key}${name}`, value] as [string, string]] : messagesOf(value, `${key}${name}.`),
  )
}
