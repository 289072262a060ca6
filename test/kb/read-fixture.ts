import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** What a script `make-….py` of `fixtures/` wrote. */
export function readFixture<T>(name: string): T {
  const file = new URL(`fixtures/${name}.json.gz`, import.meta.url)
  return JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as T
}
