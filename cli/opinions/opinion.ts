import { type Command, Option } from 'commander'
import type { AssistantClient } from '../../contract/index.ts'
import { DecisionOutcome } from '../../contract/opinions/decision.ts'
import { DateMode, FlagKind } from '../../contract/opinions/packet.ts'
import { checkBiasHere, compareOpinions, type ConferenceOptions, exportConference, rankHere } from './consultation.ts'
import { decideOpinion, type DecideOptions, lineNumber } from './decide-opinion.ts'
import { EXIT_SOMETHING_WRONG, wrongUse } from '../failures.ts'
import { type PacketOptions, sendPacket } from './send-packet.ts'
import type { Run, Session } from '../session.ts'
import { showConsultation } from './show-opinion.ts'
import { showPrepared } from './show-packet.ts'

type Options = {
  provider?: string
  compare?: boolean
  byRule?: boolean
  dryRun?: boolean
  consent?: string
  informed?: boolean
  swap?: boolean
  here?: boolean
  export?: string
  blindOnly?: boolean
  dates?: PacketOptions['dates']
  sources?: string
  mask?: string[]
  keep?: string[]
  maskGroup?: FlagKind[]
  keepGroup?: FlagKind[]
  remember?: boolean
  lookAgain?: boolean
  differential?: boolean
  rank?: boolean
  decide?: DecisionOutcome
  row?: number | 'first'
  right?: string
  card?: boolean
  lesson?: boolean
}

const EXAMPLES = `
Examples:
  consilium opinion "Hollis v Marlowe" "May he break the lease?" --provider Building --dry-run
  consilium opinion "Hollis v Marlowe" "May he break the lease?" --provider Building --dry-run --mask Marlowe --keep Notice
  consilium opinion "Hollis v Marlowe" "May he break the lease?" --provider Building --keep-group capital unit --remember
  consilium opinion "Hollis v Marlowe" "May he break the lease?" --provider Building --look-again
  consilium opinion "Hollis v Marlowe" "May he break the lease?" --provider Building --consent HASH
  consilium opinion "Hollis v Marlowe" "May he break the lease?" --compare
  consilium opinion "Hollis v Marlowe" "May he break the lease?" --swap --here
  consilium opinion "Hollis v Marlowe" "May he break the lease?" --decide second --row 2 --card
  consilium opinion "Hollis v Marlowe" "May he break the lease?" --decide second --row 2 --lesson
First the model answers without having seen anything of ours (blind), then, with a second approval, with our notes (--informed).
A hash stands for every byte, the provider and the model; another one sends nothing (exit code 6).`

/** `opinion MATTER QUESTION --provider P [--dry-run | --consent HASH] [--informed]` */
export function addOpinionCommand(program: Command, run: Run): void {
  addWordOptions(program.command('opinion <matter> <question>'))
    .description(
      'a second opinion of a cloud model: shows exactly what would leave, and sends it only when you approve its hash',
    )
    .option('--provider <name>', 'who is asked: consilium providers')
    .option('--dry-run', 'only print what would leave, and its hash (as without --consent)')
    .option('--consent <hash>', 'send the packet with this hash, and no other')
    .option('--informed', 'after the blind opinion: with the notes of this computer and what follows by rules')
    .option(
      '--swap',
      'after the blind opinion: the same packet with sex and origin swapped, to see whether the answer changes',
    )
    .option('--here', 'with --swap: ask the model of this computer instead, as asked and swapped; sends nothing')
    .option('--blind-only', 'do not prepare the informed packet after the blind opinion')
    .addOption(new Option('--dates <mode>', 'how dates leave').choices(DateMode.options))
    .option('--sources <marks>', 'only these: S1,S3')
    .option('--look-again', 'have the local model read it too; what it names is replaced as well')
    .option('--compare', 'show the newest opinions on the question compared, sentence by sentence; sends nothing')
    .option('--export <file>', 'write the whole consultation to a file: .docx, .pdf or .md; sends nothing')
    .option('--by-rule', 'compare by rules alone, without the local model')
    .option(
      '--differential',
      'ask for a ranked list of candidates or arguments, also where the question does not say so',
    )
    .option('--no-differential', 'ask for none')
    .option('--rank', 'after the opinion: have the model of this computer make its own list, and say how firm it is')
    .addOption(
      new Option('--decide <who>', 'say who was right where they differ; sends nothing').choices(
        DecisionOutcome.options,
      ),
    )
    .option('--row <number>', 'on this line of --compare, or "first" for what comes first in the lists', lineNumber)
    .option('--right <text>', 'what is right; else as decided before, or what the right side said ("": always that)')
    .option('--card', 'begin a knowledge card of it, a draft')
    .option('--lesson', 'ask for the general lesson of it in a packet of its own, which is shown first')
    .addHelpText('after', EXAMPLES)
    .action((matter: string, question: string, options: Options) =>
      run((session) =>
        session.withAssistant((assistant) => {
          if (isDeciding(options)) return decide(session, assistant, matter, question, options)
          if (options.export !== undefined)
            return exportConference(session, assistant, exportOptions(matter, question, options))
          if (options.here) return biasHere(session, assistant, matter, question, options)
          if (options.compare || options.byRule) return compare(session, assistant, matter, question, options)
          refuseChangeWithConsent(options)
          const wanted = packetOptions(matter, question, options)
          if (options.consent === undefined || options.dryRun)
            return showPrepared(session, assistant, { ...wanted, lookAgain: options.lookAgain ?? false })
          const { consent: hash, blindOnly: isBlindOnly = false, rank: ranksHere = false } = options
          return send(session, assistant, wanted, { hash, isBlindOnly, ranksHere })
        }),
      ),
    )
}

/** What becomes of words, before anything is sent. */
function addWordOptions(command: Command): Command {
  return command
    .option('--mask <term...>', 'replace these words everywhere')
    .option('--keep <term...>', 'leave these flagged words as they are')
    .addOption(
      new Option('--mask-group <kind...>', 'replace all flagged words of a kind that are still open').choices(
        FlagKind.options,
      ),
    )
    .addOption(new Option('--keep-group <kind...>', 'leave all of a kind as they are').choices(FlagKind.options))
    .option('--remember', 'what these four decide holds in the next packets of the matter too; see consilium terms')
}

/** What is here, as a file. */
function exportOptions(
  matter: string,
  question: string,
  { export: file = '', provider = null, ...others }: Omit<Options, 'provider'> & { provider?: string | null },
): ConferenceOptions {
  if (Object.keys(others).length > 0) throw wrongUse('--export writes what is here; it goes with --provider alone.')
  return { matter, question: question.trim(), provider, file }
}

/** Opinions that are here: nothing of a packet is prepared or sent. */
function compare(
  session: Session,
  assistant: AssistantClient,
  matter: string,
  question: string,
  {
    provider = null,
    byRule = false,
    compare: isAsked,
    ...others
  }: Omit<Options, 'provider'> & { provider?: string | null },
): Promise<void> {
  if (!isAsked) throw wrongUse('--by-rule goes with --compare.')
  const other = Object.keys(others)[0]
  if (other !== undefined) throw wrongUse('--compare shows what came; it goes with --provider and --by-rule alone.')
  return compareOpinions(session, assistant, { matter, question: question.trim(), provider, byRule })
}

/** Sends nothing. */
function biasHere(
  session: Session,
  assistant: AssistantClient,
  matter: string,
  question: string,
  { provider, swap, here: _here, ...others }: Options,
): Promise<void> {
  if (!swap || Object.keys(others).length > 0) throw wrongUse('--here goes with --swap, and with --provider alone.')
  return checkBiasHere(session, assistant, { matter, question: question.trim(), provider: provider ?? null })
}

function isDeciding({ decide: outcome, row, right, card, lesson }: Options): boolean {
  return [outcome, row, right, card, lesson].some((one) => one !== undefined)
}

/** Sends nothing, but the packet of a lesson by the yes to its hash. */
function decide(
  session: Session,
  assistant: AssistantClient,
  matter: string,
  question: string,
  options: Options,
): Promise<number | void> {
  const { decide: outcome, provider, row, right, card: isCard = false, lesson, ...others } = options
  if (outcome === undefined) throw wrongUse('--row, --right, --card and --lesson go with --decide.')
  const asked = { matter, question: question.trim(), provider: provider ?? null }
  const decided = { outcome, row: row ?? null, right: right ?? null, isCard }
  return decideOpinion(session, assistant, { ...asked, ...decided, lesson: lessonOptions(lesson ?? false, others) })
}

function lessonOptions(isWanted: boolean, others: Omit<Options, 'decide' | 'provider'>): DecideOptions['lesson'] {
  const { consent, dryRun, mask, keep, lookAgain: looksAgain, dates, ...more } = others
  const given = isWanted ? more : others
  if (Object.keys(given).length > 0)
    throw wrongUse(
      '--decide goes with --provider, --row, --right, --card and --lesson, and with those of a packet only for --lesson.',
    )
  if (!isWanted) return null
  refuseChangeWithConsent(others)
  return {
    hash: dryRun ? null : (consent ?? null),
    mask: mask ?? [],
    keep: keep ?? [],
    lookAgain: looksAgain ?? false,
    ...(dates === undefined ? {} : { dates }),
  }
}

const CHANGES: Readonly<Partial<Record<keyof Options, string>>> = {
  mask: '--mask',
  keep: '--keep',
  maskGroup: '--mask-group',
  keepGroup: '--keep-group',
  remember: '--remember',
  dates: '--dates',
  sources: '--sources',
  differential: '--differential',
  informed: '--informed',
  swap: '--swap',
  lookAgain: '--look-again',
}

/** A hash says every byte of what is sent, so whatever would change them would be passed over in silence. */
function refuseChangeWithConsent(options: Options): void {
  const change = (Object.keys(CHANGES) as (keyof typeof CHANGES)[]).find((one) => options[one] !== undefined)
  if (options.consent === undefined || change === undefined) return
  throw wrongUse(
    `${CHANGES[change]} makes another packet, and --consent sends the one with that hash. Prepare it first, then agree to the hash that is shown, with --consent alone.`,
  )
}

function kindOf({ swap, informed, sources }: Options): PacketOptions['kind'] {
  if (swap && (informed || sources !== undefined))
    throw wrongUse('--swap asks the blind packet again as it was sent; it goes with neither --informed nor --sources.')
  if (swap) return 'counterfactual'
  return informed ? 'informed' : 'blind'
}

function packetOptions(matter: string, question: string, options: Options): PacketOptions {
  if (options.provider === undefined)
    throw wrongUse('Say who is asked: --provider NAME. To see them all: consilium providers')
  const { provider, dates, sources, mask = [], keep = [], maskGroup, keepGroup, remember, differential } = options
  return {
    matter,
    question: question.trim(),
    provider,
    mask,
    keep,
    ...(maskGroup === undefined ? {} : { maskGroups: maskGroup }),
    ...(keepGroup === undefined ? {} : { keepGroups: keepGroup }),
    ...(remember === undefined ? {} : { remember }),
    kind: kindOf(options),
    ...(dates === undefined ? {} : { dates }),
    ...(differential === undefined ? {} : { differential }),
    ...(sources === undefined
      ? {}
      : {
          sources: sources
            .split(',')
            .map((mark) => mark.trim())
            .filter(Boolean),
        }),
  }
}

type Sending = { readonly hash: string; readonly isBlindOnly: boolean; readonly ranksHere: boolean }

async function send(
  session: Session,
  assistant: AssistantClient,
  options: PacketOptions,
  { hash, isBlindOnly, ranksHere }: Sending,
): Promise<number | void> {
  const { matter } = options
  const { consultation, kind, isWhole } = await sendPacket(session, assistant, options, hash)
  if (ranksHere && isWhole) await rankHere(session, assistant, { matter, consultation })
  await showWhole(session, assistant, { matter, consultation })
  if (!isWhole) return EXIT_SOMETHING_WRONG
  if (kind === 'blind' && !isBlindOnly) await offerInformed(session, assistant, { ...options, consultation })
}

async function showWhole(
  { output }: Session,
  assistant: AssistantClient,
  on: { readonly matter: string; readonly consultation: string },
): Promise<void> {
  const consultation = await assistant.opinion.get(on)
  const { answerId } = consultation
  const local = answerId === null ? null : await assistant.answer.get({ matter: on.matter, answerId })
  showConsultation(consultation, local, await assistant.opinion.differential(on), output)
}

/** The second packet is only shown; it takes a yes of its own. */
async function offerInformed(
  session: Session,
  assistant: AssistantClient,
  { matter, question, provider, consultation }: PacketOptions & { readonly consultation: string },
): Promise<void> {
  try {
    const asked = { matter, question, provider, consultation, kind: 'informed' } as const
    await showPrepared(session, assistant, { ...asked, mask: [], keep: [], lookAgain: false })
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'NO_MODEL') throw error
    session.output.note(
      `No informed packet was prepared, since it needs a model of this computer: ${(error as Error).message}`,
    )
  }
}
