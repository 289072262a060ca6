/** What we use of it: its own declarations cannot be found through its package's `exports`, and hold `any`. */
declare module 'better-sqlite3-multiple-ciphers' {
  export interface NativeStatement {
    run(...values: readonly unknown[]): { readonly changes: number; readonly lastInsertRowid: number | bigint }
    get(...values: readonly unknown[]): unknown
    all(...values: readonly unknown[]): readonly unknown[]
  }

  class Database {
    constructor(path: string, options?: { readonly fileMustExist?: boolean; readonly timeout?: number })
    readonly inTransaction: boolean
    prepare(sql: string): NativeStatement
    exec(sql: string): this
    pragma(text: string, options?: { readonly simple?: boolean }): unknown
    /** Takes a passphrase, or `x'…'` with 64 hexadecimal digits as a raw key. */
    key(key: Buffer): number
    transaction<T>(work: () => T): { immediate(): T }
    close(): this
  }
  export { Database as default }
}
