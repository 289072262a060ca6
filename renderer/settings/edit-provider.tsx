import { useId, useState } from 'react'
import type { Provider } from '../../contract/opinions/provider.ts'
import { formatNumber } from '../../wording/format-quantity.ts'
import { t, texts } from '../../wording/translate.ts'
import { doubtfulNumber, readTypedNumber, typedNumber } from '../../wording/typed-number.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'

type Props = {
  /** Null: a new one. */
  readonly provider: Provider | null
  readonly onDone: (saved: Provider) => void
  readonly onClose: () => void
}

type Draft = {
  name: string
  kind: Provider['kind']
  address: string
  model: string
  account: string
  retention: string
} & DraftPrice

/** Sets up whom a second opinion is asked of. A key is typed here and never shown again. */
export function EditProvider({ provider, onDone, onClose }: Props) {
  const client = useClient()
  const [draft, setDraft] = useState(() => draftOf(provider))
  const [key, setKey] = useState('')
  const why = providerProblem(draft)
  const save = async () => {
    const { name, kind, address, model, account, retention } = draft
    const saved = {
      provider: name.trim(),
      kind,
      address: address.trim() || null,
      model: model.trim(),
      account,
      retention,
      price: priceOf(draft),
    }
    // Without a key, the one that there is stays.
    return client.provider.save(key === '' ? saved : { ...saved, key })
  }
  return (
    <FormDialog
      title={
        provider ? t('settings.provider.changeTitle', { name: provider.provider }) : t('settings.provider.addTitle')
      }
      submit={t('frame.buttons.save')}
      missing={why}
      work={save}
      kept={t('settings.provider.kept')}
      onDone={onDone}
      onClose={onClose}
    >
      <Fields draft={draft} isNew={provider === null} onDraft={setDraft} />
      <TextField
        label={
          provider?.keyEnding
            ? t('settings.provider.keyThere', { ending: provider.keyEnding })
            : t('settings.provider.key')
        }
        type="password"
        value={key}
        onText={setKey}
        hint={t('settings.provider.keyHint')}
      />
    </FormDialog>
  )
}

type FieldsProps = { readonly draft: Draft; readonly isNew: boolean; readonly onDraft: (draft: Draft) => void }

function Fields({ draft, isNew, onDraft }: FieldsProps) {
  const id = useId()
  const set = (name: keyof Draft) => (text: string) => onDraft({ ...draft, [name]: text })
  return (
    <>
      {isNew ? (
        <TextField
          label={t('settings.provider.name')}
          value={draft.name}
          onText={set('name')}
          placeholder={t('settings.provider.namePlaceholder')}
        />
      ) : null}
      <div className="field">
        <label htmlFor={id}>{t('settings.provider.kind')}</label>
        <select id={id} value={draft.kind} onChange={({ target }) => set('kind')(target.value)}>
          {Object.entries(texts('settings.providers.kinds')).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <TextField
        label={
          draft.kind === 'openai-compatible' ? t('settings.provider.address') : t('settings.provider.addressOptional')
        }
        value={draft.address}
        onText={set('address')}
        placeholder="https://models.example.org/v1"
      />
      <TextField label={t('settings.provider.model')} value={draft.model} onText={set('model')} />
      <TextField
        label={t('settings.provider.account')}
        value={draft.account}
        onText={set('account')}
        hint={t('settings.provider.accountHint')}
      />
      <TextField
        label={t('settings.provider.retention')}
        value={draft.retention}
        onText={set('retention')}
        hint={t('settings.provider.retentionHint')}
      />
      <PriceFields draft={draft} onDraft={(price) => onDraft({ ...draft, ...price })} />
    </>
  )
}

function draftOf(provider: Provider | null): Draft {
  if (!provider)
    return {
      name: '',
      kind: 'openai-compatible',
      address: '',
      model: '',
      account: '',
      retention: '',
      ...draftPrice(null),
    }
  const { provider: name, kind, address, model, account, retention, price } = provider
  return { name, kind, address: address ?? '', model, account, retention, ...draftPrice(price) }
}

function providerProblem({ name, kind, address, model, ...price }: Draft): string | null {
  if (name.trim() === '') return t('settings.provider.missing.name')
  if (kind === 'openai-compatible' && address.trim() === '') return t('settings.provider.missing.address')
  return model.trim() === '' ? t('settings.provider.missing.model') : priceProblem(price)
}

type PriceFieldsProps = { readonly draft: DraftPrice; readonly onDraft: (price: Partial<DraftPrice>) => void }

/** What a million tokens cost; without it, suggestions say that the price is not known. */
function PriceFields({ draft, onDraft }: PriceFieldsProps) {
  return (
    <fieldset className="stack-3">
      <legend className="small soft">{t('settings.provider.price.title')}</legend>
      <TextField
        label={t('settings.provider.price.sent')}
        value={draft.pricePrompt}
        onText={(pricePrompt) => onDraft({ pricePrompt })}
        placeholder={formatNumber(3, 2)}
      />
      <TextField
        label={t('settings.provider.price.received')}
        value={draft.priceReply}
        onText={(priceReply) => onDraft({ priceReply })}
        placeholder={formatNumber(15, 2)}
      />
      <TextField
        label={t('settings.provider.price.currency')}
        value={draft.currency}
        onText={(currency) => onDraft({ currency })}
        placeholder={t('settings.provider.price.currencyExample')}
      />
    </fieldset>
  )
}

/** What a million tokens cost, as it is being typed. */
type DraftPrice = { pricePrompt: string; priceReply: string; currency: string }

function draftPrice(price: Provider['price']): DraftPrice {
  if (!price) return { pricePrompt: '', priceReply: '', currency: '' }
  return {
    pricePrompt: typedNumber(String(price.prompt)),
    priceReply: typedNumber(String(price.reply)),
    currency: price.currency,
  }
}

/** Null where nothing was typed: not known. */
function priceOf({ pricePrompt, priceReply, currency }: DraftPrice): Provider['price'] {
  if (isEmpty({ pricePrompt, priceReply, currency })) return null
  const [prompt, reply] = [readPrice(pricePrompt), readPrice(priceReply)]
  return prompt === null || reply === null ? null : { prompt, reply, currency: currency.trim() }
}

function priceProblem(draft: DraftPrice): string | null {
  if (isEmpty(draft)) return null
  const wrong = [draft.pricePrompt, draft.priceReply].find((text) => readPrice(text) === null)
  if (wrong !== undefined) return doubtfulNumber(wrong) ?? t('settings.provider.missing.price')
  return /^\S{1,10}$/.test(draft.currency.trim()) ? null : t('settings.provider.missing.currency')
}

function isEmpty({ pricePrompt, priceReply, currency }: DraftPrice): boolean {
  return [pricePrompt, priceReply, currency].every((text) => text.trim() === '')
}

/** Null for what is no number of nought or more. */
function readPrice(text: string): number | null {
  const number = readTypedNumber(text)
  return number === null || Number(number) < 0 ? null : Number(number)
}
