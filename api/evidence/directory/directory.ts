/** The directory of actors: cards saved with their history, checked, shown by consent; an actor reads and leaves by its own secret address. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { actions } from '../../../surveys/authority/plan.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { type Card, type CardProblem, cardProblems, emptyCard, tidyCard } from '../../../surveys/directory/card.ts'
import { ageValues, themeValues } from '../../../surveys/directory/rows.ts'
import type { DataContext } from '../../data-context.ts'
import { erase } from '../../erasure/erase.ts'
import { Problem } from '../../http/problems.ts'
import { collections } from '../../store/collections.ts'
import type { ActorDocument, DirectoryDocument } from './collections.ts'

export type KnownActor = { id: string; revision: number; value: ActorDocument }
type Account = { login: string; name: string }
type Consent = ActorDocument['consent']

/** A card that nobody has checked for so long is out of date. */
export const staleDays = 365
/** A link serves a year, and a month for who answers late. */
export const linkDays = 400
/** Corrections a card holds; the oldest go first. */
export const mostHistory = 30
/** Proposals that wait; beyond, somebody is filling the list for fun. */
export const mostProposals = 200
const dayMs = 86_400_000

export const nothingYet: DirectoryDocument = { history: [], takesProposals: false, serves: [], left: [] }

export const knownInPlan = () => ({
  communes: new Set(communes().map(({ insee }) => insee)),
  actions: new Set(actions().map(({ number }) => number)),
})

/** In the order of the alphabet, accents aside. */
export const byName = (a: { value: { card: Card } }, b: { value: { card: Card } }) =>
  a.value.card.name.localeCompare(b.value.card.name, 'fr', { sensitivity: 'base' })

/** Everybody reads it: somebody agreed, and no proposal waits to be read. */
export const isShown = ({ consent, isProposed }: Pick<ActorDocument, 'consent' | 'isProposed'>) =>
  consent !== null && !isProposed

/** Its author came by itself: what it corrects is read before it is public. */
export const isReadFirst = ({ consent }: Pick<ActorDocument, 'consent'>) => consent?.way === 'online'

export const isStale = ({ checkedAt }: Pick<ActorDocument, 'checkedAt'>, now: Date) =>
  checkedAt === null || now.getTime() - new Date(checkedAt).getTime() > staleDays * dayMs

const digestOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
const order = { themes: themeValues, ages: ageValues }
const tidied = (card: Card) => tidyCard(card, order)
const isSame = (a: Card, b: Card) => JSON.stringify(tidied(a)) === JSON.stringify(tidied(b))

export type Directory = ReturnType<typeof directoryIn>

export function directoryIn({ store, ledger, now }: Pick<DataContext, 'store' | 'ledger' | 'now'>) {
  const actors = store.collection(collections.actors)
  const state = store.collection(collections.directory)
  const at = () => now().toISOString()

  const all = async (): Promise<KnownActor[]> => (await actors.list()).toSorted(byName)
  const current = async (): Promise<DirectoryDocument> => (await state.get('current'))?.value ?? nothingYet

  /** @throws Problem actor-unknown */
  async function get(id: string): Promise<KnownActor> {
    const found = await actors.get(id)
    if (!found) throw new Problem('actor-unknown')
    return found
  }

  /** @throws Problem actor-link when no card has this link, or its time is over */
  async function bySecret(secret: string): Promise<KnownActor> {
    const digest = digestOf(secret)
    const found = (await all()).find(({ value: { link } }) => link?.digest === digest)
    if (!found?.value.link || found.value.link.until <= at()) throw new Problem('actor-link')
    return found
  }

  /** @throws Problem actor-unknown when it left meanwhile */
  async function changed(id: string, edit: (before: ActorDocument) => ActorDocument): Promise<void> {
    await actors.update(id, (before) => {
      if (before === null) throw new Problem('actor-unknown')
      return edit(before)
    })
  }

  const corrected = (before: ActorDocument, card: Card, { login, name }: Account): ActorDocument =>
    isSame(before.card, card)
      ? before
      : {
          ...before,
          card: tidied(card),
          // what its author writes before anybody has read it is no version to come back to
          history:
            before.isProposed && login === ''
              ? before.history
              : [...before.history, { at: at(), by: login, name, before: before.card }].slice(-mostHistory),
        }

  async function erased(id: string): Promise<void> {
    // the ledger has it before anything goes: no backup brings the card back
    await ledger.record('actor', id, '')
    await erase(store, { kind: 'actor', id, questionnaire: '', at: at() })
    await state.update('current', (before) => ({
      ...(before ?? nothingYet),
      left: [...(before ?? nothingYet).left, at().slice(0, 10)],
    }))
  }

  const newLink = (secret: string) => ({
    digest: digestOf(secret),
    madeAt: at(),
    until: new Date(now().getTime() + linkDays * dayMs).toISOString(),
  })

  return {
    all,
    get,
    current,
    bySecret,

    isOpen: async (): Promise<boolean> => (await current()).history.at(-1)?.kind === 'opened',

    /** Those everybody may read, whether the directory is open or not. */
    shown: async (): Promise<KnownActor[]> => (await all()).filter(({ value }) => isShown(value)),

    /**
     * Saves a card of the staff's; noting what changed, and that it was read now.
     *
     * @param revision the one it was opened at; null = it is new
     * @throws Problem changed-meanwhile, form-refused with what is wrong
     */
    async save(id: string, sent: { card: Card; consent: Consent }, by: Account, revision: number | null) {
      refuse(cardProblems(sent.card, knownInPlan()))
      const stored = await actors.get(id)
      const before = stored?.value ?? newActor(at())
      const next: ActorDocument = {
        ...(stored ? corrected(before, sent.card, by) : { ...before, card: tidied(sent.card) }),
        consent: sent.consent,
        isProposed: false,
        checkedAt: at(),
      }
      if ((await actors.put(id, next, revision)) === 'changed') throw new Problem('changed-meanwhile')
    },

    /** Cards of a table, each new or corrected by its name; without a consent, the one there stays. */
    async saveAll(rows: readonly { id: string | null; card: Card; consent: Consent }[], by: Account): Promise<void> {
      for (const { id, card, consent } of rows)
        if (id === null)
          await actors.put(randomUUID(), { ...newActor(at()), card: tidied(card), consent, checkedAt: at() }, null)
        else
          await changed(id, (before) => ({
            ...corrected(before, card, by),
            consent: consent ?? before.consent,
            checkedAt: at(),
          }))
    },

    /** Somebody said that all of it is still right. */
    check: (id: string) => changed(id, (before) => ({ ...before, checkedAt: at() })),

    /**
     * A proposed card is read and goes public.
     *
     * @param revision the one that was read
     * @throws Problem actor-unknown, actor-changed when its author has corrected it meanwhile
     */
    async accept(id: string, revision: number): Promise<void> {
      const { value } = await get(id)
      if ((await actors.put(id, { ...value, isProposed: false }, revision)) === 'changed')
        throw new Problem('actor-changed')
    },

    /** @returns a new secret, which is stored nowhere; a link made before serves no more */
    async makeLink(id: string): Promise<{ secret: string; until: string }> {
      const secret = randomBytes(24).toString('base64url')
      const link = newLink(secret)
      await changed(id, (before) => ({ ...before, link }))
      return { secret, until: link.until }
    },

    /** Erased for good, at once, from every page. */
    remove: async (id: string) => {
      await get(id)
      await erased(id)
    },

    /**
     * The actor says by its link what its card is now; the same card again says that it is right. A correction by whom nobody of the
     * staff has ever spoken to is read again before it is public.
     */
    async saveOwn(secret: string, card: Card): Promise<void> {
      const { id } = await bySecret(secret)
      refuse(cardProblems(card, knownInPlan()))
      await changed(id, (before) => ({
        ...corrected(before, card, { login: '', name: '' }),
        isProposed: before.isProposed || (isReadFirst(before) && !isSame(before.card, card)),
        checkedAt: at(),
      }))
    },

    async leave(secret: string): Promise<void> {
      const { id } = await bySecret(secret)
      await erased(id)
    },

    /**
     * An actor proposes its card under a secret of its own making, and consents by doing so; sent twice, it is there once.
     *
     * @throws Problem proposals-closed, form-refused, too-many-writes
     */
    async propose(secret: string, { card, by }: { card: Card; by: string }): Promise<void> {
      if (!(await current()).takesProposals) throw new Problem('proposals-closed')
      refuse(cardProblems(card, knownInPlan()))
      const known = await all()
      const link = newLink(secret)
      if (known.some(({ value }) => value.link?.digest === link.digest)) return
      if (known.filter(({ value }) => value.isProposed).length >= mostProposals) throw new Problem('too-many-writes')
      const consent = { by, day: at().slice(0, 10), way: 'online' as const }
      const document = { ...newActor(at()), card: tidied(card), consent, isProposed: true, checkedAt: at(), link }
      await actors.put(randomUUID(), document, null)
    },

    /** Notes a decision of the staff, or what the directory serves. */
    async decide(change: (before: DirectoryDocument) => DirectoryDocument): Promise<void> {
      await state.update('current', (before) => change(before ?? nothingYet))
    },
  }
}

const newActor = (addedAt: string): ActorDocument => ({
  card: emptyCard,
  consent: null,
  isProposed: false,
  checkedAt: null,
  link: null,
  addedAt,
  history: [],
})

function refuse(problems: readonly CardProblem[]): void {
  if (problems.length > 0) throw new Problem('form-refused', [...problems])
}
