/**
 * The journal of deeds: who did what to what, and when; never an answer. Each line holds the keyed hash of the line before,
 * so that a line changed, removed or slipped in is found by whoever has the keyring. Its end is sealed, and repeated in the
 * ledger and in each backup: lines cut off it are missed there.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { canonical } from '../../surveys/canonical.ts'
import { type Head, noErasure } from '../erasure/erasure.ts'
import { notedJournal, noteJournal } from '../erasure/ledger-file.ts'
import type { Keyring } from '../keys/keyring.ts'
import { collections } from '../store/collections.ts'
import type { Store } from '../store/store.ts'
import type { AuditLine, AuditMark } from './collections.ts'

export type { AuditLine }
export type NewLine = Pick<AuditLine, 'who' | 'what'> & Partial<Pick<AuditLine, 'about' | 'details'>>

/** A line written down elsewhere; `by` says where, in French: « la sauvegarde du 3 mars ». */
export type Noted = Head & { by: string }
export type AuditFault = { number: number; why: string }
export type AuditReport = { lines: number; last: string; faults: AuditFault[] }

export type Audit = ReturnType<typeof auditIn>

const start = '0'.repeat(43)
const idOf = (number: number) => String(number).padStart(12, '0')
/** Lines in one page of the journal: those whose number shares all but its last two figures. */
export const pageSize = 100

/** @param ledgerPath where the end is repeated; without one, lines added are the reader's own scratch */
export function auditIn(store: Store, keyring: Keyring, now: () => Date, ledgerPath: string | null = null) {
  const collection = store.collection(collections.audit)
  // where the chain ends, for speed and to miss lines cut off its end
  const ends = store.collection(collections.auditEnd)
  // the last line deleted, when the beginning was: where the chain is taken up again
  const starts = store.collection(collections.auditStart)
  const key = () => keyring.secret('audit').digest
  const sealOf = (which: 'start' | 'end', { number, hash }: Head) =>
    createHmac('sha256', key()).update(`${which} ${number} ${hash}`).digest('base64url')
  const isSealed = (which: 'start' | 'end', mark: AuditMark) => isSame(mark.seal, sealOf(which, mark))
  const hashOf = ({ hash: _, ...line }: AuditLine) =>
    createHmac('sha256', key()).update(canonical(line)).digest('base64url')

  async function last(): Promise<Head> {
    const { number, hash } = (await ends.get('end'))?.value ?? noErasure
    let end: Head = { number, hash }
    for (;;) {
      const next = await collection.get(idOf(end.number + 1))
      if (!next) return end
      end = { number: next.value.number, hash: next.value.hash }
    }
  }

  const moveEnd = (head: Head) =>
    ends.update('end', (end) => (end && end.number >= head.number ? null : { ...head, seal: sealOf('end', head) }))

  /** Whether this line is in the journal as it was; of one that was deleted with the past, only the last is known. */
  async function stands({ number, hash }: Head): Promise<boolean> {
    if (number === 0) return true
    const begin = (await starts.get('start'))?.value
    if (begin && number < begin.number) return true
    const there = begin?.number === number ? begin.hash : (await collection.get(idOf(number)))?.value.hash
    return there !== undefined && isSame(there, hash)
  }

  /** The ledger hears of the last line. One it has noted and that is gone stays there: it is the proof. */
  async function repeatEnd(head: Head): Promise<void> {
    if (ledgerPath === null) return
    const noted = notedJournal(ledgerPath, keyring)
    if (noted === null || noted.number >= head.number || !(await stands(noted))) return
    try {
      noteJournal(ledgerPath, keyring, head)
    } catch {
      // a ledger that cannot be written stops the erasures, and says so: the deed was done, and its line stands
    }
  }

  return {
    /** Adds a line; durable when it resolves. Two instances never write the same number. */
    async record({ who, what, about = '', details = {} }: NewLine): Promise<AuditLine> {
      for (;;) {
        const { number, hash: previous } = await last()
        const line: AuditLine = {
          number: number + 1,
          at: now().toISOString(),
          who,
          what,
          about,
          details,
          previous,
          hash: '',
        }
        line.hash = hashOf(line)
        if ((await collection.put(idOf(line.number), line, null)) === 'changed') continue
        await moveEnd({ number: line.number, hash: line.hash })
        await repeatEnd({ number: line.number, hash: line.hash })
        return line
      }
    },

    head: last,

    /** One page, newest line first; page 0 holds the newest lines. */
    async page(back: number): Promise<{ lines: AuditLine[]; pages: number }> {
      const { number } = await last()
      const whole = Math.floor(number / pageSize) + 1
      const pages = whole - Math.floor(((await starts.get('start'))?.value.number ?? 0) / pageSize)
      const wanted = whole - 1 - back
      if (back >= pages) return { lines: [], pages }
      const stored = await collection.list(idOf(wanted * pageSize).slice(0, -2))
      return { lines: stored.map(({ value }) => value).reverse(), pages }
    },

    /** Lines written before this hour. */
    async before(at: string): Promise<AuditLine[]> {
      // nearly always the oldest line is young enough: the others are not read
      const oldest = await collection.get(idOf(((await starts.get('start'))?.value.number ?? 0) + 1))
      if (oldest && oldest.value.at >= at) return []
      const lines = (await collection.list()).map(({ value }) => value)
      const end = lines.findIndex((line) => line.at >= at)
      return end < 0 ? lines : lines.slice(0, end)
    },

    /** Deletes the lines written before this hour; the rest of the chain still proves itself. Returns how many. */
    async trim(at: string): Promise<number> {
      const old = await this.before(at)
      const cut = old.at(-1)
      if (!cut) return 0
      const stored = await starts.get('start')
      const start = { number: cut.number, hash: cut.hash }
      if (
        (await starts.put('start', { ...start, seal: sealOf('start', start) }, stored?.revision ?? null)) === 'changed'
      )
        return 0
      for (const { number } of old) await collection.remove(idOf(number))
      return old.length
    },

    /**
     * Reads the whole chain again.
     *
     * @param noted lines written down elsewhere: each must still be there, as it was
     */
    async verify(noted: readonly Noted[] = []): Promise<AuditReport> {
      const faults: AuditFault[] = []
      const begin = (await starts.get('start'))?.value
      if (begin && !isSealed('start', begin))
        faults.push({ number: begin.number, why: 'n’est pas le début que le serveur avait noté' })
      // what a stopped server had not deleted yet
      const lines = (await collection.list()).filter(({ value }) => value.number > (begin?.number ?? 0))
      let previous = begin?.hash ?? start
      let expected = (begin?.number ?? 0) + 1
      for (const { id, value } of lines) {
        if (value.number !== expected || id !== idOf(value.number)) {
          faults.push({ number: expected, why: missing(expected, value.number) })
        } else if (!isSame(value.previous, previous)) {
          faults.push({ number: value.number, why: 'ne suit pas la ligne d’avant : l’une des deux a été changée' })
        }
        if (!isSame(hashOf(value), value.hash)) faults.push({ number: value.number, why: 'a été changée' })
        previous = value.hash
        expected = value.number + 1
      }
      const end = (await ends.get('end'))?.value
      if (end && end.number >= expected) faults.push({ number: expected, why: missing(expected, end.number + 1) })
      // the server that wrote a first line may have stopped before it noted the end
      if (end ? !isSealed('end', end) : lines.length > 1)
        faults.push({ number: end?.number ?? expected - 1, why: 'n’est pas la fin que le serveur avait notée' })
      for (const { by, ...head } of noted)
        if (!(await stands(head))) faults.push({ number: head.number, why: `n’est plus celle que dit ${by}` })
      return { lines: lines.length, last: previous, faults }
    },
  }
}

const missing = (from: number, next: number) =>
  next - from > 1 ? `manque, ainsi que les suivantes jusqu’à ${next - 1}` : 'manque'

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
