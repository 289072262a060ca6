import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'

const os = implement(contract)

/** The stand-in has no packs, and so no words to state facts in. */
export function factPart() {
  const { fact } = os
  return {
    form: fact.form.handler(() => ({ packs: [], relations: [], today: '2026-06-03' })),
    list: fact.list.handler(() => []),
    set: fact.set.handler(({ errors }) => refuse(errors)),
    setText: fact.setText.handler(({ errors }) => refuse(errors)),
    unset: fact.unset.handler(({ errors }) => refuse(errors)),
    confirm: fact.confirm.handler(({ errors }) => refuse(errors)),
    reject: fact.reject.handler(({ errors }) => refuse(errors)),
  }
}

export function packPart() {
  const { pack } = os
  return {
    list: pack.list.handler(() => []),
    import: pack.import.handler(({ errors }) => refuse(errors)),
    export: pack.export.handler(({ errors }) => refuse(errors)),
    remove: pack.remove.handler(({ errors }) => refuse(errors)),
    used: pack.used.handler(() => []),
    use: pack.use.handler(({ errors }) => refuse(errors)),
  }
}

export function rulePart() {
  const { rule } = os
  return {
    words: rule.words.handler(() => []),
    checkPack: rule.checkPack.handler(({ errors }) => refuse(errors)),
    testPack: rule.testPack.handler(({ errors }) => refuse(errors)),
  }
}

function refuse({ NOT_FOUND }: { readonly NOT_FOUND: (options: { message: string }) => Error }): never {
  throw NOT_FOUND({ message: 'The stand-in has no knowledge packs.' })
}
