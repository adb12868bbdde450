/** The encrypted responses of a tablet, in order of arrival, on disk before anybody is thanked. */
import { database } from './database.ts'
import type { EncryptedResponse } from './encrypt.ts'

export type Queued = { number: number; response: EncryptedResponse }

export const queue = {
  /**
   * Resolves once the response is on the disk; the same one again changes nothing.
   *
   * @throws DOMException when this tablet could not store it: the page must say so
   */
  async add(response: EncryptedResponse): Promise<void> {
    const change = (await database()).transaction('queue', 'readwrite', { durability: 'strict' })
    const known = await change.store.index('id').getKey(response.id)
    if (known === undefined) await change.store.add(response)
    await change.done
  },

  /** The oldest ones. */
  async first(count: number): Promise<Queued[]> {
    const { store } = (await database()).transaction('queue')
    const [numbers, responses] = await Promise.all([store.getAllKeys(null, count), store.getAll(null, count)])
    return numbers.map((number, at) => ({ number, response: responses[at]! }))
  },

  async drop(numbers: number[]): Promise<void> {
    const change = (await database()).transaction('queue', 'readwrite', { durability: 'strict' })
    for (const number of numbers) await change.store.delete(number)
    await change.done
  },

  all: async (): Promise<EncryptedResponse[]> => (await database()).getAll('queue'),
  count: async (): Promise<number> => (await database()).count('queue'),
}
