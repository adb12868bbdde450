/** The backup of every day: which process makes it, what became of it, and what a person must know of it. */
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import { dayOf, dayText, startOfDay } from '../../surveys/days.ts'
import type { AppContext } from '../context.ts'
import { collections } from '../store/collections.ts'
import { backUp } from './backup.ts'
import { deleteExpired, lastVerified, longestMs } from './backups.ts'
import type { BackupRun } from './collections.ts'

const hourMs = 3_600_000
/** A day, and time for the largest base and one failed hour. */
const lateMs = 36 * hourMs
const withoutScheduleMs = 7 * 24 * hourMs

const runsOf = ({ store }: Pick<AppContext, 'store'>) => store.collection(collections.backupRuns)

/** Called every hour: makes the backup of the day once its hour has come, again when it failed; deletes those whose time is over. */
export async function backUpDaily(context: AppContext): Promise<void> {
  await deleteExpired(context.store, context.now().toISOString())
  const { backupFolder, backupHour, backupDays } = (await context.settings()).values
  const day = dayOf(context.now())
  if (backupFolder === '' || context.now().getTime() < new Date(startOfDay(day)).getTime() + backupHour * hourMs) return
  const runs = runsOf(context)
  const known = await runs.get(day)
  const startedAt = context.now().toISOString()
  if (known?.value.outcome === 'done' || (known?.value.outcome === 'running' && isYoung(context, known.value))) return
  const revision = await runs.put(day, { startedAt, outcome: 'running', why: '' }, known?.revision ?? null)
  if (revision === 'changed') return
  try {
    await backUp(context.store, context.keyring, { folder: backupFolder, days: backupDays, now: context.now() })
    await runs.put(day, { startedAt, outcome: 'done', why: '' }, revision)
    await context.audit.record({ who: 'serveur', what: 'backup-made', about: day })
  } catch (error) {
    await runs.put(day, { startedAt, outcome: 'failed', why: (error as Error).message }, revision)
    throw error
  }
  await forgetOldRuns(context, day)
}

async function forgetOldRuns(context: AppContext, day: string): Promise<void> {
  for (const { id } of await runsOf(context).list()) if (id < day) await runsOf(context).remove(id)
}

const isYoung = (context: AppContext, { startedAt }: BackupRun) =>
  context.now().getTime() - new Date(startedAt).getTime() < longestMs

/** What is wrong with the backups, in one sentence; null when nothing is. */
export async function backupTrouble(
  context: Pick<AppContext, 'store' | 'settings' | 'questionnaires' | 'now'>,
): Promise<{ text: string; urgent: boolean } | null> {
  const { backupFolder } = (await context.settings()).values
  const last = await lastVerified(context.store)
  const ageMs = last ? context.now().getTime() - new Date(last.at).getTime() : Number.POSITIVE_INFINITY
  const run = (await runsOf(context).list()).at(-1)?.value
  if (backupFolder !== '' && run?.outcome === 'failed' && run.startedAt > (last?.at ?? ''))
    return { text: `La sauvegarde du ${dayText(run.startedAt)} a échoué. ${run.why}`, urgent: true }
  if (last && last.machine === hostname() && !existsSync(last.file))
    return {
      text: `La dernière sauvegarde vérifiée n’est plus à sa place (${last.file})\u202f: faites-en une autre.`,
      urgent: true,
    }
  if (ageMs <= (backupFolder === '' ? withoutScheduleMs : lateMs)) return null
  const { questionnaires } = await context.questionnaires.list()
  const urgent = backupFolder !== '' || questionnaires.some(({ status }) => status !== 'trial')
  if (last) {
    const wanted = backupFolder === '' ? 'programmez-en une chaque jour' : 'vérifiez le dossier et le disque'
    return { text: `La dernière sauvegarde vérifiée date du ${dayText(last.at)}\u202f: ${wanted}.`, urgent }
  }
  return backupFolder === ''
    ? { text: 'Aucune sauvegarde n’est programmée : indiquez un dossier et une heure.', urgent }
    : { text: 'Aucune sauvegarde n’a encore été faite. La première viendra à l’heure choisie.', urgent: false }
}
