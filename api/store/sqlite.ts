/** The embedded store: one SQLite file, its writer in one thread, and in another a connection that reads whole questionnaires. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { collectionsOn } from './collection.ts'
import { busySeconds, checkedBytes, prepareFile, waitedFor } from './sqlite-file.ts'
import type { After } from './sqlite-records.ts'
import { shapeCopiesOf } from './sqlite-shape.ts'
import { BaseBusy, openThread, type Thread } from './sqlite-thread.ts'
import {
  blockSize,
  type Codes,
  checkedId,
  type DocumentCollection,
  digestsAtOnce,
  everyId,
  type IdRange,
  type ResponseDigest,
  type Responses,
  recordsAtOnce,
  type Store,
  type Stored,
  type StoredRecord,
  type StoredResponse,
  StoreUnavailable,
} from './store.ts'

const longestWaitSeconds = 30

/** `sqlite:data/x.db`, `sqlite:/srv/x.db` and `sqlite:///srv/x.db` name a file. */
export function pathOf(url: string): string {
  const rest = url.slice('sqlite:'.length)
  return rest.startsWith('//') ? fileURLToPath(`file:${rest}`) : resolve(rest)
}

/**
 * Opens the file, made when there is none.
 *
 * @throws Fault when it is damaged, not ours, too open, or cannot be durable where it lies
 */
export async function openSqlite(path: string, warn?: (sentence: string) => void): Promise<Store> {
  prepareFile(path)
  if (statSync(path).size > checkedBytes)
    warn?.(
      'La base dépasse 256\u202fMo : le démarrage ne la relit pas en entier. Tapez « npm run doctor » chaque semaine.',
    )
  const writer = await openWriter(path, warn)
  let reader: Promise<Thread> | null = null
  // most servers never read a whole questionnaire: its thread costs 25 MB and starts when one does
  const readerOf = () => {
    reader ??= openThread(path, 'reader').catch((error) => {
      reader = null
      throw new StoreUnavailable('the reader cannot be opened', { cause: error })
    })
    return reader
  }
  return {
    kind: 'sqlite',
    responses: responsesIn(writer, readerOf),
    codes: codesIn(writer),
    ...collectionsOn((name) => collectionIn(checkedId(name), writer), warn),
    dump: () => recordsOf(path),
    load: (records) => writer.call('loadRecords', [records], bytesOf(records)),
    isEmpty: () => writer.call('isEmpty', []),
    shapeCopies: () => shapeCopiesOf(path),
    examine: async () => ({
      topology: 'une base SQLite, sur cette machine',
      unsafe: await writer.call<string[]>('unsafeSettings', []),
      faults: await integrityOf(path),
    }),
    eraseTraces: () => writer.call('eraseTraces', []),
    async close() {
      await (await reader)?.close()
      await writer.close()
    },
  }
}

/** A base that another program holds is waited for: a backup or a repair of the machine ends. */
async function openWriter(path: string, warn?: (sentence: string) => void): Promise<Thread> {
  for (let left = longestWaitSeconds - busySeconds; ; left -= busySeconds) {
    try {
      return await openThread(path, 'writer')
    } catch (error) {
      if (!(error instanceof BaseBusy) || left === 0) throw error
      warn?.(waitedFor(path, left))
    }
  }
}

/** On a connection of its own: the writer and the readers wait for nobody. */
async function integrityOf(path: string): Promise<string[]> {
  const reader = await openThread(path, 'reader')
  try {
    return await reader.call('integrity', [])
  } finally {
    await reader.close()
  }
}

/** A connection of its own holds one instant of the base: the writer waits for nobody, nor does the dump. */
async function* recordsOf(path: string): AsyncGenerator<StoredRecord[]> {
  const reader = await openThread(path, 'reader')
  try {
    await reader.call('holdSnapshot', [])
    for (const verb of ['documentRecords', 'codeRecords', 'responseRecords'] as const) {
      let after: After = ['', '']
      while (true) {
        const page: StoredRecord[] = await reader.call(verb, [after, recordsAtOnce])
        if (page.length > 0) yield page
        if (page.length < recordsAtOnce) break
        after = placeOf(page.at(-1)!)
      }
    }
    await reader.call('endSnapshot', [])
  } finally {
    await reader.close()
  }
}

function placeOf(record: StoredRecord): After {
  if (record.kind === 'document') return [record.collection, record.id]
  return [record.kind === 'code' ? record.hash : record.row.id, '']
}

const bytesOf = (records: readonly StoredRecord[]) =>
  records.reduce(
    (sum, record) =>
      sum +
      (record.kind === 'response' ? record.row.sealed.byteLength : record.kind === 'code' ? 50 : record.value.length),
    0,
  )

function responsesIn(writer: Thread, readerOf: () => Promise<Thread>): Responses {
  return {
    insert: (row, tombstones) => writer.call('insert', [row, tombstones], row.sealed.byteLength),
    insertInvited: (row, invitation, tombstones) =>
      writer.call('insertInvited', [row, invitation, tombstones], row.sealed.byteLength),
    replace: (row, expectedDigest) => writer.call('replace', [row, expectedDigest], row.sealed.byteLength),
    remove: (id) => writer.call('remove', [id]),
    removeTrial: (questionnaire) => writer.call('removeTrial', [questionnaire]),
    removeAll: (questionnaire) => writer.call('removeAll', [questionnaire]),
    get: (id) => writer.call('response', [id]),
    byWithdrawal: (hash) => writer.call('byWithdrawal', [hash]),
    forgetWithdrawals: (questionnaire) => writer.call('forgetWithdrawals', [questionnaire]),
    count: (questionnaire) => writer.call('count', [questionnaire]),
    keySamples: () => writer.call('keySamples', []),
    blocks: (questionnaire, size = blockSize, range = everyId) =>
      pages<StoredResponse>(readerOf, 'block', questionnaire, size, range),
    digests: (questionnaire) => pages<ResponseDigest>(readerOf, 'digests', questionnaire, digestsAtOnce, everyId),
    newcomers: async (questionnaire, since) => (await readerOf()).call('newcomers', [questionnaire, since]),
    some: async (ids) => (await readerOf()).call('responses', [ids]),
  }
}

/** Reads on from the last id until a page is not full. */
async function* pages<T extends ResponseDigest>(
  readerOf: () => Promise<Thread>,
  verb: 'block' | 'digests',
  questionnaire: string,
  size: number,
  { after, upTo }: IdRange,
) {
  const reader = await readerOf()
  while (true) {
    const page = await reader.call<T[]>(verb, [questionnaire, { after, upTo }, size])
    if (page.length > 0) yield page
    if (page.length < size) return
    after = page.at(-1)!.id
  }
}

const codesIn = (writer: Thread): Codes => ({
  add: (questionnaire, batch, hashes) => writer.call('addCodes', [questionnaire, batch, hashes], hashes.length * 50),
  state: (invitation) => writer.call('codeState', [invitation]),
  counts: (questionnaire) => writer.call('codeCounts', [questionnaire]),
  cancel: (questionnaire, batch) => writer.call('cancelCodes', [questionnaire, batch]),
  removeAll: (questionnaire) => writer.call('removeCodes', [questionnaire]),
})

function collectionIn<T>(name: string, writer: Thread): DocumentCollection<T> {
  const documentOf = (document: Stored<string>): Stored<T> => ({ ...document, value: JSON.parse(document.value) })
  return {
    async get(id) {
      const document = await writer.call<Stored<string> | null>('document', [name, checkedId(id)])
      return document && documentOf(document)
    },
    async list(prefix = '') {
      const documents = await writer.call<Stored<string>[]>('documents', [name, prefix])
      return documents.map(documentOf)
    },
    async put(id, value, expected) {
      const text = JSON.stringify(value)
      return writer.call('putDocument', [name, checkedId(id), text, expected], text.length)
    },
    remove: (id, expected) => writer.call('removeDocument', [name, checkedId(id), expected ?? null]),
  }
}
