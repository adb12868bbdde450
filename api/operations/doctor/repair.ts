/** Brings unreadable responses back from a backup, as they were: those whose digest says that nothing was changed since. */
import type { AppContext } from '../../context.ts'
import { readable } from '../../responses/unreadable.ts'
import type { OpenBackup } from '../backup-file.ts'
import type { RecordsRead } from './responses.ts'

/**
 * @param backup made before they were damaged
 * @returns ids of the responses that are readable again
 */
export async function repaired(
  { store, keyring }: Pick<AppContext, 'store' | 'keyring'>,
  { unreadable, misfiled }: Pick<RecordsRead, 'unreadable' | 'misfiled'>,
  backup: OpenBackup,
): Promise<string[]> {
  const wanted = new Set([...unreadable, ...misfiled])
  const done: string[] = []
  for (const page of backup.pages())
    for (const record of page) {
      if (record.kind !== 'response' || !wanted.has(record.row.id)) continue
      const there = await store.responses.get(record.row.id)
      // withdrawn meanwhile, corrected since the backup, or damaged there already
      if (!there || there.digest !== record.row.digest || !(await readable(record.row, keyring))) continue
      // the hash of a code that was destroyed since stays destroyed
      if (await store.responses.replace({ ...record.row, withdrawal: there.withdrawal }, there.digest))
        done.push(record.row.id)
    }
  return done
}
