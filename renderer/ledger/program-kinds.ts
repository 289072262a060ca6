import type { LedgerData, LedgerKind } from '../../contract/ledger.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { modelName } from '../../wording/model-name.ts'
import { type Messages, t } from '../../wording/translate.ts'
import { packName } from '../knowledge/pack-names.ts'
import {
  formatWords,
  joined,
  type KindWords,
  type LedgerSubject,
  sha256Words,
  type WordsOfKinds,
} from './kind-words.ts'

/** What happens to the program itself: its matters, keys, models, rules and reference libraries. */
export const PROGRAM_KINDS = {
  'matter-created': matterWords('created'),
  'matter-renamed': matterWords('renamed'),
  'matter-deleted': matterWords('deleted'),
  'matter-exported': matterWords('exported'),
  'matter-imported': matterWords('imported'),
  unlocked: () => ({ title: t('ledger.program.unlocked'), about: PEOPLE }),
  locked: (data) => ({
    title: t('ledger.program.locked'),
    rest: data.why === 'idle' ? t('ledger.program.idle') : '',
    about: PEOPLE,
  }),
  'passphrase-set': (data) => ({
    title: t('ledger.program.passphraseSet'),
    rest: data.byRecoveryKey ? t('ledger.program.byRecoveryKey') : '',
    about: PEOPLE,
  }),
  'recovery-key-made': () => ({
    title: t('ledger.program.recoveryKeyMade'),
    detail: t('ledger.program.oldKeyStopped'),
    about: PEOPLE,
  }),
  'backed-up': (data) => ({
    title: t('ledger.program.backedUp'),
    detail: t('ledger.program.backupSize', { count: data.files, size: formatBytes(data.bytes) }),
    about: PEOPLE,
  }),
  'network-switched': (data) => ({
    title: data.network ? t('ledger.program.networkOn') : t('ledger.program.networkOff'),
    ...(data.network ? {} : { shape: 'lock', tone: 'soft' }),
    about: PEOPLE,
  }),
  'update-asked': (data) => ({
    title: t('ledger.program.updateAsked'),
    rest: data.host,
    detail: joined(t('ledger.program.askedHoldsNothing'), data.weekly ? t('ledger.program.askedWeekly') : ''),
    shape: 'out',
    tone: 'info',
    about: ['left'],
  }),
  'update-fetch-begun': (data) => ({
    title: t('ledger.program.updateRequested'),
    rest: data.version,
    detail: joined(t('ledger.program.requestHoldsNothing'), data.host),
    shape: 'out',
    tone: 'info',
    about: ['left'],
  }),
  'update-installed': (data) => ({ ...updateWords('replaced', data), detail: sha256Words(data) }),
  'update-handed-over': (data) => ({ ...updateWords('opened', data), detail: sha256Words(data) }),
  'update-undone': (data) => updateWords('undone', data),
  'model-fetch-begun': (data) => ({
    title: t('ledger.program.modelRequested'),
    rest: modelName(data.model),
    detail: joined(
      t('ledger.program.requestHoldsNothing'),
      data.fromPackageIndex ? t('ledger.program.fromPackageIndex') : '',
      data.networkForThis ? t('ledger.program.networkForThis') : '',
    ),
    shape: 'out',
    tone: 'info',
    about: ['left'],
  }),
  'model-installed': modelWords('installed'),
  'model-chosen': modelWords('chosen'),
  'adapter-attached': modelWords('attached'),
  'adapter-removed': modelWords('detached'),
  'model-removed': modelWords('removed'),
  'pack-imported': packWords('imported'),
  'pack-copied': packWords('copied'),
  'pack-removed': packWords('removed'),
  'rule-saved': ruleWords('saved'),
  'rule-draft': ruleWords('draft'),
  'rule-tested': ruleWords('tested'),
  'rule-approved': ruleWords('approved'),
  'rule-retired': ruleWords('retired'),
  'card-created': cardWords('created'),
  'card-saved': cardWords('saved'),
  'card-imported': cardWords('imported'),
  'card-tested': cardWords('tested'),
  'card-test-failed': cardWords('testFailed'),
  'card-approved': cardWords('approved'),
  'card-retired': cardWords('retired'),
  'card-hurt': (...entry) => ({ ...cardWords('hurt')(...entry), shape: 'caution', tone: 'warn' }),
  'cards-exported': (data) => ({
    title: t('ledger.program.lessons.exported'),
    rest: t('ledger.program.lessonsAs', { count: data.cards, format: formatWords(data) }),
    detail: sha256Words(data),
    about: PEOPLE,
  }),
  'provider-saved': (data) => ({
    title: t('ledger.program.providerSaved'),
    rest: t('ledger.program.providerModel', data),
    detail: data.address,
    about: PEOPLE,
  }),
  'provider-tested': (data) => ({
    title: t('ledger.program.providerTested'),
    rest: data.provider,
    detail: data.address,
    about: PEOPLE,
  }),
  'provider-removed': (data) => ({ title: t('ledger.program.providerRemoved'), rest: data.provider, about: PEOPLE }),
  'reference-build-begun': referenceWords('building'),
  'reference-built': referenceWords('built'),
  'reference-attached': referenceWords('attached'),
  'reference-removed': (data) => ({
    title: t('ledger.program.references.removed'),
    rest: data.reference,
    detail: data.filesDeleted ? t('ledger.program.filesDeleted') : t('ledger.program.filesKept'),
    about: ['documents'],
  }),
} satisfies Partial<WordsOfKinds<LedgerKind>>

const PEOPLE: readonly LedgerSubject[] = ['people']

/** The titles of the kinds that are about one sort of thing. */
type Titles<Of extends keyof Program> = keyof Program[Of]
type Program = Messages['ledger']['program']

function matterWords(what: Titles<'matters'>): KindWords<LedgerData<'matter-created'>> {
  return (data, { matters }) => ({
    title: t(`ledger.program.matters.${what}`),
    rest: matters.get(data.matter) ?? t('ledger.common.goneMatter'),
    detail: joined(
      data.sample ? t('ledger.program.sample') : '',
      data.bytes === undefined ? '' : formatBytes(data.bytes),
    ),
    about: PEOPLE,
  })
}

function modelWords(what: Titles<'models'>): KindWords<LedgerData<'model-installed'>> {
  return (data) => ({
    title: t(`ledger.program.models.${what}`),
    rest: modelName(data.model),
    detail: sha256Words(data),
    about: PEOPLE,
  })
}

function updateWords(what: 'replaced' | 'opened' | 'undone', { version, from }: LedgerData<'update-undone'>) {
  return {
    title: t(`ledger.program.updates.${what}`),
    rest: t('ledger.program.updates.versions', { from, to: version }),
    about: PEOPLE,
  }
}

function packWords(what: Titles<'packs'>): KindWords<LedgerData<'pack-imported'>> {
  return (data, { packs }) => ({
    title: t(`ledger.program.packs.${what}`),
    rest: packName(packs, data.pack),
    detail: sha256Words(data),
    about: PEOPLE,
  })
}

function cardWords(what: Titles<'lessons'>): KindWords<LedgerData<'card-created'>> {
  return (data, { lessons }) => ({
    title: t(`ledger.program.lessons.${what}`),
    rest: t('ledger.program.lessonVersion', {
      title: lessons.get(data.card) ?? t('ledger.common.goneLesson'),
      version: data.version,
    }),
    detail: sha256Words(data),
    about: PEOPLE,
  })
}

function ruleWords(what: Titles<'rules'>): KindWords<LedgerData<'rule-saved'>> {
  return (data, { packs, rules }) => ({
    title: t(`ledger.program.rules.${what}`),
    rest: t('ledger.program.ofPack', {
      rule: rules.get(`${data.pack}/${data.rule}`) ?? data.rule,
      pack: packName(packs, data.pack),
    }),
    detail: sha256Words(data),
    about: PEOPLE,
  })
}

function referenceWords(what: Titles<'references'>): KindWords<LedgerData<'reference-built'>> {
  return (data) => ({
    title: t(`ledger.program.references.${what}`),
    rest: data.reference,
    detail: joined(data.address, t('ledger.common.documents', { count: data.documents })),
    about: ['documents'],
  })
}
