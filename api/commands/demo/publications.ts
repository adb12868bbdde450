/** Publications of the demo, opened to everybody, and what the committee decided on them. */
import { dayAfter, dayOf } from '../../../surveys/days.ts'
import type { AppContext } from '../../context.ts'
import { actionOfObjective, decisionsIn } from '../../results/decisions.ts'
import { openedIn } from '../../results/public/opened.ts'
import { publicationsIn } from '../../results/publications.ts'
import { daysAgo, type Wave, waves } from './arrivals.ts'
import { demoPerson } from './made-up.ts'

/** Results that everybody may read, one questionnaire of adults and one of the young. */
const openToAll = ['familles', 'jeunes-11-15']

/**
 * Publishes each questionnaire that has new responses; one that never was is published whatever is new.
 *
 * @param fresh responses that came in this wave, by questionnaire
 */
export async function publishWave(context: AppContext, wave: Wave, fresh: ReadonlyMap<string, number>): Promise<void> {
  const { published } = waves[wave]
  for (const slug of fresh.keys()) {
    const earlier = await publicationsIn(context.store).all(slug)
    // the first wave is published as it was then, or not at all
    if (published === null || (wave === 'first' && earlier.length > 0)) continue
    const at = earlier.length > 1 ? context.now() : daysAgo(context, published)
    const outcome = await context.analysis.publish(slug, demoPerson, at.toISOString(), () => {})
    if ('refused' in outcome) continue
    await decide(context, slug, outcome.number, dayOf(at))
    if (wave === 'second' && openToAll.includes(slug))
      await openedIn(context.store).note(slug, {
        kind: 'opened',
        publication: outcome.number,
        withData: true,
        pages: null,
        by: demoPerson,
        at: context.now().toISOString(),
      })
  }
}

/** `after`: days from the publication to the decision; `due`: from the decision to its day. `on`: which publication of the questionnaire. */
type Taken = {
  slug: string
  indicator: string
  on: number
  after: number
  text: string
  pilot: string
  due: number
  follow: string
  isPublic: boolean
}

const decisions: readonly Taken[] = [
  {
    slug: 'familles',
    indicator: 'info-facile',
    on: 1,
    after: 24,
    text: 'Réunir toutes les adresses utiles sur une seule page, relue deux fois par an.',
    pilot: 'Service communication',
    due: 240,
    follow: 'part des familles qui trouvent facilement l’information',
    isPublic: true,
  },
  {
    slug: 'familles',
    indicator: 'rpe-connu',
    on: 1,
    after: 24,
    text: 'Présenter le relais petite enfance dans chaque maternité et chaque mairie.',
    pilot: 'Relais petite enfance',
    due: 180,
    follow: 'part des familles qui connaissent le relais',
    isPublic: true,
  },
  {
    slug: 'familles',
    indicator: 'horaires-decales',
    on: 2,
    after: 2,
    text: 'Ouvrir une crèche dès 6 h 30, trois jours par semaine, pendant un an.',
    pilot: 'Pôle Enfance',
    due: 150,
    follow: 'enfants accueillis avant 7 h 30, par jour',
    isPublic: true,
  },
  {
    slug: 'loisirs-sud',
    indicator: 'utile',
    on: 1,
    after: 3,
    text: 'Chiffrer un accueil du mercredi dans le sud avec deux communes volontaires, avant de choisir le lieu.',
    pilot: 'Pôle Enfance',
    due: 60,
    follow: 'communes qui confirment leur participation',
    isPublic: false,
  },
  {
    slug: 'jeunes-11-15',
    indicator: 'lieux-manque',
    on: 1,
    after: 2,
    text: 'Éclairer et abriter deux terrains de sport, choisis avec des jeunes.',
    pilot: 'Services Jeunesse',
    due: 200,
    follow: 'jeunes présents après 18 h, par passage',
    isPublic: true,
  },
  {
    slug: 'jeunes-16-25',
    indicator: 'itinerant',
    on: 1,
    after: 3,
    text: 'Essayer une équipe qui vient dans les villages, un après-midi par semaine jusqu’à l’été.',
    pilot: 'Information Jeunesse',
    due: 120,
    follow: 'jeunes rencontrés par sortie',
    isPublic: false,
  },
]

async function decide(context: AppContext, slug: string, number: number, publishedOn: string): Promise<void> {
  const noted = decisionsIn(context.store)
  const head = (await publicationsIn(context.store).all(slug)).find((one) => one.number === number)
  for (const { indicator, after, due, follow, isPublic, text, pilot } of decisions.filter(
    (one) => one.slug === slug && one.on === number,
  )) {
    const finding = head?.findings.find((one) => one.indicator === indicator)
    if (!finding) continue
    const date = dayAfter(publishedOn, after)
    await noted.add(slug, indicator, {
      text,
      date,
      by: demoPerson,
      at: `${date}T10:00:00.000Z`,
      publication: number,
      action: actionOfObjective(finding.objective),
      pilot,
      due: dayAfter(date, due),
      indicator: follow,
      isPublic,
    })
  }
}
