import { isMessage, type Message, type MessageKey } from '../wording/message.ts'
import { messageText } from '../wording/message-text.ts'
import type { ErrorCode } from '../wording/failure.ts'

/** What the engine leaves to each surface to say: by which command it is done here. */
const OF_MESSAGE: Readonly<Partial<Record<MessageKey, string>>> = {
  'failures.packs.unknown': 'To see them: consilium packs',
  'failures.facts.needsPack': 'To choose one: consilium packs use MATTER NAME',
  'failures.facts.noWordsToFind': 'To choose one: consilium packs use MATTER NAME',
  'failures.rules.noCalculator': 'To see them: consilium calc',
  'failures.rules.packsWithErrors': 'To see them all: consilium rules check PACK',
  'failures.rules.packsWithError': 'To see them all: consilium rules check PACK',
  'failures.references.unknown': 'To see them: consilium reference list',
  'failures.references.nameTaken': 'To remove it: consilium reference remove NAME',
  'failures.references.notBuilt': 'To build it: consilium reference build NAME PATH... --address ADDRESS',
  'failures.references.otherEmbedder':
    'To install it: consilium models get ID. To attach for words alone: consilium reference attach NAME ADDRESS --words-only',
  'failures.references.noEmbedderHere':
    'To install it: consilium models get ID. To attach for words alone: consilium reference attach NAME ADDRESS --words-only',
  'failures.references.credentials': 'To give them: --key-id ID',
  'failures.outgoing.sendingForbidden': 'To allow it: consilium matter sending MATTER on',
  'failures.outgoing.forbidden': 'To allow it: consilium matter sending MATTER on',
  'failures.opinions.noOwnList':
    'To have them ranked: consilium opinion MATTER QUESTION --provider NAME --consent HASH --rank',
  'failures.models.unknown': 'To see them: consilium models',
  'failures.models.isAdapter': 'To attach it: consilium models lora MODEL FILE',
  'failures.models.noAdapter': 'To take it in: consilium models import FILE',
  'failures.home.restoreIntoEmpty': 'To name one: --home FOLDER',
  'models.damage.adapterRecord': 'To do so: consilium models lora MODEL FILE, or consilium models lora MODEL --remove',
  'models.damage.adapterMissing': 'To do so: consilium models lora MODEL FILE, or consilium models lora MODEL --remove',
  'models.damage.adapterSize': 'To do so: consilium models lora MODEL FILE, or consilium models lora MODEL --remove',
  'unread.advice.allowLibreOffice': 'To turn it on: consilium add MATTER PATH... --libreoffice on',
}

/** For the messages of a kind that have none of their own. */
const OF_CODE: Readonly<Partial<Record<ErrorCode, string>>> = {
  NO_MODEL: 'To see models and get one: consilium models',
  OFFLINE: 'To switch it on: consilium network on',
}

/** What a message says, and by which command that is done. */
export function wordsWithCommand(said: Message): string {
  return joined(messageText(said), commandOf(said))
}

/** The words of a failure, as they came, and by which command something is done about it. */
export function failureWithCommand(code: ErrorCode, words: string, said: Message | null): string {
  return joined(words, (said && commandOf(said)) ?? OF_CODE[code] ?? null)
}

/** Of the message, or of one that it holds, as the advice in what is said of a file. */
function commandOf({ key, values }: Message): string | null {
  if (Object.hasOwn(OF_MESSAGE, key)) return OF_MESSAGE[key as MessageKey] ?? null
  for (const value of Object.values(values)) {
    const command = isMessage(value) ? commandOf(value) : null
    if (command !== null) return command
  }
  return null
}

function joined(words: string, command: string | null): string {
  return command === null ? words : `${words} ${command}`
}
