/** An entry on its way: begun from a usual activity or from what comes back, checked here, sent or put aside on the device. */
import { useState } from 'react'
import type { actionLog } from '../../api/wire/public.ts'
import { emptyEntry } from '../../surveys/action-log/entry.ts'
import { entryProblems } from '../../surveys/action-log/problems.ts'
import { stateRows } from '../../surveys/action-log/rows.ts'
import { dayOf } from '../../surveys/days.ts'
import { Refusal } from '../parts/api.ts'
import { fieldErrors, sentenceOf } from '../parts/staff/staffApi.ts'
import { send } from './device/sending.ts'

export type Begun = {
  /** UUID under which it will be stored. */
  id: string
  entry: actionLog.Entry
  /** Of the planned entry it completes; null = a new one. */
  revision: number | null
  /** The activity brought its place, pilot and objectives with it. */
  isUsual: boolean
  isTouched: boolean
  /** The person said that nobody counted. */
  isUncounted: boolean
}

export const fresh = (entry: actionLog.Entry): Begun => ({
  id: crypto.randomUUID(),
  entry,
  revision: null,
  isUsual: false,
  isTouched: false,
  isUncounted: false,
})

/** @param due id of what is due (`/carnet/noter?suite=…`), or null @returns null when an activity is to be chosen first */
export function begunFrom(desk: actionLog.Desk, due: string | null): Begun | null {
  const found = desk.due.find(({ id }) => id === due)
  if (!found) return null
  const { id, entry, day, revision } = found
  const { activity, commune, pilot, partners, hours, cost, objectives, action, repeats } = entry
  const next = { ...emptyEntry(day), activity, commune, pilot, partners, hours, cost, objectives, action, repeats }
  const begun = { ...fresh(next), isUsual: true }
  return revision === null ? begun : { ...begun, id, revision, entry: { ...entry, state: 'done' } }
}

/** What a list of problems says of each field. */
const byPath = (problems: readonly { path: string; message: string }[]) =>
  Object.fromEntries(problems.map(({ path, message }) => [path, message]))

export function useNoting(desk: actionLog.Desk, begun: Begun, done: (how: 'taken' | 'waiting', saved: Begun) => void) {
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [problem, setProblem] = useState('')
  const [like, setLike] = useState<actionLog.EntryTaken['like']>(null)
  const [isUncounted, setUncounted] = useState(false)
  const [isSending, setSending] = useState(false)
  const [masked, setMasked] = useState<string | null>(null)

  async function save(isAnother: boolean, wanted: Begun = begun): Promise<void> {
    const known = {
      communes: new Set(desk.communes.map(({ value }) => value)),
      objectives: new Set(desk.objectives.map(({ number }) => number)),
      actions: new Set(desk.actions.map(({ number }) => number)),
    }
    const { id, entry, revision } = wanted
    const found = entryProblems(entry, known, dayOf(new Date()))
    setErrors(byPath(found))
    setProblem(found.length > 0 ? 'Rien n’est perdu : corrigez ce qui est signalé, puis enregistrez.' : '')
    setLike(null)
    const asksCount =
      found.length === 0 && stateRows[entry.state].isHeld && entry.present === null && !wanted.isUncounted
    setUncounted(asksCount)
    if (found.length > 0 || asksCount) return
    setSending(true)
    try {
      const sent = await send({ id, entry: tidied(entry), revision, isAnother, problem: '', like: null })
      if (sent.outcome === 'waiting') return done('waiting', wanted)
      setMasked(sent.taken.masked)
      if (sent.taken.like) setLike(sent.taken.like)
      else done('taken', wanted)
    } catch (error) {
      setErrors(fieldErrors(error))
      setProblem(
        error instanceof Refusal
          ? sentenceOf(error)
          : 'Le réseau est coupé, et ce navigateur ne peut rien garder. Laissez cette page ouverte et réessayez.',
      )
    } finally {
      setSending(false)
    }
  }
  return { errors, problem, like, isUncounted, isSending, masked, save }
}

/** Lines left empty on the way are no partners. */
export const tidied = (entry: actionLog.Entry): actionLog.Entry => ({
  ...entry,
  partners: entry.partners.map((partner) => partner.trim()).filter((partner) => partner !== ''),
})
