import { styleText } from 'node:util'
import { isMessage } from '../wording/message.ts'
import { wordsWithCommand } from './next-command.ts'
import { visibleControls } from '../contract/visible-controls.ts'

type Style = Parameters<typeof styleText>[0]

/** Where a command writes: results on standard output, progress and logs on standard error. */
export interface Output {
  readonly json: boolean
  /** One result: an object a line with `--json`, else its text for people (null: nothing to say). */
  result(value: object, text: string | null): void
  /** Text for people only. */
  text(text: string): void
  /** Progress and remarks; never mixed into the results. */
  note(text: string): void
  /** One line that is written over by the next; only on a terminal. */
  progress(text: string | null): void
  error(code: string, message: string, data?: unknown): void
  /** Colours only on a terminal. */
  style(style: Style, text: string): string
}

type Stream = { write(text: string): unknown; isTTY?: boolean | undefined; columns?: number | undefined }

/** Stands for the escape of our own colours until all others are made visible; no text has it (a noncharacter of Unicode). */
const OWN_ESCAPE = '\uFDD0'
const OWN_COLOUR = /\uFDD0(\[\d+(?:;\d+)*m)/g

/** What documents, models and servers say does nothing to the terminal: their control characters are signs there, and every space is one. */
function printable(text: string): string {
  const lines = text.split('\r\n').map((line) => visibleControls(line, '\n\t'))
  // Lines of a sheet end with both. A search of what was printed is for a space as it is typed.
  return withPlainSpaces(lines.join('\r\n')).replace(OWN_COLOUR, '\u001b$1')
}

/** What the engine says stands in the output as words, as on the terminal. */
function inWords(_key: string, value: unknown): unknown {
  return isMessage(value) ? withPlainSpaces(wordsWithCommand(value)) : value
}

/** As they are typed, for what is searched for in the output. */
export function withPlainSpaces(text: string): string {
  return text.replaceAll('\u00A0', ' ')
}

export function createOutput(json: boolean, out: Stream, err: Stream): Output {
  let shown = false
  const clear = () => {
    if (shown) err.write('\r\u001b[K')
    shown = false
  }
  return {
    json,
    result(value, text) {
      clear()
      if (json) out.write(`${JSON.stringify(value, inWords)}\n`)
      else if (text !== null) out.write(`${printable(text)}\n`)
    },
    text(text) {
      clear()
      if (!json) out.write(`${printable(text)}\n`)
    },
    note(text) {
      clear()
      err.write(`${printable(text)}\n`)
    },
    progress(text) {
      if (!err.isTTY) return
      clear()
      if (text === null) return
      err.write(printable(text.slice(0, (err.columns ?? 80) - 1)))
      shown = true
    },
    error(code, words, data) {
      clear()
      const message = withPlainSpaces(words)
      err.write(`error ${code}: ${printable(message)}\n`)
      if (json) out.write(`${JSON.stringify({ error: { code, message, data: data ?? null } }, inWords)}\n`)
    },
    style: (style, text) =>
      out.isTTY && !json ? styleText(style, visibleControls(text, '\n\t')).replaceAll('\u001b', OWN_ESCAPE) : text,
  }
}

const CELLS = 24

/** "████████░░░░ 62 %  about 2 min left": a bar for a share between 0 and 1. */
export function progressBar(share: number, secondsLeft: number | null): string {
  const part = Math.min(1, Math.max(0, share))
  const full = Math.round(part * CELLS)
  const left = secondsLeft === null ? '' : `  ${timeLeft(secondsLeft)} left`
  return `${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${String(Math.floor(part * 100)).padStart(3)} %${left}`
}

function timeLeft(seconds: number): string {
  if (seconds < 60) return `about ${Math.max(1, Math.round(seconds))} s`
  if (seconds < 3600) return `about ${Math.round(seconds / 60)} min`
  return `about ${(seconds / 3600).toFixed(1)} h`
}
