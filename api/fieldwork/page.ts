/** What the pages of the fieldwork show of a questionnaire, besides what is counted. */
import { fieldworkCount } from '../../analysis/disclosure/publication.ts'
import { isCensus } from '../../surveys/questionnaire/audiences.ts'
import { frenchOf, special } from '../../surveys/questionnaire/elements.ts'
import { fieldsOf } from '../../surveys/questionnaire/fields.ts'
import { announcedMinutes } from '../../surveys/review/burden.ts'
import type { Account } from '../accounts/account.ts'
import type { AppContext } from '../context.ts'
import { isSilent, kiosksIn } from '../kiosks/kiosk.ts'
import { lastExpiry } from '../operations/backups.ts'
import { clockOf } from '../operations/clock.ts'
import { proofs } from '../operations/purge.ts'
import { openedAt, purgeDate, purgeLines } from '../operations/retention.ts'
import { batches } from '../paper/batches.ts'
import { invitationAsked } from '../questionnaires/invitation.ts'
import type { Standing } from '../questionnaires/questionnaires.ts'
import { statusAt } from '../questionnaires/status.ts'
import { profilesOf } from '../results/fieldwork.ts'
import { collections } from '../store/collections.ts'
import { zonesOf } from '../tables/reference.ts'
import type * as wire from '../wire/fieldwork.ts'
import { standingOf } from './dates.ts'
import { answeredIn, channels, textsOf } from './diffusion/channels.ts'
import { codeBatches, unusedIn } from './diffusion/codes.ts'
import { waitingCount } from './review.ts'
import { countingIn } from './reviews.ts'
import { targetsOf } from './targets.ts'
import { countedLately, waitingOf } from './waiting.ts'
import { zonesByLink } from './zones-by-link.ts'

type OnTheField = Omit<wire.FieldworkList, 'questionnaires'> & {
  /** `flagged`: groups of answers a person has to look at. */
  questionnaires: (Omit<wire.FieldworkLine, 'waiting'> & { flagged: number })[]
}

/** Every questionnaire this person works on; and, for administrators, what is to be deleted. */
export async function onTheField(context: AppContext, { questionnaires: mine, roles }: Account): Promise<OnTheField> {
  const standings = await context.store.collection(collections.questionnaires).list()
  const now = context.now().toISOString()
  const lines = await Promise.all(
    standings
      .filter(({ id, value }) => (mine === null || mine.includes(id)) && isOnTheField(value))
      .map(async ({ id: slug, value }) => ({
        slug,
        title: await context.questionnaires.titleOf(slug, value.version),
        status: statusAt(value, now),
        opensAt: value.opensAt ?? null,
        closesAt: value.closesAt,
        answers: fieldworkCount(await countingIn(context.store, slug)),
        flagged: await waitingCount(context, slug),
      })),
  )
  const isAdmin = roles.includes('admin')
  return {
    questionnaires: lines,
    clock: await clockOf(context).state(),
    disposals: isAdmin ? await purgeLines(context) : [],
    backupsUntil: isAdmin ? await lastExpiry(context.store, '') : null,
    proofs: isAdmin ? await proofs(context) : [],
  }
}

/** The same, with what waits for somebody in each. */
export async function fieldworkList(context: AppContext, me: Account): Promise<wire.FieldworkList> {
  const { questionnaires, ...rest } = await onTheField(context, me)
  const lines = questionnaires.map(async ({ flagged: _, ...line }) => {
    const { value } = await standingOf(context, line.slug)
    const counted = await countedLately(context, line.slug)
    const waiting = counted === null ? [] : await waitingOf(context, me, line.slug, value, counted)
    return { ...line, waiting: waiting.map(({ brief }) => brief) }
  })
  return { ...rest, questionnaires: await Promise.all(lines) }
}

const isOnTheField = ({ status }: Standing) => status === 'trial' || status === 'open' || status === 'closed'

/**
 * @param origin `https://…`, where people answer when no public address is set
 * @throws Problem questionnaire-unknown
 */
export async function fieldworkPage(context: AppContext, slug: string, origin: string): Promise<wire.FieldworkPage> {
  const { revision, value: standing } = await standingOf(context, slug)
  const { questionnaire } = await context.questionnaires.published(slug, standing.version)
  const { site, values } = await context.settings()
  const zones = zonesOf((await context.tables.current('zones')) ?? undefined)
  const { closesAt } = standing
  const freezesAt = await context.questionnaires.freezesAt(standing)
  const invitation = invitationAsked(standing, questionnaire.audience)
  const printed = await codeBatches(context, slug)
  const profiles = profilesOf(fieldsOf(questionnaire.definition, questionnaire.assigned))
  return {
    slug,
    title: frenchOf(questionnaire.title),
    status: statusAt(standing, context.now().toISOString()),
    version: standing.version,
    revision,
    audience: frenchOf(questionnaire.audienceText),
    opensAt: standing.opensAt ?? null,
    openedAt: await openedAt(context, slug, standing),
    closesAt,
    freezesAt,
    isFreezePromised: freezesAt !== null && standing.promisedUntil === freezesAt,
    frozenAt: standing.frozenAt ?? null,
    purgeAt: await purgeDate(context, slug, standing),
    purgedAt: standing.purgedAt ?? null,
    invitation,
    isCensus: isCensus(questionnaire.audience),
    publicAddress: values.publicAddress,
    channels: [...channels],
    zones: zonesByLink(zones),
    texts: textsOf({
      questionnaire,
      minutes: announcedMinutes(questionnaire),
      author: site.name,
      contact: values.contact,
      origin,
      slug,
      closesAt,
      isCodeAsked: invitation === 'required',
      languages: answeredIn(questionnaire, site.languages),
    }),
    batches: printed,
    unusedCodes: unusedIn(printed),
    flagged: await waitingCount(context, slug),
    targets: await targetsOf(context, slug),
    profiles: profiles.map(({ path, title, choices }) => ({
      path,
      title,
      // nobody hopes for refusals
      values: choices
        .filter(({ value }) => value !== special.refuse && value !== special.dontKnow)
        .map(({ text }) => text),
    })),
    ...(await elsewhere(context, slug)),
    clock: await clockOf(context).state(),
  }
}

/** The kiosks that offer it, and its paper. */
async function elsewhere(context: AppContext, slug: string): Promise<Pick<wire.FieldworkPage, 'kiosks' | 'paper'>> {
  const kiosks = (await kiosksIn(context.store, context.now).list()).filter(
    ({ questionnaires, state }) => questionnaires.includes(slug) && state !== 'revoked',
  )
  const printed = (await batches(context, (one) => one === slug)).batches
  return {
    kiosks: kiosks.map((kiosk) => ({
      name: kiosk.name,
      state: kiosk.state,
      isSilent: isSilent(kiosk, context.now()),
      queue: kiosk.beat?.queue ?? 0,
    })),
    paper: {
      batches: printed.length,
      sheets: printed.reduce((sum, { count }) => sum + count, 0),
      entered: printed.reduce((sum, { entered }) => sum + entered, 0),
    },
  }
}
