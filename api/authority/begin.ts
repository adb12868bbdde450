/** A site that nobody has answered yet is given to another authority: its communes from its SIREN, the rest still to be said. */
import { firstAuthority } from '../../surveys/authority/first.ts'
import type { Authority } from '../../surveys/authority/schema.ts'
import { outside, outsideZone } from '../../surveys/authority/territory.ts'
import type { InEachLanguage } from '../../surveys/languages.ts'
import { founding } from '../../surveys/questionnaire/founding.ts'
import type { AppContext } from '../context.ts'
import { collections } from '../store/collections.ts'
import { type Epci, franceSource, franceVintage } from './france.ts'

/** What no file holds: asked of whoever starts. */
export type Said = {
  /** As people know it. */
  name: string
  /** In the middle of a sentence, with its article: « la communauté de communes de l’Est ». */
  inSentence: string
  /** Of the territory alone: « l’Est ». */
  territory: string
  plan: string
  timeZone: string
}

const waterside: InEachLanguage = {
  default: 'au bord de l’eau',
  en: 'by the water',
  ar: 'على ضفاف الماء',
  es: 'a la orilla del agua',
}

/** Founding questionnaires written for no territory in particular. */
const general = [
  'familles',
  'jeunes-11-15',
  'jeunes-16-25',
  'habitants',
  'professionnels',
  'communes',
  'associations',
  'employeurs',
]

/** The plan is empty until it is pasted; all communes are in one zone until the staff decide. */
export function newAuthority(
  epci: Epci,
  { name, inSentence, territory, plan, timeZone }: Said,
  day: string,
): Authority {
  const zone = 'territoire'
  return {
    names: {
      name,
      contact: name,
      timeZone,
      texts: {
        collectivite: { default: inSentence },
        territoire: { default: territory },
        bord_de_l_eau: waterside,
      },
      lists: {},
      sigles: {},
      places: [],
      questionnaires: general,
      links: {},
    },
    plan: { title: plan, axes: [], orientations: [], actions: [], objectives: [] },
    territory: {
      source: { epci: epci.siren, name: epci.name, vintage: franceVintage, text: franceSource },
      communes: epci.communes,
      zones: [
        { value: zone, title: 'Tout le territoire' },
        { value: outsideZone, title: 'Hors territoire' },
      ],
      zoning: {
        name: 'Zonage provisoire',
        provisional: true,
        source: 'Proposition par défaut : une seule zone, à découper',
        date: day,
        rows: [...epci.communes.map(({ insee }) => ({ insee, zone })), { insee: outside, zone: outsideZone }],
      },
    },
    judgement: [],
    // words of free answers are French words, not those of a place
    themes: firstAuthority.themes,
  }
}

/** True while nobody has answered anything and nothing is published: the authority may still be another. */
export async function isFresh({ store }: AppContext): Promise<boolean> {
  for (const { id: slug, value } of await store.collection(collections.questionnaires).list())
    if (value.origin === 'staff' || value.status !== 'trial' || (await store.responses.count(slug)) > 0) return false
  return (await store.collection(collections.publications).list()).length === 0
}

/**
 * While nobody has answered, the founding questionnaires on trial follow the authority: those it takes up in its own words
 * under the next number, the others put away.
 */
export async function followAuthority(context: AppContext): Promise<void> {
  const { store, questionnaires } = context
  const standings = store.collection(collections.questionnaires)
  const wanted = new Set(founding().map(({ slug }) => slug))
  for (const { id: slug, value, revision } of await standings.list()) {
    if (value.origin !== 'founding' || value.status !== 'trial' || (await store.responses.count(slug)) > 0) continue
    const own = founding().find((one) => one.slug === slug)
    if (own) await questionnaires.retake(own)
    else if (!wanted.has(slug) && isShipped(slug)) await standings.remove(slug, revision)
  }
  await questionnaires.loadFounding(founding())
}

/** A questionnaire of the product that this authority does not take up; one made by hand is left where it is. */
const isShipped = (slug: string) => firstAuthority.names.questionnaires.includes(slug)
