import { useId, useState } from 'react'
import type { Provider } from '../../contract/opinions/provider.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { TextField } from '../parts/text-field.tsx'
import { useClient } from '../state/assistant-context.ts'

type Props = {
  /** Null: a new one. */
  readonly provider: Provider | null
  readonly onDone: () => void
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
      title={provider ? `Change ${provider.provider}` : 'Set up a provider'}
      submit="Keep"
      missing={why}
      work={save}
      kept="What was set up is as it was."
      onDone={onDone}
      onClose={onClose}
    >
      <Fields draft={draft} isNew={provider === null} onDraft={setDraft} />
      <TextField
        label={
          provider?.keyEnding ? `Key; empty keeps the one ending ${provider.keyEnding}` : 'Key, if it asks for one'
        }
        type="password"
        value={key}
        onText={setKey}
        hint="Kept encrypted on this computer, never shown again, and sent only to this address."
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
        <TextField label="Name" value={draft.name} onText={set('name')} placeholder="Server in the house" />
      ) : null}
      <div className="field">
        <label htmlFor={id}>Speaks like</label>
        <select id={id} value={draft.kind} onChange={({ target }) => set('kind')(target.value)}>
          {Object.entries(KIND_WORDS).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <TextField
        label={draft.kind === 'openai-compatible' ? 'Address' : 'Address; empty for its usual one'}
        value={draft.address}
        onText={set('address')}
        placeholder="https://models.example.org/v1"
      />
      <TextField label="Model" value={draft.model} onText={set('model')} />
      <TextField
        label="Account"
        value={draft.account}
        onText={set('account')}
        hint="Whose it is, shown before you send. Not sent itself."
      />
      <TextField
        label="What it says about keeping what it is sent"
        value={draft.retention}
        onText={set('retention')}
        hint="Your own note, as: deleted after 30 days, not used for training (its terms, read 12 May 2026)."
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
  if (name.trim() === '') return 'Give it a name.'
  if (kind === 'openai-compatible' && address.trim() === '') return 'Say at which address it is.'
  return model.trim() === '' ? 'Say which model.' : priceProblem(price)
}

type PriceFieldsProps = { readonly draft: DraftPrice; readonly onDraft: (price: Partial<DraftPrice>) => void }

/** What a million tokens cost; without it, suggestions say that the price is not known. */
function PriceFields({ draft, onDraft }: PriceFieldsProps) {
  return (
    <fieldset className="stack-3">
      <legend className="small soft">What it costs, if you know; never looked up</legend>
      <TextField
        label="A million tokens sent"
        value={draft.pricePrompt}
        onText={(pricePrompt) => onDraft({ pricePrompt })}
        placeholder="3.00"
      />
      <TextField
        label="A million tokens of the reply"
        value={draft.priceReply}
        onText={(priceReply) => onDraft({ priceReply })}
        placeholder="15.00"
      />
      <TextField
        label="Currency"
        value={draft.currency}
        onText={(currency) => onDraft({ currency })}
        placeholder="EUR"
      />
    </fieldset>
  )
}

/** What a million tokens cost, as it is being typed. */
type DraftPrice = { pricePrompt: string; priceReply: string; currency: string }

function draftPrice(price: Provider['price']): DraftPrice {
  if (!price) return { pricePrompt: '', priceReply: '', currency: '' }
  return { pricePrompt: String(price.prompt), priceReply: String(price.reply), currency: price.currency }
}

/** Null where nothing was typed: not known. */
function priceOf({ pricePrompt, priceReply, currency }: DraftPrice): Provider['price'] {
  if (isEmpty({ pricePrompt, priceReply, currency })) return null
  return { prompt: numberIn(pricePrompt), reply: numberIn(priceReply), currency: currency.trim() }
}

function priceProblem(draft: DraftPrice): string | null {
  if (isEmpty(draft)) return null
  const isNumber = [draft.pricePrompt, draft.priceReply].every((text) => text.trim() !== '' && numberIn(text) >= 0)
  if (!isNumber) return 'Give both prices as numbers, or leave all of the price empty.'
  return /^\S{1,10}$/.test(draft.currency.trim()) ? null : 'Say in which currency, as EUR.'
}

function isEmpty({ pricePrompt, priceReply, currency }: DraftPrice): boolean {
  return [pricePrompt, priceReply, currency].every((text) => text.trim() === '')
}

/** With a point or a comma. */
function numberIn(text: string): number {
  return Number(text.trim().replace(',', '.'))
}

/** Whose language a provider speaks. */
export const KIND_WORDS: Readonly<Record<Provider['kind'], string>> = {
  'openai-compatible': 'OpenAI-compatible server',
  anthropic: 'Anthropic',
  google: 'Google',
}
