import type { LedgerData, LedgerKind } from '../../contract/ledger.ts'
import { formatBytes, formatCount } from '../../wording/format-quantity.ts'
import { joined, type KindWords, type LedgerSubject, sha256Words, type WordsOfKinds } from './kind-words.ts'

/** What happens to the program itself: its matters, keys, models, rules and reference libraries. */
export const PROGRAM_KINDS = {
  'matter-created': matterWords('Matter created:'),
  'matter-deleted': matterWords('Matter deleted:'),
  'matter-exported': matterWords('Matter exported:'),
  'matter-imported': matterWords('Matter imported:'),
  unlocked: () => ({ title: 'Unlocked', about: PEOPLE }),
  locked: (data) => ({
    title: 'Locked',
    rest: data.why === 'idle' ? 'because nothing was done for a while' : '',
    about: PEOPLE,
  }),
  'passphrase-set': (data) => ({
    title: 'Passphrase set',
    rest: data.byRecoveryKey ? 'with the recovery key' : '',
    about: PEOPLE,
  }),
  'recovery-key-made': () => ({ title: 'Recovery key made', detail: 'The one before stopped working.', about: PEOPLE }),
  'backed-up': (data) => ({
    title: 'Backed up',
    detail: `${formatCount(data.files, 'file')}, ${formatBytes(data.bytes)}, encrypted`,
    about: PEOPLE,
  }),
  'network-switched': (data) => ({
    title: data.network ? 'Network switched on' : 'Network switched off',
    ...(data.network ? {} : { shape: 'lock', tone: 'soft' }),
    about: PEOPLE,
  }),
  'model-fetch-begun': (data) => ({
    title: 'Model asked for:',
    rest: data.model,
    detail: joined(
      'A request for its file, with none of your text',
      data.fromPackageIndex ? 'from the package index' : '',
      data.networkForThis ? 'with the network off but for this file' : '',
    ),
    shape: 'out',
    tone: 'info',
    about: ['left'],
  }),
  'model-installed': modelWords('Model installed:'),
  'model-chosen': modelWords('Model chosen:'),
  'adapter-attached': modelWords('LoRA adapter attached to:'),
  'adapter-removed': modelWords('LoRA adapter taken off:'),
  'model-removed': modelWords('Model removed:'),
  'pack-imported': packWords('Rules imported:'),
  'pack-copied': packWords('Rules copied:'),
  'pack-removed': packWords('Rules removed:'),
  'rule-saved': ruleWords('Rule changed:'),
  'rule-draft': ruleWords('Rule back to draft:'),
  'rule-tested': ruleWords('Rule tested:'),
  'rule-approved': ruleWords('Rule approved:'),
  'rule-retired': ruleWords('Rule retired:'),
  'card-created': cardWords('Card begun:'),
  'card-saved': cardWords('Card changed:'),
  'card-imported': cardWords('Card imported:'),
  'card-tested': cardWords('Card tested:'),
  'card-test-failed': cardWords('Card did not pass its tests:'),
  'card-approved': cardWords('Card approved:'),
  'card-retired': cardWords('Card retired:'),
  'card-hurt': (...entry) => ({ ...cardWords('Card hurt, back to draft:')(...entry), shape: 'caution', tone: 'warn' }),
  'cards-exported': (data) => ({
    title: 'Cards exported:',
    rest: `${formatCount(data.cards, 'card')}, ${data.format}`,
    detail: sha256Words(data),
    about: PEOPLE,
  }),
  'provider-saved': (data) => ({
    title: 'Provider set up:',
    rest: `${data.provider}, ${data.model}`,
    detail: data.address,
    about: PEOPLE,
  }),
  'provider-removed': (data) => ({ title: 'Provider removed:', rest: data.provider, about: PEOPLE }),
  'reference-build-begun': referenceWords('Reference library being built:'),
  'reference-built': referenceWords('Reference library built:'),
  'reference-attached': referenceWords('Reference library attached:'),
  'reference-removed': (data) => ({
    title: 'Reference library removed:',
    rest: data.reference,
    detail: data.filesDeleted ? 'its files were deleted' : 'its files stay where they are',
    about: ['documents'],
  }),
} satisfies Partial<WordsOfKinds<LedgerKind>>

const PEOPLE: readonly LedgerSubject[] = ['people']

function matterWords(title: string): KindWords<LedgerData<'matter-created'>> {
  return (data, { matters }) => ({
    title,
    rest: matters.get(data.matter) ?? 'one that is no longer there',
    detail: joined(
      data.sample ? 'sample' : '',
      data.bytes === undefined ? '' : formatBytes(data.bytes),
      `id ${data.matter}`,
    ),
    about: PEOPLE,
  })
}

function modelWords(title: string): KindWords<LedgerData<'model-installed'>> {
  return (data) => ({ title, rest: data.model, detail: sha256Words(data), about: PEOPLE })
}

function packWords(title: string): KindWords<LedgerData<'pack-imported'>> {
  return (data) => ({ title, rest: data.pack, detail: sha256Words(data), about: PEOPLE })
}

function cardWords(title: string): KindWords<LedgerData<'card-created'>> {
  return (data) => ({
    title,
    rest: `${data.card}, version ${data.version}`,
    detail: sha256Words(data),
    about: PEOPLE,
  })
}

function ruleWords(title: string): KindWords<LedgerData<'rule-saved'>> {
  return (data) => ({
    title,
    rest: `${data.rule}, ${data.pack}`,
    detail: sha256Words(data),
    about: PEOPLE,
  })
}

function referenceWords(title: string): KindWords<LedgerData<'reference-built'>> {
  return (data) => ({
    title,
    rest: data.reference,
    detail: `${data.address}; ${formatCount(data.documents, 'document')}`,
    about: ['documents'],
  })
}
