import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { backUp } from '../../../api/operations/backup.ts'
import { backupsIn } from '../../../api/operations/backups.ts'
import { StoreUnavailable } from '../../../api/store/store.ts'
import { Fault } from '../../../cli/fault.ts'
import { diskFull } from '../../../cli/full-disk.ts'
import { anApp } from '../fixture.ts'

// the disk holds the backup, and not the store that is made of it to try it
vi.mock('../../../api/store/open.ts', async (original) => {
  const real = await original<typeof import('../../../api/store/open.ts')>()
  return {
    ...real,
    openStore: async (...given: Parameters<typeof real.openStore>) => {
      const store = await real.openStore(...given)
      const load = () => Promise.reject(new StoreUnavailable('disk full', { cause: diskFull(given[0]) }))
      return given[0].includes('.essai-') ? { ...store, load } : store
    },
  }
})

test('a disk that has no room to try a backup is said to have none, and nothing is left on it', async () => {
  const home = await anApp()
  try {
    const folder = join(home.place.folder, 'backups')
    const { store, keyring } = home.context
    const made = await backUp(store, keyring, { folder, days: 90, now: new Date('2024-06-01T02:00:00Z') }).catch(
      (error: unknown) => error,
    )
    expect(made).toBeInstanceOf(Fault)
    expect((made as Fault).message).toContain(`Le disque est plein (`)
    expect(readdirSync(folder)).toEqual([])
    expect(await backupsIn(store).list()).toEqual([])
  } finally {
    await home.discard()
  }
})
