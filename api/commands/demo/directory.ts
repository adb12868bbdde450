/** Made-up actors for the demonstration: none of them exists, and their numbers are those reserved for fiction. */
import { actions, objectives } from '../../../surveys/authority/plan.ts'
import { communes } from '../../../surveys/authority/territory.ts'
import { dayAfter, dayOf } from '../../../surveys/days.ts'
import type { Card } from '../../../surveys/directory/card.ts'
import type { ActorAge, ActorKind, ActorTheme } from '../../../surveys/directory/rows.ts'
import type { AppContext } from '../../context.ts'
import { directoryIn } from '../../evidence/directory/directory.ts'
import { collections } from '../../store/collections.ts'

/** `at`: places of its communes when they are sorted by population, the largest first; none = everywhere. */
type Row = [
  name: string,
  kind: ActorKind,
  does: string,
  themes: ActorTheme[],
  ages: ActorAge[],
  at: number[],
  hours: string,
  actions: number[],
]

const account = { login: 'demo-annuaire', name: 'Camille Roux (personne fictive)' }

const rows: readonly Row[] = [
  [
    'Crèche Les Tilleuls',
    'creche',
    'Accueil des enfants de 10 semaines à 3 ans, à temps plein ou quelques heures.',
    ['petite-enfance'],
    ['0-2'],
    [0],
    'du lundi au vendredi, 7 h 30 à 18 h 30',
    [1],
  ],
  [
    'Crèche La Ribambelle',
    'creche',
    'Accueil des tout-petits, avec des places pour un besoin imprévu.',
    ['petite-enfance'],
    ['0-2'],
    [1],
    'du lundi au vendredi, 7 h 30 à 18 h 30',
    [1],
  ],
  [
    'Micro-crèche Les Petits Pas',
    'creche',
    'Dix places pour les enfants de moins de 3 ans, en petit groupe.',
    ['petite-enfance'],
    ['0-2'],
    [3],
    'du lundi au vendredi, 7 h 15 à 19 h',
    [1],
  ],
  [
    'Relais petite enfance du territoire',
    'rpe',
    'Aide les parents à trouver un mode de garde. Ateliers pour les assistantes maternelles et les enfants.',
    ['petite-enfance', 'parentalite'],
    ['0-2', 'adults'],
    [0, 1, 4],
    'sur rendez-vous ; ateliers le matin',
    [1, 2],
  ],
  [
    'MAM Les Coccinelles',
    'mam',
    'Quatre assistantes maternelles accueillent ensemble, y compris tôt le matin.',
    ['petite-enfance'],
    ['0-2', '3-10'],
    [6],
    'du lundi au vendredi, 6 h à 19 h',
    [1, 2],
  ],
  [
    'LAEP La Parenthèse',
    'laep',
    'Un lieu gratuit et sans inscription pour jouer avec son enfant et parler avec d’autres parents.',
    ['parentalite', 'petite-enfance'],
    ['0-2', '3-10', 'adults'],
    [0, 1],
    'mardi et jeudi, 9 h à 12 h',
    [7, 9],
  ],
  [
    'Café des parents',
    'association',
    'Une fois par mois, les parents choisissent un sujet et en parlent avec un professionnel.',
    ['parentalite'],
    ['adults'],
    [1],
    'le premier samedi du mois, 10 h à 12 h',
    [7, 9],
  ],
  [
    'Médiation familiale Le Pont',
    'association',
    'Aide les familles à se parler pendant ou après une séparation.',
    ['parentalite', 'droits'],
    ['adults', 'elders'],
    [0],
    'sur rendez-vous',
    [7],
  ],
  [
    'Ludothèque itinérante',
    'culture',
    'Des jeux à emprunter et des après-midi de jeu en famille, de commune en commune.',
    ['parentalite', 'loisirs'],
    ['0-2', '3-10', 'adults'],
    [],
    '',
    [7, 9, 15],
  ],
  [
    'Groupe scolaire Les Platanes',
    'ecole',
    'École maternelle et élémentaire, avec accueil avant et après la classe.',
    ['ecole'],
    ['3-10'],
    [0],
    'jours d’école',
    [4],
  ],
  [
    'École du Village',
    'ecole',
    'École à trois classes, avec un jardin partagé.',
    ['ecole'],
    ['3-10'],
    [8],
    'jours d’école',
    [4],
  ],
  [
    'Collège des Deux Rives',
    'ecole',
    'Collège public, avec une aide aux devoirs quatre soirs par semaine.',
    ['ecole', 'jeunesse'],
    ['11-15'],
    [1],
    'jours d’école',
    [4],
  ],
  [
    'ALAE des Platanes',
    'loisirs',
    'Accueil avant et après l’école, et le midi.',
    ['loisirs', 'ecole'],
    ['3-10'],
    [0],
    'jours d’école, 7 h 30 à 18 h 30',
    [4, 6],
  ],
  [
    'ALSH du Moulin',
    'loisirs',
    'Centre de loisirs des mercredis et des vacances.',
    ['loisirs'],
    ['3-10', '11-15'],
    [1],
    'mercredis et vacances, 7 h 30 à 18 h 30',
    [6],
  ],
  [
    'ALSH Les Cabanes',
    'loisirs',
    'Centre de loisirs des vacances, tourné vers la nature. Tarif selon le quotient familial.',
    ['loisirs'],
    ['3-10'],
    [2],
    'vacances, 8 h à 18 h',
    [6],
  ],
  [
    'Service jeunesse',
    'jeunesse',
    'Sorties, séjours, projets et présence dans les villages pour les 11-17 ans.',
    ['jeunesse', 'loisirs'],
    ['11-15', '16-25'],
    [0, 1],
    'mercredi et samedi, 14 h à 18 h',
    [10, 11, 12],
  ],
  [
    'Point information jeunesse',
    'jeunesse',
    'Études, santé, logement, petits boulots : toutes les questions, sans rendez-vous et sans payer.',
    ['jeunesse', 'emploi', 'droits'],
    ['11-15', '16-25'],
    [0],
    'du mardi au vendredi, 13 h 30 à 18 h',
    [11, 13],
  ],
  [
    'Promeneurs du Net',
    'jeunesse',
    'Une éducatrice répond aux jeunes et aux parents sur les réseaux, avec son vrai métier et sans juger.',
    ['jeunesse', 'parentalite'],
    ['11-15', '16-25', 'adults'],
    [],
    '',
    [10, 11],
  ],
  [
    'Mission locale, permanence',
    'service',
    'Aide les 16-25 ans à trouver une formation ou un emploi.',
    ['emploi', 'jeunesse', 'logement'],
    ['16-25'],
    [0, 1],
    'mardi et jeudi, 9 h à 12 h',
    [13],
  ],
  [
    'Espace France Services',
    'service',
    'Aide pour les démarches : Caf, retraite, impôts, emploi, papiers.',
    ['droits', 'emploi'],
    ['16-25', 'adults', 'elders'],
    [0],
    'du lundi au vendredi, 9 h à 12 h et 14 h à 17 h',
    [15],
  ],
  [
    'Bus des services',
    'service',
    'Le bus s’arrête une fois par mois dans chaque village : démarches, ordinateur, conseils.',
    ['droits', 'logement'],
    ['adults', 'elders'],
    [],
    '',
    [15],
  ],
  [
    'CCAS du bourg',
    'social',
    'Aides d’urgence, domiciliation, colis alimentaires, visites aux aînés.',
    ['droits', 'lien'],
    ['adults', 'elders'],
    [1],
    'du lundi au vendredi, 9 h à 12 h',
    [14, 15, 16],
  ],
  [
    'Centre social L’Embellie',
    'social',
    'Sorties en famille, ateliers, aide aux devoirs, idées des habitants à monter ensemble.',
    ['lien', 'parentalite', 'culture'],
    ['3-10', '11-15', 'adults', 'elders'],
    [0],
    'du mardi au samedi',
    [16],
  ],
  [
    'Maison du Département, antenne',
    'service',
    'Assistantes sociales et PMI : suivi de la grossesse, santé des petits, aide aux familles.',
    ['sante', 'droits', 'parentalite'],
    ['0-2', 'adults', 'elders'],
    [0],
    'sur rendez-vous',
    [14],
  ],
  [
    'Maison de santé',
    'sante',
    'Médecins, infirmières, orthophoniste et psychologue.',
    ['sante'],
    ['0-2', '3-10', '11-15', '16-25', 'adults', 'elders'],
    [4],
    'du lundi au samedi matin',
    [14],
  ],
  [
    'Handi-Répit',
    'association',
    'Relaye les parents d’un enfant handicapé, à la maison ou au local.',
    ['handicap', 'parentalite'],
    ['3-10', '11-15', 'adults'],
    [2],
    'samedi, et sur demande',
    [7, 14],
  ],
  [
    'Pôle ressources handicap',
    'sante',
    'Aide les familles et les structures à accueillir chaque enfant.',
    ['handicap', 'loisirs', 'petite-enfance'],
    ['0-2', '3-10', '11-15'],
    [],
    '',
    [4, 14],
  ],
  [
    'Judo club',
    'sport',
    'Cours de judo dès 4 ans. Aide possible pour payer l’inscription.',
    ['culture'],
    ['3-10', '11-15', '16-25', 'adults'],
    [0, 5],
    'mercredi et vendredi soir',
    [6],
  ],
  [
    'Médiathèque intercommunale',
    'culture',
    'Livres, films, ordinateurs et lectures pour les petits. Gratuit pour les moins de 18 ans.',
    ['culture', 'lien'],
    ['0-2', '3-10', '11-15', '16-25', 'adults', 'elders'],
    [0, 1, 3],
    'mercredi et samedi, 10 h à 18 h',
    [16],
  ],
  [
    'École de musique',
    'culture',
    'Cours d’instrument et chorale, de 5 à 99 ans.',
    ['culture'],
    ['3-10', '11-15', '16-25', 'adults', 'elders'],
    [1],
    'le soir et le mercredi',
    [16],
  ],
  [
    'Jardins partagés',
    'association',
    'On jardine entre voisins de tous les âges, et on partage la récolte.',
    ['lien'],
    ['3-10', 'adults', 'elders'],
    [7],
    'samedi, 9 h à 12 h',
    [16],
  ],
  [
    'Résidence Les Mésanges',
    'social',
    'Logements pour aînés. Les écoles y viennent lire, jouer et chanter.',
    ['lien', 'logement'],
    ['elders'],
    [9],
    'visites l’après-midi',
    [16],
  ],
  [
    'Covoiturage solidaire',
    'association',
    'Des bénévoles conduisent au marché, chez le médecin ou à un entretien.',
    ['logement', 'lien', 'emploi'],
    ['16-25', 'adults', 'elders'],
    [],
    '',
    [13, 16],
  ],
  [
    'Atelier vélo',
    'association',
    'On apprend à réparer son vélo ; des vélos à bas prix.',
    ['logement', 'jeunesse'],
    ['11-15', '16-25', 'adults'],
    [2],
    'mercredi, 16 h à 19 h',
    [13],
  ],
]

/** Objectives of the first plan that a directory serves, and the cards that count under each. */
const serves: readonly { objective: number; theme: ActorTheme | '' }[] = [
  { objective: 9, theme: '' },
  { objective: 16, theme: 'parentalite' },
  { objective: 26, theme: 'jeunesse' },
]

/** Fills an empty directory once, and opens it: most cards are fresh, a few are out of date, one waits to be read. */
export async function fillDirectory(context: AppContext): Promise<void> {
  const collection = context.store.collection(collections.actors)
  if ((await collection.list()).length > 0) return
  const today = dayOf(context.now())
  for (const [at, one] of rows.entries()) {
    const isStale = at % 6 === 5
    const checked = `${dayAfter(today, isStale ? -420 - at : -(7 * at + 3))}T10:00:00.000Z`
    await collection.put(
      `demo-${String(at + 1).padStart(2, '0')}`,
      {
        card: cardOf(one, at),
        consent: { by: 'la direction (fictif)', day: checked.slice(0, 10), way: 'phone' },
        isProposed: false,
        checkedAt: checked,
        link: null,
        addedAt: checked,
        history: [],
      },
      null,
    )
  }
  const directory = directoryIn(context)
  await directory.decide((before) => ({
    ...before,
    takesProposals: true,
    serves: serves.filter(({ objective }) => objectives().some(({ number }) => number === objective)),
    history: [...before.history, { kind: 'opened', by: account.login, at: context.now().toISOString() }],
  }))
  const [first] = rows
  if (first)
    await directory.propose('demonstration-de-fiche-proposee-1', {
      card: {
        ...cardOf(first, rows.length),
        name: 'Atelier couture solidaire (fictif)',
        kind: 'association',
        does: 'On apprend à coudre et à réparer ses vêtements, entre habitants.',
        themes: ['lien'],
        ages: ['adults', 'elders'],
        actions: [],
      },
      by: 'la présidente (fictif)',
    })
}

function cardOf([name, kind, does, themes, ages, at, hours, numbers]: Row, place: number): Card {
  const bySize = communes().toSorted((a, b) => b.population - a.population)
  const number = String(1000 + 37 * place)
  const web = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-')
  return {
    name: `${name} (fictif)`,
    kind,
    does,
    themes,
    ages,
    places: [...new Set(at.map((one) => bySize[one % bySize.length]?.insee ?? ''))]
      .filter(Boolean)
      .map((commune) => ({ commune, label: 'adresse fictive', hours })),
    isEverywhere: at.length === 0,
    phone: `05 36 49 ${number.slice(0, 2)} ${number.slice(2)}`,
    email: place % 3 === 0 ? `${web}@exemple.fr` : '',
    site: place % 4 === 1 ? `https://${web}.exemple.fr` : '',
    actions: numbers.filter((one) => actions().some((action) => action.number === one)),
  }
}
