/**
 * The erasure ledger: every erasure has its number in the store, where all instances agree on it, and a line in a file in a second
 * place before the person is answered. A store put back from a copy is behind the file: what it missed is erased again.
 */
import { Fault } from '../../cli/fault.ts'
import type { Deriver } from '../keys/keyring.ts'
import { collections } from '../store/collections.ts'
import { type Store, type Stored, StoreUnavailable } from '../store/store.ts'
import { erase } from './erase.ts'
import { chained, type Erasure, type ErasureKind, follows, type Head, noErasure } from './erasure.ts'
import {
  appendErasures,
  type LedgerFile,
  makeLedger,
  missingLedger,
  notedJournal,
  readLedger,
  refuseOpenLedger,
} from './ledger-file.ts'

export type Ledger = ReturnType<typeof ledgerIn>
type Noted = Stored<{ count: number }>

const idOf = (number: number) => String(number).padStart(12, '0')

/** @returns the last erasure of the store; `from` is one that is known to be there */
export async function erasureHead(store: Store, from: Head = noErasure): Promise<Head> {
  const erasures = store.collection(collections.erasures)
  const ledgers = from.number > 0 ? [] : await store.collection(collections.ledgers).list()
  const noted = Math.max(0, ...ledgers.map(({ value }) => value.count))
  const known = noted > 0 ? await erasures.get(idOf(noted)) : null
  let head = known ? { number: known.value.number, hash: known.value.hash } : from
  for (;;) {
    const next = await erasures.get(idOf(head.number + 1))
    if (!next) return head
    head = { number: next.value.number, hash: next.value.hash }
  }
}

export function ledgerIn(store: Store, path: string, keyring: Deriver, now: () => Date) {
  const erasures = store.collection(collections.erasures)
  const ledgers = store.collection(collections.ledgers)
  let head = noErasure
  let opening: Promise<number> | null = null
  let before: Promise<unknown> = Promise.resolve()

  /** One after the other: two appends of one process never cross. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = before.then(work)
    before = turn.catch(() => {})
    return turn
  }

  async function opened(): Promise<number> {
    refuseOpenLedger(path)
    const notes = await ledgers.list()
    const file = fileThere(notes) ?? made()
    const missed = await missedIn(file, notes)
    for (const entry of missed) {
      await erasures.put(idOf(entry.number), entry, null)
      await erase(store, entry)
    }
    await caughtUp(file)
    return missed.length
  }

  /**
   * @param notes what the store had noted before the file was read
   * @returns erasures of the file that the store does not know
   * @throws Fault when file and store do not go together
   */
  async function missedIn(file: LedgerFile, notes: readonly Noted[]): Promise<Erasure[]> {
    if (file.keyring !== keyring.id) throw new Fault(foreign(path))
    const noted = notes.find(({ id }) => id === file.ledger)?.value.count ?? 0
    if (file.head.number < noted) throw new Fault(shortened(path, noted))
    const known = await erasureHead(store)
    await sameChain(file, known)
    if (file.entries.length > 0 && known.number === 0 && !(await isUsed())) throw new Fault(emptyBeside(path))
    return file.entries.slice(known.number)
  }

  function made(): LedgerFile {
    makeLedger(path, keyring)
    return readLedger(path, keyring)!
  }

  /**
   * Null before the first erasure. The store notes what the file already holds: its notes are read first, or what another process
   * writes in between would seem lost.
   *
   * @throws Fault when the store has noted one and it is gone
   */
  function fileThere(notes: readonly Noted[]): LedgerFile | null {
    const file = readLedger(path, keyring)
    if (!file && notes.length > 0) throw new Fault(missingLedger(path))
    return file
  }

  const isUsed = async () => (await store.documents(collections.questionnaires.name).list()).length > 0

  /** @throws Fault unless one of the two goes on where the other stops */
  async function sameChain({ entries }: LedgerFile, known: Head): Promise<void> {
    const shared = Math.min(entries.length, known.number)
    if (shared === 0) return
    const stored = (await erasures.get(idOf(shared)))?.value.hash
    if (stored !== entries[shared - 1]!.hash) throw new Fault(foreign(path))
  }

  /** The file takes what other instances, or a server that stopped in between, left in the store; then the store notes it. */
  async function caughtUp(file: LedgerFile): Promise<void> {
    head = await erasureHead(store, head.number > file.head.number ? file.head : head)
    const lacking: Erasure[] = []
    let last = file.head
    while (last.number < head.number) {
      const entry = (await erasures.get(idOf(last.number + 1)))!.value
      if (!follows(last, entry)) throw new Fault(foreign(path))
      lacking.push(entry)
      last = { number: entry.number, hash: entry.hash }
    }
    appendErasures(path, keyring, lacking)
    for (;;) {
      const noted = await ledgers.get(file.ledger)
      if (noted && noted.value.count >= last.number) return
      if ((await ledgers.put(file.ledger, { count: last.number }, noted?.revision ?? null)) !== 'changed') return
    }
  }

  const open = () => {
    opening ??= opened().catch((error) => {
      opening = null
      throw error
    })
    return opening
  }

  return {
    path,

    /**
     * Compares file and store, each brought up to the other.
     *
     * @returns how many erasures of the file the store had missed, and that were made again
     * @throws Fault when the file is missing, shortened, changed, or that of another store
     */
    open,

    /**
     * The same comparison, and nothing is written.
     *
     * @throws Fault as `open` does
     */
    async compare(): Promise<{ erasures: number; missed: number }> {
      const notes = await ledgers.list()
      const file = fileThere(notes)
      return file
        ? { erasures: file.head.number, missed: (await missedIn(file, notes)).length }
        : { erasures: 0, missed: 0 }
    },

    /**
     * In the store and in the file, durable in both, when it resolves: now it may be erased, and the person answered.
     *
     * @throws StoreUnavailable when either cannot be written: nothing may be erased
     */
    async record(kind: ErasureKind, id: string, questionnaire: string): Promise<void> {
      try {
        await open()
        await inTurn(async () => {
          for (;;) {
            head = await erasureHead(store, head)
            const entry = chained(head, { at: now().toISOString(), kind, id, questionnaire })
            if ((await erasures.put(idOf(entry.number), entry, null)) !== 'changed') break
          }
          const file = readLedger(path, keyring)
          if (!file) throw new Fault(missingLedger(path))
          await caughtUp(file)
        })
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        throw new StoreUnavailable('the erasure ledger cannot be written', { cause: error })
      }
    },

    /** Makes every erasure again: after a restore, since the copy may be older than any of them. @returns how many rows went */
    async replay(): Promise<number> {
      let gone = 0
      for (const { value } of await erasures.list()) gone += await erase(store, value)
      return gone
    },

    /** The last line of the journal it has heard of. */
    journal: (): Head | null => notedJournal(path, keyring),

    /** Every erasure the store knows. */
    entries: async (): Promise<Erasure[]> => (await erasures.list()).map(({ value }) => value),

    /**
     * A file written anew from the store, in the place of one that is lost for good.
     *
     * @throws Fault when a file is there
     */
    async rebuild(): Promise<number> {
      if (readLedger(path, keyring))
        throw new Fault(`Le registre des effacements ${path} est là : il n’y a rien à refaire.`)
      makeLedger(path, keyring)
      await caughtUp(readLedger(path, keyring)!)
      return head.number
    },
  }
}

const foreign = (path: string) =>
  `Le registre des effacements ${path} n’est pas celui de cette base : indiquez le bon par LEDGER ; rien n’a été modifié.`
const emptyBeside = (path: string) =>
  `Cette base est vide alors que le registre des effacements ${path} a déjà servi : restaurez une sauvegarde (npm run restore), ou déplacez ce registre si vous commencez vraiment une nouvelle base ; rien n’a été modifié.`
const shortened = (path: string, count: number) =>
  `Le registre des effacements ${path} est plus court que ce que la base a noté (${count} effacement${count > 1 ? 's' : ''}) : remettez-le à sa place depuis sa copie ; rien n’a été modifié.`
