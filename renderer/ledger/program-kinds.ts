import { formatBytes, formatCount } from '../wording/format-quantity.ts'
import { bytesWords, type EntryData, joined, numberIn, sha256Words, textIn } from './entry-data.ts'
import type { EntryWords, KindWords, LedgerSubject } from './kind-words.ts'

/** What happens to the program itself: its matters, keys, models, rules and reference libraries. */
export const PROGRAM_KINDS: Readonly<Record<string, KindWords>> = {
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
    rest: data.byRecoveryKey === true ? 'with the recovery key' : '',
    about: PEOPLE,
  }),
  'recovery-key-made': () => ({ title: 'Recovery key made', detail: 'The one before stopped working.', about: PEOPLE }),
  'backed-up': (data) => ({
    title: 'Backed up',
    detail: `${formatCount(numberIn(data, 'files') ?? 0, 'file')}, ${formatBytes(numberIn(data, 'bytes') ?? 0)}, encrypted`,
    about: PEOPLE,
  }),
  'network-switched': (data) => ({
    title: data.network === true ? 'Network switched on' : 'Network switched off',
    ...(data.network === true ? {} : { shape: 'lock', tone: 'soft' }),
    about: PEOPLE,
  }),
  'model-fetch-begun': (data) => ({
    title: 'Model asked for:',
    rest: textIn(data, 'model'),
    detail: joined(
      'A request for its file, with none of your text',
      data.fromPackageIndex === true ? 'from the package index' : '',
      data.networkForThis === true ? 'with the network off but for this file' : '',
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
  'card-hurt': (data) => ({ ...cardWords('Card hurt, back to draft:')(data), shape: 'caution', tone: 'warn' }),
  'cards-exported': (data) => ({
    title: 'Cards exported:',
    rest: `${formatCount(numberIn(data, 'cards') ?? 0, 'card')}, ${textIn(data, 'format')}`,
    detail: textIn(data, 'sha256') ? sha256Words(data) : '',
    about: PEOPLE,
  }),
  'provider-saved': (data) => ({
    title: 'Provider set up:',
    rest: [textIn(data, 'provider'), textIn(data, 'model')].filter(Boolean).join(', '),
    detail: textIn(data, 'address'),
    about: PEOPLE,
  }),
  'provider-removed': (data) => ({ title: 'Provider removed:', rest: textIn(data, 'provider'), about: PEOPLE }),
  'reference-build-begun': referenceWords('Reference library being built:'),
  'reference-built': referenceWords('Reference library built:'),
  'reference-attached': referenceWords('Reference library attached:'),
  'reference-removed': (data) => ({
    title: 'Reference library removed:',
    rest: textIn(data, 'reference'),
    detail: data.filesDeleted === true ? 'its files were deleted' : 'its files stay where they are',
    about: ['documents'],
  }),
}

const PEOPLE: readonly LedgerSubject[] = ['people']

function matterWords(title: string): KindWords {
  return (data, { matters }) => ({
    title,
    rest: matters.get(textIn(data, 'matter')) ?? 'one that is no longer there',
    detail: joined(data.sample === true ? 'sample' : '', bytesWords(data), `id ${textIn(data, 'matter')}`),
    about: PEOPLE,
  })
}

function modelWords(title: string): KindWords {
  return (data) => ({ title, rest: textIn(data, 'model'), detail: sha256Words(data), about: PEOPLE })
}

function packWords(title: string): KindWords {
  return (data) => ({ title, rest: textIn(data, 'pack'), detail: sha256Words(data), about: PEOPLE })
}

function cardWords(title: string): (data: EntryData) => EntryWords {
  return (data) => ({
    title,
    rest: `${textIn(data, 'card')}, version ${numberIn(data, 'version') ?? '?'}`,
    detail: sha256Words(data),
    about: PEOPLE,
  })
}

function ruleWords(title: string): KindWords {
  return (data) => ({
    title,
    rest: `${textIn(data, 'rule')}, ${textIn(data, 'pack')}`,
    detail: sha256Words(data),
    about: PEOPLE,
  })
}

function referenceWords(title: string): KindWords {
  return (data) => ({
    title,
    rest: textIn(data, 'reference'),
    detail: `${textIn(data, 'address')}; ${formatCount(numberIn(data, 'documents') ?? 0, 'document')}`,
    about: ['documents'],
  })
}
