/** What a publication reads: a snapshot of the responses, the last one again or a new one. */
import { candidatesOf, withSince } from '../../analysis/columns/candidates.ts'
import { ordered } from '../../analysis/columns/ordered.ts'
import { weigh } from '../../analysis/design/weigh.ts'
import type { ListMembers, Membership } from '../../analysis/disclosure/membership.ts'
import { fieldworkCount } from '../../analysis/disclosure/publication.ts'
import { contentTokenLength } from '../../analysis/disclosure/record-key.ts'
import { rules } from '../../analysis/disclosure/rules.ts'
import { countedIn, isWhole, joinedSince, mayRenew, sinceOf } from '../../analysis/disclosure/snapshot.ts'
import { dayOf } from '../../surveys/days.ts'
import type { ReadStudy } from '../responses/read-study.ts'
import type { Store } from '../store/store.ts'
import type { StoredSnapshot } from './collections.ts'
import { hashOf, type Members, snapshotsIn, zonesName } from './snapshots.ts'

/** Characters of a member token. */
const tokenLength = 12

export type FrozenStudy =
  | {
      /** The study of the responses that the snapshot counts. */
      study: ReadStudy
      /** Names answers, tables and version: the same name, the same figures. */
      name: string
      /** To be inserted with the publication; null = it is there already. */
      next: StoredSnapshot | null
      /** Who joined since the last one, to the nearest five, see `joinedSince`; `isTogether`: more came, in too few hours to count. */
      joined: number
      isTogether: boolean
    }
  /** French: why nothing may be published today. */
  | { refused: string }

/**
 * The snapshot a publication reads: the last one again, or a new one when eleven families joined.
 *
 * @param lastPublished what stands in the place of groups of which somebody is gone
 */
export async function frozenStudy(
  store: Store,
  study: ReadStudy,
  at: string,
  lastPublished: ReadStudy['lastPublished'] | null,
): Promise<FrozenStudy> {
  const { slug } = study.questionnaire
  const day = dayOf(at)
  const history = await snapshotsIn(store).all(slug, study.trial)
  const stored = history.at(-1) ?? null
  const last = stored && membershipOf(stored)
  const now = candidatesOf(study, study.members, day)
  const zones = zonesName(study.zones)
  const isRedrawn = stored !== null && stored.zones !== zones
  if (last === null && !mayRenew(now, null))
    return { refused: `Il faut au moins ${rules.leastDescribed} réponses pour publier.` }
  if (isRedrawn && stored.epoch > 0)
    return {
      refused: 'Les zones ont déjà été redessinées une fois après une publication : ouvrez un nouveau questionnaire.',
    }
  const isNew = mayRenew(now, last)
  if (!isNew && !isAsCounted(study, now, stored!, last!))
    return {
      refused: `Des réponses ont été corrigées, retirées ou mises de côté : il faut ${rules.leastNew} nouvelles réponses, arrivées à des heures différentes, avant de publier.`,
    }
  if ((isNew || isRedrawn) && history.length >= rules.mostSnapshots)
    return {
      refused: `Ce questionnaire a déjà ${rules.mostSnapshots} publications de réponses différentes : davantage ferait connaître qui a répondu entre deux.`,
    }
  const counted = isNew ? study : only(study, new Set(last!.tokens))
  // zones drawn afresh come with other noise, and are counted among the snapshots
  if (!isNew && !isRedrawn && stored!.margins !== undefined && stored!.margins !== marginsName(counted))
    return {
      refused: `Les marges ont changé et les réponses sont les mêmes : la différence ferait connaître des personnes. Il faut ${rules.leastNew} nouvelles réponses, arrivées à des heures différentes, avant de publier ; ou remettez les marges de la dernière publication.`,
    }
  const known = knownAgain(counted.members, history)
  const {
    membership,
    withheld,
    earlier: unchanged,
  } = countedIn(candidatesOf(counted, known.members, day), isRedrawn ? null : known.last)
  // other noise, nothing to compare
  const earlier = isRedrawn
    ? []
    : history.filter(({ epoch }) => epoch === stored?.epoch).slice(0, isNew ? undefined : -1)
  const since = sinceOf(known.members, earlier.map(known.tokensOf))
  const own: ReadStudy = {
    ...counted,
    ...(earlier.length > 0 ? { table: withSince(counted.table, since) } : {}),
    withheld,
    earlier: unchanged,
    ...(lastPublished ? { lastPublished } : {}),
    ...(isNew || stored === null ? {} : { period: stored.period, digest: stored.answers }),
  }
  const isNext = isNew || isRedrawn
  const number = isNext ? history.length + 1 : history.length
  const next = isNext
    ? storedOf(own, membership, { number, at, zones, epoch: (stored?.epoch ?? 0) + Number(isRedrawn) })
    : null
  const name = hashOf([number, own.digest, own.reference, own.questionnaire.version])
  const joined = last === null ? 0 : joinedSince(now, last)
  const isTogether = last !== null && joined < now.tokens.length - last.tokens.length
  return { study: own, name, next, joined: fieldworkCount(joined), isTogether }
}

export type SnapshotStudy = { study: ReadStudy; snapshot: number } | { refused: string }

/**
 * The responses that the last snapshot counts, as long as all of them are there and as they were: without somebody who left, or
 * with an answer corrected, every figure would differ from the published ones by that one person.
 */
export async function studyOfSnapshot(store: Store, study: ReadStudy, at: string): Promise<SnapshotStudy> {
  const history = await snapshotsIn(store).all(study.questionnaire.slug, study.trial)
  const stored = history.at(-1)
  if (stored === undefined || stored.zones !== zonesName(study.zones))
    return { refused: 'Les zones ont changé depuis la dernière publication : publiez de nouveau, puis recommencez.' }
  const last = membershipOf(stored)
  const day = dayOf(at)
  if (!isAsCounted(study, candidatesOf(study, study.members, day), stored, last))
    return {
      refused:
        'Des réponses ont été corrigées, retirées ou mises de côté depuis la dernière publication : une nouvelle publication permettra de recommencer.',
    }
  const counted = only(study, new Set(last.tokens))
  const earlier = history.filter(({ epoch }) => epoch === stored.epoch).slice(0, -1)
  const known = knownAgain(counted.members, history)
  const { withheld, earlier: unchanged } = countedIn(candidatesOf(counted, known.members, day), known.last)
  const since = sinceOf(known.members, earlier.map(known.tokensOf))
  return {
    snapshot: stored.number,
    study: {
      ...counted,
      ...(earlier.length > 0 ? { table: withSince(counted.table, since) } : {}),
      withheld,
      earlier: unchanged,
    },
  }
}

const storedOf = (
  study: ReadStudy,
  { tokens, lists }: Membership,
  about: Pick<StoredSnapshot, 'number' | 'at' | 'zones' | 'epoch'>,
): StoredSnapshot => ({
  ...about,
  trial: study.trial,
  responses: study.responses,
  period: study.period,
  answers: study.digest,
  contents: contentsOf(study.members),
  margins: marginsName(study),
  tokens: tokens.join(''),
  digests: digestsOf(study.members, tokens),
  lists: lists.map(({ path, values, masks, waiting, days }) => ({
    path,
    values: [...values],
    days: [...days],
    masks: Buffer.from(masks.buffer, masks.byteOffset, masks.byteLength).toString('base64'),
    waiting,
  })),
})

/** In the order of the tokens. */
function digestsOf({ tokens, digests }: Members, order: readonly string[]): string {
  const known = new Map(tokens.map((token, at) => [token, digests[at]!]))
  return order.map((token) => known.get(token)!).join('')
}

/**
 * Earlier snapshots as the answers of today know them. Whoever corrected an answer has left those that counted the former one,
 * and joins as somebody else who hastens nothing: else a group that stayed whole would differ by that one answer.
 *
 * @returns `members`: of today, with who corrected; `last`, `tokensOf`: of snapshots, without who corrected since
 */
function knownAgain(members: Members, history: readonly StoredSnapshot[]) {
  const digests = new Map(members.tokens.map((token, at) => [token, members.digests[at]!]))
  const corrected = new Set<string>()
  const tokens = new Map<StoredSnapshot, string[]>()
  for (const stored of history) {
    const own = parted(stored.tokens, tokenLength)
    const before = parted(stored.digests, contentTokenLength)
    tokens.set(
      stored,
      own.map((token, at) => {
        const now = digests.get(token)
        if (now === undefined || now === before[at]) return token
        corrected.add(token)
        return `${token} before`
      }),
    )
  }
  const stored = history.at(-1)
  const arrivals = members.arrivals.map((arrival, at) =>
    corrected.has(members.tokens[at]!) ? { ...arrival, isCorrected: true as const } : arrival,
  )
  return {
    members: { tokens: members.tokens, arrivals },
    last: stored ? { ...membershipOf(stored), tokens: tokens.get(stored)! } : null,
    tokensOf: (one: StoredSnapshot) => tokens.get(one)!,
  }
}

const parted = (text: string, length: number): string[] =>
  Array.from({ length: text.length / length }, (_, at) => text.slice(at * length, (at + 1) * length))

/** What stands for each response that a snapshot counts. */
export const tokensIn = ({ tokens }: Pick<StoredSnapshot, 'tokens'>): string[] => parted(tokens, tokenLength)

function membershipOf({ tokens, lists }: StoredSnapshot): Membership {
  return {
    tokens: tokensIn({ tokens }),
    lists: lists.map(({ path, values, masks, waiting, days }): ListMembers => {
      const bytes = Uint8Array.from(Buffer.from(masks, 'base64'))
      return { path, values, masks: new Uint16Array(bytes.buffer), waiting, days }
    }),
  }
}

/** Everybody of the snapshot is still there, and answered what was counted. */
function isAsCounted({ members }: ReadStudy, now: Membership, { contents }: StoredSnapshot, last: Membership): boolean {
  if (!isWhole(now, last)) return false
  const counted = new Set(last.tokens)
  return contents === contentsOf({ contents: members.contents.filter((_, row) => counted.has(members.tokens[row]!)) })
}

/** Names the totals that weigh the responses, whatever their order, date and source; all that weigh nothing are the same. */
function marginsName(study: ReadStudy): string {
  const weighed = weigh(study)
  if (weighed.weighting === null) return hashOf([])
  return hashOf(weighed.margins.map(({ variable, totals }) => [variable, Object.entries(totals).toSorted()]).toSorted())
}

const contentsOf = ({ contents }: Pick<ReadStudy['members'], 'contents'>): string => hashOf(contents.toSorted())

/** The study of some of its responses. */
function only(study: ReadStudy, tokens: ReadonlySet<string>): ReadStudy {
  const { members, table } = study
  const rows = [...members.tokens.keys()].filter((row) => tokens.has(members.tokens[row]!))
  return {
    ...study,
    table: ordered(table, Int32Array.from(rows)),
    members: {
      tokens: rows.map((row) => members.tokens[row]!),
      arrivals: rows.map((row) => members.arrivals[row]!),
      contents: rows.map((row) => members.contents[row]!),
      digests: rows.map((row) => members.digests[row]!),
    },
    responses: rows.length,
  }
}
