/** Who answers « loisirs-sud »: households with children of 3 to 17, those of the south more interested than others. */
import { outsideZone } from '../authority/territory.ts'
import { type Household, household, isRural, mainZone, modelYear } from './households.ts'
import type { Answer, Model } from './model.ts'
import { happens, one, oneOf, orElse, type Random, some, someOf, someOrNone } from './random.ts'

export type LeisureFamily = Household & {
  children: 'oui' | 'bientot' | 'non'
  useful: 'oui' | 'peut_etre' | 'non_solution' | 'non_besoin'
}

function family(random: Random): LeisureFamily {
  const base = household(random)
  const near = base.zone === 'sud' ? 46 : base.zone === outsideZone ? 26 : base.zone === mainZone() ? 18 : 10
  const works = base.work === 'none' ? 0.4 : 1
  return {
    ...base,
    ages: base.ages.map((age) => Math.max(3, age)),
    children: one(random, { oui: 90, bientot: 6, non: 4 }),
    useful: one(random, { oui: near * works, peut_etre: 22 * works, non_solution: 30, non_besoin: 26 }),
  }
}

/** Certain, probable, perhaps, no: `yes` distinguishes a firm « useful » from a « perhaps ». */
const intention: Answer<LeisureFamily> = ({ useful }, random) =>
  useful === 'oui'
    ? one(random, { certain: 42, probable: 36, peut_etre: 16, peu_probable: 4, non: 2 })
    : one(random, { certain: 8, probable: 30, peut_etre: 42, peu_probable: 14, non: 6 })

/** Each step of price loses some, the less well-off more. */
const atPrice =
  (level: 0 | 1 | 2): Answer<LeisureFamily> =>
  ({ qf }, random) => {
    const lost = level * (qf === 'qf1' || qf === 'qf2' ? 22 : 13)
    return one(random, {
      certain: 42 - lost * 0.7,
      probable: 34 - lost * 0.3,
      peut_etre: 14,
      peu_probable: 6 + lost * 0.5,
      non: 4 + lost * 0.5,
    })
  }

const ageOf = (who: LeisureFamily, row: number | null) => who.ages[row ?? 0]!

export const leisure: Model<LeisureFamily> = {
  traits: family,
  goesOn: 0.45,
  consents: 1,
  answers: {
    enfants_3_17: ({ children }) => children,
    utile: ({ useful }) => useful,
    centres: (who, random) =>
      someOrNone(random, {
        centre_1: 0.24,
        centre_2: 0.2,
        centre_3: 0.1,
        hors_territoire: who.zone === 'sud' ? 0.2 : 0.06,
      }),
    place_demandee: ({ useful }, random) => (happens(random, useful === 'non_besoin' ? 0.1 : 0.5) ? 'oui' : 'non'),
    refus_place: (who, random) =>
      someOrNone(random, {
        refuse: isRural(who) ? 0.22 : 0.12,
        autre_motif: 0.03,
        liste_attente: 0.14,
        pas_aux_dates: 0.19,
      }),
    petits_quand: oneOf({ annee_prochaine: 40, dans_2_ans: 35, plus_tard: 25 }),
    petits_moments: someOf({ mercredi: 0.5, petites_vacances: 0.52, ete: 0.5, matin_soir: 0.4 }),
    raisons: (who, random) =>
      someOrNone(
        random,
        {
          pas_besoin: who.useful === 'non_besoin' ? 0.7 : 0.03,
          famille: who.useful === 'non_solution' ? 0.55 : 0.15,
          place: 0.14,
          horaires: 0.13,
          distance: isRural(who) ? 0.38 : 0.08,
          prix: who.qf === 'qf1' || who.qf === 'qf2' ? 0.34 : 0.16,
          inconnu: 0.09,
          enfant: 0.12,
          pas_adapte: 0.03,
        },
        3,
      ),
    lieux_acceptes: someOf({ lieu_1: 0.62, lieu_2: 0.48, lieu_3: 0.33 }),
    lieu_prefere: (_, random, { offered }) =>
      one(random, Object.fromEntries(offered.map((value) => [value, value === 'lieu_1' ? 3 : 2]))),
    minutes_acceptees: (who, random) =>
      who.zone === 'sud'
        ? one(random, { min_5: 16, min_10: 40, min_15: 28, min_20: 11, min_30: 4, plus_30: 1 })
        : one(random, { min_5: 24, min_10: 40, min_15: 24, min_20: 8, min_30: 3, plus_30: 1 }),
    navette: ({ work }, random) =>
      one(random, { necessaire: work === 'standard' ? 14 : 20, plus_souvent: 26, non: 58 }),
    enfants: (who) => who.ages.length,
    'enfants.annee_naissance': (who, _, { row }) => modelYear - ageOf(who, row),
    'enfants.accueils_utilises': (who, random, { row }) => {
      const young = ageOf(who, row) < 12 ? 1 : 0.2
      return someOrNone(random, {
        matin_soir: 0.55 * young,
        mercredi: 0.34 * young,
        petites_vacances: 0.3 * young,
        juillet: 0.28 * young,
        aout: 0.12 * young,
      })
    },
    'enfants.moments': (who, random, { row }) => {
      const young = (ageOf(who, row) < 12 ? 1 : 0.45) * (who.useful === 'non_solution' ? 0.3 : 1)
      return someOrNone(random, {
        mercredi: 0.58 * young,
        petites_vacances: 0.6 * young,
        ete: 0.62 * young,
        matin_soir: 0.22 * young,
      })
    },
    'enfants.mercredi_intention': intention,
    'enfants.mercredi_forme': oneOf({ journee: 58, matin_repas: 14, matin: 9, apres_midi_repas: 12, apres_midi: 7 }),
    'enfants.mercredi_rythme': (who, random) =>
      one(random, { chaque: 64, une_sur_deux: who.alternating ? 60 : 14, parfois: 22 }),
    'enfants.petites_vacances': (_, random) =>
      orElse(some(random, { toussaint: 0.7, noel: 0.22, hiver: 0.66, printemps: 0.68 }), 'toussaint'),
    'enfants.petites_intention': intention,
    'enfants.ete_semaines': (_, random) =>
      orElse(
        some(random, {
          juillet_1: 0.55,
          juillet_2: 0.66,
          juillet_3: 0.62,
          juillet_4: 0.44,
          aout_1: 0.2,
          aout_2: 0.14,
          aout_3: 0.16,
          aout_4: 0.34,
        }),
        'juillet_2',
      ),
    'enfants.ete_intention': intention,
    'enfants.vacances_rythme': ({ work }, random) => one(random, { semaine: work === 'standard' ? 46 : 34, jours: 54 }),
    'enfants.jours_vacances': (_, random) =>
      orElse(some(random, { lundi: 0.72, mardi: 0.84, mercredi: 0.66, jeudi: 0.83, vendredi: 0.6 }), 'mardi'),
    arrivee_avant: ({ work }, random) =>
      one(random, { avant_7h30: work === 'early' ? 34 : 9, h7h30: 32, h8h: 31, h8h30: 17, h9h: 11 }),
    depart_apres: ({ work }, random) =>
      one(random, { h17h: 12, h18h: 36, h18h30: 32, h19h: 16, apres_19h: work === 'late' ? 24 : 4 }),
    qf: ({ qf }) => qf,
    prix_a: atPrice(0),
    prix_b: atPrice(1),
    prix_c: atPrice(2),
    commune: ({ commune }) => commune,
    foyer: ({ foyer }) => foyer,
    aides_connues: ({ qf }, random) =>
      someOrNone(random, {
        caf: qf === 'qf5' ? 0.3 : 0.5,
        colos_apprenantes: 0.17,
        tarif_qf: 0.55,
        pass_sport: 0.4,
        employeur: 0.28,
      }),
    vacances: ({ qf }, random) =>
      one(random, {
        oui: qf === 'qf1' ? 40 : 72,
        non_choix: 10,
        non_cout: qf === 'qf1' || qf === 'qf2' ? 34 : 8,
        non_autre: 8,
      }),
  },
}
