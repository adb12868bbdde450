/** Who answers « familles »: households of the territory, with or without a need of care. */
import { type Household, hoursWorked, household, isAtypical, isRural, modelYear } from './households.ts'
import type { Answer, Model } from './model.ts'
import { happens, one, oneOf, orElse, type Random, some, someOf, someOrNone } from './random.ts'
import { childWeek } from './weeks.ts'

export type Family = Household & {
  /** Has children, expects the first, or none. */
  parent: 'oui' | 'bientot' | 'non'
  /** Something is missing today: drawn once, so that the answers agree. */
  lacks: 'souvent' | 'parfois' | 'non'
  /** A child needs care to be adapted. */
  adapted: boolean
}

function family(random: Random): Family {
  const base = household(random)
  const often = (isAtypical(base) ? 22 : 5) + (base.foyer === 'seul' ? 8 : 0) + (isRural(base) ? 5 : 0)
  return {
    ...base,
    parent: one(random, { oui: 92, bientot: 3, non: 5 }),
    lacks: one(random, { souvent: often, parfois: isAtypical(base) ? 34 : 18, non: 60 }),
    adapted: happens(random, 0.07),
  }
}

/** Chance of knowing each service, far from the towns and in them. */
const known: Readonly<Record<string, readonly [rural: number, town: number]>> = {
  rpe: [0.5, 0.62],
  laep: [0.27, 0.4],
  parentalite: [0.2, 0.32],
  france_services: [0.53, 0.6],
  pmi: [0.58, 0.66],
  ccas: [0.44, 0.58],
}

const ageOf = (who: Family, row: number | null) => who.ages[row ?? 0]!

function careNeeded(who: Family, age: number, random: Random) {
  if (who.work === 'none') return one(random, { non: 70, urgence: 20, parfois: 10 })
  const need = age < 3 ? 78 : age < 11 ? 66 : age < 15 ? 18 : 4
  const everyOther = who.work === 'rota' || who.alternating ? need / 2 : 0
  return one(random, {
    chaque_semaine: need,
    une_sur_deux: everyOther,
    parfois: 10,
    urgence: 6,
    vacances: age > 2 && age < 15 ? 5 : 0,
    non: 100 - Math.min(96, need),
  })
}

function carers(who: Family, age: number, random: Random): string[] {
  const atypical = isAtypical(who)
  const taken = some(random, {
    relais_parents: who.foyer === 'couple' ? 0.45 : 0,
    autre_parent: who.alternating ? 0.6 : 0.03,
    grands_parents: 0.4,
    fratrie: age > 5 && atypical ? 0.12 : 0.02,
    entourage: 0.14,
    assmat: age < 3 ? 0.45 : age < 6 ? 0.15 : 0.02,
    mam: age < 3 ? 0.08 : 0,
    creche: age < 3 ? 0.3 : 0,
    garde_domicile: 0.05,
    alae_alsh: age >= 3 && age < 12 ? 0.62 : 0,
    autrement: 0.03,
    seul: age > 9 ? 0.35 : 0,
    personne: who.lacks === 'souvent' ? 0.35 : who.lacks === 'parfois' ? 0.1 : 0.01,
  })
  return orElse(taken, who.foyer === 'couple' ? 'relais_parents' : 'grands_parents')
}

function careWished(who: Family, age: number, random: Random) {
  const other = who.lacks === 'non' ? 18 : who.lacks === 'parfois' ? 50 : 75
  const wishes: Record<string, number> =
    age < 3 ? { assmat: 34, creche: 38, mam: 9 } : { alae_alsh: 52, garde_domicile: 14, assmat: 6 }
  if (!happens(random, other / 100)) return 'actuelle'
  return one<string>(random, {
    ...wishes,
    garde_domicile: isAtypical(who) ? 24 : 8,
    proches: 7,
    parents: 16,
    autrement: 3,
  })
}

const children: Record<string, Answer<Family>> = {
  enfants: (who) => who.ages.length,
  'enfants.annee_naissance': (who, _, { row }) => modelYear - ageOf(who, row),
  'enfants.besoin_garde': (who, random, { row }) => careNeeded(who, ageOf(who, row), random),
  'enfants.semaine': (who, random, { row }) => childWeek(who, ageOf(who, row), random),
  'enfants.delai': (who, random) =>
    who.work === 'rota' || who.work === 'weekend'
      ? one(random, { plus_1_mois: 25, semaines: 45, jours: 24, jour_meme: 6 })
      : one(random, { plus_1_mois: 74, semaines: 17, jours: 7, jour_meme: 2 }),
  'enfants.qui_garde': (who, random, { row }) => carers(who, ageOf(who, row), random),
  // Formal care, when there is some, is the main one more often than not
  'enfants.garde_principale': (_, random, { offered }) =>
    one(random, Object.fromEntries(offered.map((value) => [value, formal.has(value) ? 3 : 1]))),
  'enfants.garde_tenable': ({ lacks }, random) =>
    lacks === 'non'
      ? one(random, { oui: 84, difficile: 15, non: 1 })
      : one(random, { oui: 24, difficile: 58, non: lacks === 'souvent' ? 30 : 8 }),
  'enfants.vacances_garde': ({ lacks }, random) =>
    lacks === 'non'
      ? one(random, { toutes: 62, partie: 22, aucune: 4, pas_besoin: 12 })
      : one(random, { toutes: 22, partie: 50, aucune: 22, pas_besoin: 6 }),
  'enfants.garde_souhaitee': (who, random, { row }) => careWished(who, ageOf(who, row), random),
  'enfants.garde_obstacles': (who, random) =>
    orElse(
      some(
        random,
        {
          pas_de_place: 0.42,
          horaires: isAtypical(who) ? 0.55 : 0.18,
          trop_loin: isRural(who) ? 0.3 : 0.1,
          trop_cher: who.qf === 'qf1' || who.qf === 'qf2' ? 0.4 : 0.22,
          inconnu: 0.1,
          n_existe_pas: isRural(who) ? 0.22 : 0.08,
          pas_adapte: who.adapted ? 0.3 : 0.02,
          pas_demande: 0.1,
          travail: 0.12,
        },
        3,
      ),
      'pas_de_place',
    ),
}
const formal = new Set(['assmat', 'mam', 'creche', 'garde_domicile', 'alae_alsh'])

export const families: Model<Family> = {
  traits: family,
  goesOn: 0.4,
  consents: 0.7,
  // whoever lacks nothing has less to say: the whole questionnaire is answered by those concerned
  readiness: ({ lacks }) => ({ non: 1.25, parfois: 0.6, souvent: 0.5 })[lacks],
  answers: {
    ...children,
    horaires: hoursWorked,
    horaires_qui: oneOf({ repondant: 38, conjoint: 34, deux: 28 }),
    horaires_rythme: ({ work }, random) =>
      someOrNone(random, {
        deux_huit: work === 'rota' ? 0.4 : 0.06,
        trois_huit: work === 'rota' || work === 'night' ? 0.3 : 0.02,
        douze_heures: work === 'night' || work === 'weekend' ? 0.34 : 0.08,
        teletravail: work === 'standard' || work === 'late' ? 0.3 : 0.08,
      }),
    enfants_a_charge: ({ parent }) => parent,
    arrivee: ({ ages }, random) => (happens(random, ages[0]! < 4 ? 0.12 : 0.02) ? 'oui' : 'non'),
    arrivee_quand: oneOf({ moins_3_mois: 28, de_3_a_6_mois: 34, plus_6_mois: 38 }),
    arrivee_garde: (who, random) =>
      one(random, {
        assmat: 30,
        mam: 8,
        creche: 36,
        garde_domicile: isAtypical(who) ? 10 : 3,
        proches: 9,
        parents: 12,
      }),
    consequences: ({ lacks }, random) => {
      const strength = lacks === 'souvent' ? 1 : lacks === 'parfois' ? 0.4 : 0.04
      return someOrNone(random, {
        refuse_emploi: 0.28 * strength,
        reduit_temps: 0.42 * strength,
        refuse_horaires: 0.34 * strength,
        paye_trop: 0.3 * strength,
        tensions: 0.38 * strength,
      })
    },
    manque: ({ lacks }, random) => (lacks === 'non' && happens(random, 0.2) ? 'pas_concerne' : lacks),
    lieu_souhaite: oneOf({
      domicile: 22,
      pres_domicile: 34,
      trajet: 12,
      pres_travail: 10,
      pres_ecole: 17,
      indifferent: 5,
    }),
    minutes_acceptees: (who, random) =>
      isRural(who)
        ? one(random, { min_5: 6, min_10: 24, min_15: 36, min_20: 22, min_30: 10, plus_30: 2 })
        : one(random, { min_5: 20, min_10: 40, min_15: 27, min_20: 9, min_30: 3, plus_30: 1 }),
    prix_mensuel: ({ qf }, random) =>
      qf === 'qf1' || qf === 'qf2'
        ? one(random, { moins_50: 34, de_50_a_99: 36, de_100_a_199: 22, de_200_a_399: 7, plus_400: 1 })
        : one(random, { moins_50: 8, de_50_a_99: 22, de_100_a_199: 34, de_200_a_399: 28, plus_400: 8 }),
    utiliserait: ({ lacks }, random) =>
      lacks === 'souvent'
        ? one(random, { certain: 46, probable: 34, peut_etre: 13, peu_probable: 5, non: 2 })
        : one(random, { certain: 18, probable: 36, peut_etre: 28, peu_probable: 12, non: 6 }),
    quand: oneOf({ maintenant: 52, dans_6_mois: 26, apres: 22 }),
    adaptation: ({ adapted }, random) => {
      if (!adapted) return happens(random, 0.04) ? ['allergie'] : ['aucun']
      const needs = { accompagnement: 0.5, equipe_formee: 0.6, acces: 0.12, horaires: 0.35, soins: 0.45 }
      return orElse(some(random, needs), 'equipe_formee')
    },
    adaptation_lieux: someOf({
      petite_enfance: 0.22,
      ecole: 0.34,
      periscolaire: 0.36,
      loisirs: 0.4,
      domicile: 0.14,
      clubs: 0.2,
    }),
    adaptation_obstacles: someOf({
      refus_accueil: 0.2,
      accueil_reduit: 0.28,
      pas_ose: 0.25,
      paye_aide: 0.16,
      renonce: 0.22,
    }),
    difficultes: (who, random) =>
      someOrNone(random, {
        deplacements: isRural(who) ? 0.22 : 0.1,
        demarches: 0.18,
        internet: 0.12,
        langue: 0.03,
        budget: who.qf === 'qf1' ? 0.5 : 0.16,
        sans_reponse: 0.2,
        garde_urgence: who.lacks === 'non' ? 0.1 : 0.4,
      }),
    entourage: ({ foyer }, random) =>
      one(random, { oui: 38, parfois: 38, non: foyer === 'seul' ? 36 : 18, pas_concerne: 4 }),
    services_connus: (who, random) =>
      someOrNone(
        random,
        Object.fromEntries(
          Object.entries(known).map(([service, [rural, town]]) => [service, isRural(who) ? rural : town]),
        ),
      ),
    services_utilises: (_, random, { offered }) =>
      someOrNone(random, Object.fromEntries(offered.map((service) => [service, 0.3]))),
    recherche: (who, random) =>
      someOrNone(random, {
        rpe: isRural(who) ? 0.26 : 0.34,
        mairie: 0.24,
        monenfant: 0.14,
        creche: 0.28,
        assmat: 0.3,
        entourage: 0.44,
        reseaux: 0.2,
        pmi: 0.08,
      }),
    garde_trajet: (who, random) =>
      one(
        random,
        isRural(who)
          ? { moins_5: 10, de_5_a_14: 36, de_15_a_29: 30, plus_30: 8, pas_concerne: 16 }
          : { moins_5: 30, de_5_a_14: 42, de_15_a_29: 10, plus_30: 2, pas_concerne: 16 },
      ),
    info_facile: (who, random) =>
      one(random, { oui: 14, plutot_oui: isRural(who) ? 34 : 46, plutot_non: 30, non: 10, pas_concerne: 5 }),
    info_canaux: someOf(
      {
        ecole: 0.5,
        mairie: 0.34,
        site: 0.22,
        reseaux: 0.4,
        courriel: 0.45,
        papier: 0.15,
        rencontre: 0.14,
        caf: 0.22,
      },
      3,
    ),
    commune: ({ commune }) => commune,
    foyer: ({ foyer }) => foyer,
    qf: ({ qf }) => qf,
    cout: ({ qf }, random) =>
      one(random, {
        rien: 20,
        moins_100: 26,
        de_100_a_199: 20,
        de_200_a_399: qf === 'qf5' ? 24 : 14,
        de_400_a_599: 7,
        plus_600: 4,
        pas_concerne: 9,
      }),
  },
}
