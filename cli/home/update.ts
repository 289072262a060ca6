import type { Command } from 'commander'
import type { AssistantClient } from '../../contract/index.ts'
import type { UpdateCheck, UpdateState } from '../../contract/update.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { dayWords, formatDate } from '../../wording/format-time.ts'
import { t } from '../../wording/translate.ts'
import type { Output } from '../output.ts'
import type { Run } from '../session.ts'

export function addUpdateCommand(program: Command, run: Run): void {
  program
    .command('update')
    .description('which version this is, and whether there is a newer one; asks only when you run it')
    .action(() => run(({ withAssistant, output }) => withAssistant((assistant) => tellUpdate(assistant, output))))
}

async function tellUpdate(assistant: AssistantClient, output: Output): Promise<void> {
  const state = await assistant.update.state()
  output.result(state, stateWords(state))
  if (state.host === null) return
  const found = await assistant.update.check()
  output.result(found, foundWords(found))
}

function stateWords({ version, host, copies, known }: UpdateState): string {
  const kept = copies
    ? `\nBefore the last update changed it, your data was copied to ${copies.folder} (${formatBytes(copies.bytes)}, ${formatDate(copies.madeAt)}). A matter is copied when it is first opened.`
    : ''
  const found =
    known?.outcome === 'newer' ? `\nThe check of ${formatDate(known.checkedAt)} found version ${known.version}.` : ''
  const asked = host === null ? `\n${t('failures.updates.noAddress')}` : ''
  return `Version ${version}${kept}${found}${asked}`
}

function foundWords({ outcome, version, running, host, published, page }: UpdateCheck): string {
  if (outcome === 'same') return `Version ${running} is the newest.`
  if (outcome === 'older')
    return `${host} offers version ${version}, which is older than version ${running}. Do not install it.`
  return `Version ${version} of ${dayWords(published)} is available: ${page}`
}
