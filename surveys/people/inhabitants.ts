/** Who answers the questionnaire of inhabitants and elders. Shares are invented. */
import { provisionalZones, zoneOf } from '../authority/territory.ts'
import { home, isRural } from './households.ts'
import type { Model } from './model.ts'
import { intends } from './partners.ts'
import { happens, one, oneOf, type Random, someOf, someOrNone } from './random.ts'

export type Inhabitant = {
  commune: string
  rural: boolean
  age: 'moins_30' | '30_44' | '45_59' | '60_74' | '75_plus'
  home: 'seul' | 'couple' | 'famille' | 'autre'
  /** Feels like taking part: drawn once, so that the answers agree. */
  keen: boolean
}

function inhabitant(random: Random): Inhabitant {
  const commune = home(random)
  const zone = zoneOf(commune, provisionalZones())
  const age = one(random, { moins_30: 8, '30_44': 20, '45_59': 24, '60_74': 32, '75_plus': 16 })
  const isOld = age === '60_74' || age === '75_plus'
  return {
    commune,
    rural: zone !== null && isRural({ zone }),
    age,
    home: one(
      random,
      age === '75_plus'
        ? { seul: 52, couple: 43, famille: 2, autre: 3 }
        : isOld
          ? { seul: 30, couple: 60, famille: 6, autre: 4 }
          : { seul: 20, couple: 24, famille: 50, autre: 6 },
    ),
    keen: happens(random, 0.35),
  }
}

const answers: Model<Inhabitant>['answers'] = {
  commune: ({ commune }) => commune,
  participe: ({ age, keen, rural }, random) =>
    someOrNone(random, {
      association: keen ? 0.66 : 0.36,
      fete: rural ? 0.5 : 0.4,
      culture: rural ? 0.3 : 0.44,
      benevole: keen ? 0.42 : 0.12,
      voisins: rural ? 0.44 : 0.3,
      aines: age === '75_plus' ? 0.34 : age === '60_74' ? 0.2 : 0.01,
    }),
  freins: ({ age, home: living, rural }, random) =>
    someOrNone(
      random,
      {
        transport: age === '75_plus' ? 0.44 : rural ? 0.26 : 0.1,
        horaires: age === '60_74' || age === '75_plus' ? 0.08 : 0.26,
        prix: 0.22,
        seul: living === 'seul' ? 0.4 : 0.18,
        inconnu: 0.32,
        rien: rural ? 0.32 : 0.1,
        temps: living === 'famille' ? 0.54 : 0.16,
        acces: age === '75_plus' ? 0.26 : 0.06,
        pas_envie: 0.08,
      },
      3,
    ),
  'envies.repas': intends(54),
  'envies.savoirs': intends(46),
  'envies.enfants': intends(34),
  'envies.numerique': intends(38),
  'envies.jardin': intends(42),
  temps_donne: ({ keen }, random) =>
    one(random, { deja: keen ? 22 : 6, souvent: keen ? 18 : 5, parfois: 36, non: keen ? 20 : 52 }),
  inclusion: intends(44),
  inclusion_formes: someOf(
    { sport: 0.34, spectacle: 0.52, repas: 0.46, jeux: 0.3, ateliers: 0.42, temoignages: 0.28 },
    3,
  ),
  habitat_connu: oneOf({ visite: 7, nom: 46, non: 47 }),
  habitat_envie: ({ home: living, age }, random) =>
    one(random, {
      certainement: living === 'seul' ? 14 : 6,
      probablement: age === '60_74' ? 32 : 20,
      probablement_pas: 36,
      non: 32,
      deja: 1,
    }),
  habitat_conditions: ({ age }, random) =>
    someOrNone(
      random,
      {
        loyer: 0.44,
        commune: age === '75_plus' ? 0.52 : 0.36,
        commerces: 0.44,
        adapte: age === '60_74' || age === '75_plus' ? 0.5 : 0.2,
        voisins: 0.22,
        ages: 0.26,
        aide: age === '75_plus' ? 0.46 : 0.18,
        chez_soi: 0.52,
      },
      3,
    ),
  age: ({ age }) => age,
  foyer: ({ home: living }) => living,
  contacts: ({ home: living }, random) =>
    one(
      random,
      living === 'seul'
        ? { jour: 40, semaine: 32, une_fois: 18, moins: 10 }
        : { jour: 58, semaine: 28, une_fois: 9, moins: 5 },
    ),
  appui: ({ home: living }, random) =>
    one(random, { oui: living === 'seul' ? 46 : 60, parfois: 32, non: living === 'seul' ? 22 : 10 }),
}

export const inhabitants: Model<Inhabitant> = { traits: inhabitant, answers, goesOn: 1, consents: 0.72 }
