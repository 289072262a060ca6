import { TextField } from '../parts/text-field.tsx'
import type { DraftPrice } from './draft-price.ts'

type Props = { readonly draft: DraftPrice; readonly onDraft: (price: Partial<DraftPrice>) => void }

/** What a million tokens cost; without it, suggestions say that the price is not known. */
export function PriceFields({ draft, onDraft }: Props) {
  return (
    <fieldset className="grid gap-3">
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
