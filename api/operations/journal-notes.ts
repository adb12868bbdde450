/** Where the end of the journal is written down out of the base: the ledger, and every backup that is here. */
import { existsSync } from 'node:fs'
import { Fault } from '../../cli/fault.ts'
import { dayText } from '../../surveys/days.ts'
import type { AppContext } from '../context.ts'
import type { Noted } from './audit.ts'
import { manifestOf } from './backup-file.ts'
import { backupsIn } from './backups.ts'

type Context = Pick<AppContext, 'store' | 'keyring' | 'ledger'>

/** Backups the store knows: one made before an older one was restored has a journal that went on otherwise. */
export async function journalNotes({ store, keyring, ledger }: Context): Promise<Noted[]> {
  const noted = ledger.journal()
  const notes: Noted[] = noted ? [{ ...noted, by: 'le registre des effacements' }] : []
  for (const { value } of await backupsIn(store).list()) {
    if (value.master === null || !value.verified || !existsSync(value.file)) continue
    try {
      const { at, journal } = manifestOf(value.file, keyring)
      notes.push({ ...journal, by: `la sauvegarde du ${dayText(at)}` })
    } catch (error) {
      // a damaged backup proves nothing of the journal
      if (!(error instanceof Fault)) throw error
    }
  }
  return notes
}
