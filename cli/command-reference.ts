import type { Argument, Command, Option } from 'commander'
import { createOutput } from './output.ts'
import { createProgram } from './program.ts'

const HEAD = `# Commands

Written by \`node scripts/make-command-reference.ts\` from the program; do not edit. \`npm run consilium -- COMMAND\` runs one from a checkout.
Every command has \`--help\`, and \`--json\` for one JSON object a line on standard output.

Exit codes: 0 done · 1 ran, and something is wrong · 2 wrong use · 3 no such thing · 4 locked or wrong key · 5 no usable model ·
6 refused by the privacy switch, or not approved · 7 in use by another process · 130 interrupted.
`

/** The command line as a page of the docs, from the same definitions that parse it. */
export function commandReference(): string {
  const output = createOutput(false, process.stdout, process.stderr)
  const options = { root: new URL('../', import.meta.url), env: {}, signal: new AbortController().signal, version: '' }
  const program = createProgram(output, options, { code: 0 })
  return [HEAD, '## Every command\n', optionTable(program.options), ...program.commands.map((one) => section(one, []))]
    .filter((part) => part !== '')
    .join('\n')
}

function section(command: Command, above: readonly string[]): string {
  const words = [...above, command.name()]
  const below = command.commands.filter((one) => one.name() !== 'help')
  const takes = [words.join(' '), ...command.registeredArguments.map(shown)].join(' ')
  return [
    `${'#'.repeat(above.length + 2)} ${words.join(' ')}\n`,
    `\`consilium ${takes}\`: ${command.description()}.\n`,
    argumentList(command.registeredArguments),
    optionTable(command.options),
    ...below.map((one) => section(one, words)),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

function shown(argument: Argument): string {
  const name = `${argument.name().toUpperCase()}${argument.variadic ? '…' : ''}`
  return argument.required ? name : `[${name}]`
}

function argumentList(all: readonly Argument[]): string {
  const described = all.filter(({ description }) => description)
  return described.map((one) => `- \`${shown(one)}\`: ${one.description}\n`).join('')
}

function optionTable(all: readonly Option[]): string {
  const visible = all.filter(({ hidden }) => !hidden)
  if (visible.length === 0) return ''
  const rows = visible.map(({ flags, description }) => `| \`${cell(flags)}\` | ${cell(description)} |`)
  return `${['| option | does |', '|---|---|', ...rows].join('\n')}\n`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
