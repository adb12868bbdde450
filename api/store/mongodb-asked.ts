/** One question to MongoDB; what the driver says when it fails may quote documents, so it goes no further. */
import { type Collection, MongoServerError } from 'mongodb'
import { StoreUnavailable } from './store.ts'

/** How long one operation may last, retries and the wait for a majority included, before the caller has to try again. */
export const operationMs = 4_000
/** The same for one that reads or changes any number of rows. */
export const bulkMs = 60_000

const duplicate = 11000

export const isDuplicate = (error: unknown) => error instanceof MongoServerError && error.code === duplicate

/**
 * The driver has no limit for a whole operation, so this one is ours: a write it gives up may still be done, and is asked again by the
 * same id.
 *
 * @throws StoreUnavailable for any failure but a duplicate id, which is thrown as it is
 */
export async function asked<T>(operation: () => Promise<T>, withinMs = operationMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable('mongodb: no answer in time')), withinMs)
  })
  try {
    return await Promise.race([operation(), late])
  } catch (error) {
    if (isDuplicate(error) || error instanceof StoreUnavailable || !(error instanceof Error)) throw error
    throw new StoreUnavailable(`mongodb: ${error.name}`)
  } finally {
    clearTimeout(timer)
  }
}

/** One question that reads or changes any number of rows. */
export const askedAtLength = <T>(operation: () => Promise<T>): Promise<T> => asked(operation, bulkMs)

/** What a write of many rows is sent with: as durable as any other, and it may take as long as `askedAtLength`. */
export function lengthyWrite({ writeConcern }: Pick<Collection, 'writeConcern'>) {
  if (writeConcern?.w !== 'majority') return {}
  return { writeConcern: { w: 'majority', journal: true, wtimeoutMS: bulkMs } as const }
}

/** False when its id is already there. */
export async function isInserted(insertion: () => Promise<unknown>): Promise<boolean> {
  try {
    await asked(insertion)
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}
