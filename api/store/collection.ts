/** Typed collections over the documents of an adapter: checked when they are read, and edited without losing anybody's change. */
import { Fault } from '../../cli/fault.ts'
import type { CollectionRow } from './collection-row.ts'
import type { Collection, DocumentCollection, Store, Stored } from './store.ts'

/** A stored document does not have the shape its row asks for: the message names the place, never the content. */
export class DamagedDocument extends Fault {
  override name = 'DamagedDocument'
  collection: string
  id: string
  revision: number
  /** Where it does not fit: `askedBy.login`; '' for the whole document. */
  path: string
  readonly #value: unknown

  constructor(collection: string, { id, revision, value }: Stored<unknown>, path: string) {
    const place = `${collection}/${id}${path ? ` (${path})` : ''}`
    super(
      `Un document de la base n’a pas la forme attendue et n’est pas lu : ${place}. Reprenez-le depuis une sauvegarde ; « npm run data » liste ces documents.`,
    )
    this.collection = collection
    this.id = id
    this.revision = revision
    this.path = path
    this.#value = value
  }

  /** The document as stored, for whoever can use a part of it; private, so that no log ever prints it. */
  content(): unknown {
    return this.#value
  }
}

/**
 * @param documents the adapter's own documents, by the name of their collection
 * @param warn where the operator reads about a damaged document, once for each
 */
export function collectionsOn(
  documents: (name: string) => DocumentCollection<unknown>,
  warn: (sentence: string) => void = (sentence) => process.emitWarning(sentence),
): Pick<Store, 'documents' | 'collection'> {
  const reported = new Set<string>()
  const report = (damage: DamagedDocument) => {
    const place = `${damage.collection}/${damage.id}`
    if (!reported.has(place)) warn(damage.message)
    reported.add(place)
  }
  return {
    documents: documents as Store['documents'],
    collection: (row) => collectionOf(row, documents(row.name), report),
  }
}

/** @returns the document as it lies, or what is wrong with it */
export function checked<T>({ name, schema }: CollectionRow<T>, document: Stored<unknown>): Stored<T> | DamagedDocument {
  const result = schema.safeParse(document.value)
  if (result.success) return document as Stored<T>
  return new DamagedDocument(name, document, result.error.issues[0]?.path.join('.') ?? '')
}

function collectionOf<T>(
  row: CollectionRow<T>,
  documents: DocumentCollection<unknown>,
  report: (damage: DamagedDocument) => void,
): Collection<T> {
  const put = (id: string, value: T, expected: number | null) => documents.put(id, value, expected)

  async function get(id: string): Promise<Stored<T> | null> {
    const found = await documents.get(id)
    const document = found && checked(row, found)
    if (!(document instanceof DamagedDocument)) return document
    report(document)
    throw document
  }

  return {
    get,
    put,
    remove: (id, expected) => documents.remove(id, expected),

    async list(prefix) {
      return (await documents.list(prefix)).flatMap((found) => {
        const document = checked(row, found)
        if (!(document instanceof DamagedDocument)) return [document]
        report(document)
        return []
      })
    },

    async update(id, edit) {
      for (;;) {
        const document = await get(id)
        const value = await edit(document?.value ?? null)
        if (value === null) return null
        const revision = await put(id, value, document?.revision ?? null)
        if (revision !== 'changed') return { id, revision, value }
      }
    },

    async insertNext(first, entry) {
      for (let number = first; ; number++) {
        const { id, value } = entry(number)
        if ((await put(id, value, null)) !== 'changed') return number
      }
    },
  }
}
