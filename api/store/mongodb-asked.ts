/** One question to MongoDB; what the driver says when it fails may quote documents, so it goes no further. */
import { MongoServerError } from 'mongodb'
import { StoreUnavailable } from './store.ts'

const duplicate = 11000

export const isDuplicate = (error: unknown) => error instanceof MongoServerError && error.code === duplicate

/** @throws StoreUnavailable for any failure but a duplicate id, which is thrown as it is */
export async function asked<T>(operation: () => Promise<T>): Promise<T> {
  try {
    return await operation()
  } catch (error) {
    if (isDuplicate(error) || !(error instanceof Error)) throw error
    throw new StoreUnavailable(`mongodb: ${error.name}`)
  }
}
