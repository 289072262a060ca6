import { isAbsolute } from 'node:path'

/** How an object store is reached. What is null comes from the usual AWS_* variables or profile. */
export type StoreAccess = {
  /** "http://minio.office:9000"; null: Amazon's own. */
  readonly endpoint: string | null
  readonly region: string | null
  readonly keyId: string | null
  readonly secret: string | null
}

/** Where a reference library lies: an absolute path of a folder, or `s3://bucket/prefix`. */
export type ReferencePlace = { readonly address: string; readonly access: StoreAccess | null }

const CONNECT_SECONDS = 3
const REQUEST_SECONDS = 20
const RETRIES = 2
const DEFAULT_REGION = 'us-east-1'

export function isObjectStore(address: string): boolean {
  return /^s3:\/\//i.test(address)
}

/** Whether it names a place: `s3://bucket`, with or without a prefix, or an absolute path. */
export function isAddress(address: string): boolean {
  return isObjectStore(address) ? /^s3:\/\/[a-z0-9][a-z0-9.-]+(\/[^?#]*)?$/.test(address) : isAbsolute(address)
}

/** The host that is connected to when it is read; null for a folder. */
export function hostOf({ address, access }: ReferencePlace, environment: NodeJS.ProcessEnv): string | null {
  if (!isObjectStore(address)) return null
  const endpoint = access?.endpoint ?? environment.AWS_ENDPOINT_URL ?? environment.AWS_ENDPOINT
  return endpoint ? new URL(endpoint).host : `s3.${regionOf(access, environment)}.amazonaws.com`
}

/** What LanceDB is told of the place; empty for a folder. */
export function storageOptions(
  { address, access }: ReferencePlace,
  environment: NodeJS.ProcessEnv,
): Record<string, string> {
  if (!isObjectStore(address)) return {}
  const endpoint = access?.endpoint ?? null
  return {
    aws_region: regionOf(access, environment),
    connect_timeout: `${CONNECT_SECONDS}s`,
    timeout: `${REQUEST_SECONDS}s`,
    client_max_retries: String(RETRIES),
    ...(endpoint ? { aws_endpoint: endpoint } : {}),
    // A server of the house often has no certificate; what it holds is public, and the secret itself is never sent.
    ...(endpoint?.startsWith('http://') ? { allow_http: 'true' } : {}),
    ...(access?.keyId && access.secret
      ? { aws_access_key_id: access.keyId, aws_secret_access_key: access.secret }
      : {}),
  }
}

function regionOf(access: StoreAccess | null, environment: NodeJS.ProcessEnv): string {
  return access?.region ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? DEFAULT_REGION
}
