import * as z from 'zod'
import catalogue from './catalogue.json' with { type: 'json' }

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Names become files of ours: no folders, no dots in front. */
const FileName = z.string().regex(/^[\w][\w.+-]*$/)

/**
 * Where a file lies in packages. With `parts`, `{n}` stands for 1, 2, … and `{nn}` for 01, 02, …; every part but the
 * last has `partBytes`. With `inside`, the member is itself a zip archive and the file lies in there.
 */
const PackageIndexSource = z.strictObject({
  package: z.string().regex(/^[a-z0-9{}-]+$/),
  version: z.string().regex(/^[0-9.]+$/),
  member: z.string(),
  inside: z.string().optional(),
  parts: z.number().int().positive().default(1),
  partBytes: z.number().int().positive().optional(),
})
export type PackageIndexSource = z.infer<typeof PackageIndexSource>

const ModelFile = z.strictObject({
  name: FileName,
  /** Exact when `sha256` is known, else approximate. */
  bytes: z.number().int().positive(),
  /** Null: not known to this version; taken from what the publisher states at the download, or the download is refused. */
  sha256: Sha256.nullable(),
  huggingFace: z.strictObject({ repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/), file: z.string() }).optional(),
  packageIndex: PackageIndexSource.optional(),
})
export type ModelFile = z.infer<typeof ModelFile>

/** Codes of ISO 639-1. Records of models that earlier versions installed have none: the catalogue of this version says them. */
const LanguageCodes = z.array(z.string().length(2)).min(1).optional()

const Common = {
  id: FileName,
  title: z.string().min(1),
  licence: z.string().min(1),
  languages: z.string().min(1),
  /** In the records of models that earlier versions installed; nothing reads it. */
  recommended: z.boolean().optional(),
  /** The code of a text of the catalogue of messages (`models.notes`); empty: none. Records of earlier versions have a sentence. */
  note: z.string(),
  /** Models that are fetched with it, since it is of more use with them. */
  fetchedWith: z.array(FileName).optional(),
  files: z.array(ModelFile).min(1),
}

/** What a model that writes is fit for; the shape is that of the contract. */
const Purpose = z.enum(['daily', 'try', 'tests'])
export type Purpose = z.infer<typeof Purpose>

const LanguageEntry = z.strictObject({
  ...Common,
  kind: z.literal('language'),
  language: z.strictObject({
    /** Tokens it was trained for. */
    contextTokens: z.number().int().positive(),
    contextBytesPerToken: z.number().int().positive(),
    /** Thinks aloud before it answers unless told not to. */
    thinks: z.boolean(),
    /** Absent where it is not known: a file of the user's own, or a record of an earlier version. */
    purpose: Purpose.optional(),
    /** See `AnswerOdds` in language-model.ts. */
    answerOdds: z.strictObject({ denied: z.number(), doubted: z.number() }).optional(),
    /** See `PlaceOdds` in language-model.ts. */
    placeOdds: z
      .strictObject({
        rerankerWeight: z.number(),
        denied: z.number(),
        likely: z.number(),
        sure: z.number(),
        languages: LanguageCodes,
      })
      .optional(),
    /** See `EntailmentMeasure` in language-model.ts. */
    entailment: z
      .strictObject({ atLeast: z.number(), right: z.number().int().min(0), of: z.number().int().min(1) })
      .optional(),
    /** See `LanguageModelInfo` in language-model.ts. */
    paraphrases: z.boolean().optional(),
  }),
})

const EmbeddingEntry = z.strictObject({
  ...Common,
  kind: z.literal('embedding'),
  embedding: z.strictObject({
    format: z.enum(['onnx', 'gguf']),
    dimensions: z.number().int().positive(),
    /** Longer texts are cut: word pieces for `onnx`, tokens for `gguf`. */
    maxTokens: z.number().int().positive(),
    /** For the record: `onnx` is always the mean, `gguf` says it itself. */
    pooling: z.enum(['mean', 'last', 'cls']),
    queryPrefix: z.string(),
    passagePrefix: z.string(),
  }),
})

const RerankerEntry = z.strictObject({
  ...Common,
  kind: z.literal('reranker'),
  reranker: z.strictObject({
    format: z.literal('onnx'),
    /** Of question and passage together, in word pieces; the end of a longer passage is not read. */
    maxTokens: z.number().int().positive(),
    /** See `RerankerInfo` in reranker.ts. */
    languages: LanguageCodes,
  }),
})

const CatalogueModel = z.discriminatedUnion('kind', [LanguageEntry, EmbeddingEntry, RerankerEntry])
export type CatalogueModel = z.infer<typeof CatalogueModel>

const Catalogue = z
  .strictObject({ version: z.literal(1), models: z.array(CatalogueModel) })
  .refine(({ models }) => new Set(models.map(({ id }) => id)).size === models.length, 'two models have the same id')

/** Checks a catalogue read from a file. Throws where it does not have the expected shape, which is a fault of ours. */
export function parseCatalogue(value: unknown): readonly CatalogueModel[] {
  const parsed = Catalogue.safeParse(value)
  if (parsed.success) return parsed.data.models
  throw new Error(`The catalogue of models is damaged:\n${z.prettifyError(parsed.error)}`, {
    cause: parsed.error,
  })
}

/** One model as another version may have kept it; null where this version cannot read it. */
export function readModel(value: unknown): CatalogueModel | null {
  return CatalogueModel.safeParse(value).data ?? null
}

/** The models that this version knows, in the order they are offered. */
export function readCatalogue(): readonly CatalogueModel[] {
  return parseCatalogue(catalogue)
}

/** Bytes of all files of a model. */
export function modelBytes(model: Pick<CatalogueModel, 'files'>): number {
  return model.files.reduce((sum, file) => sum + file.bytes, 0)
}
