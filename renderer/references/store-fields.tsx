import type { StoreAccess } from '../../contract/reference.ts'
import { TextField } from '../parts/text-field.tsx'

type Fields = Readonly<Record<keyof StoreAccess, string>>

export const emptyStore: Fields = { endpoint: '', region: '', keyId: '', secret: '' }

type Props = { readonly value: Fields; readonly onChange: (value: Fields) => void }

/** How an object store is reached, and what reaching it means. */
export function StoreFields({ value, onChange }: Props) {
  return (
    <fieldset className="grid gap-3">
      <legend className="small soft mb-2">
        Whenever a question is asked, parts of its files are read from there. The words of a question are not sent; the
        store can see which parts are read, and when. The secret is kept encrypted.
      </legend>
      <TextField
        label="Endpoint; empty for Amazon’s"
        value={value.endpoint}
        onText={(endpoint) => onChange({ ...value, endpoint })}
        placeholder="https://minio.practice.example:9000"
      />
      <TextField
        label="Access key; empty to use the AWS settings of this computer"
        value={value.keyId}
        onText={(keyId) => onChange({ ...value, keyId })}
      />
      <TextField
        label="Secret"
        type="password"
        value={value.secret}
        onText={(secret) => onChange({ ...value, secret })}
      />
      <TextField
        label="Region, if it needs one"
        value={value.region}
        onText={(region) => onChange({ ...value, region })}
      />
    </fieldset>
  )
}

export function storeAccess({ endpoint, region, keyId, secret }: Fields): StoreAccess {
  const given = (text: string) => text.trim() || null
  return { endpoint: given(endpoint), region: given(region), keyId: given(keyId), secret: given(secret) }
}
