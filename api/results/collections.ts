/** What is stored of results: publications and reports, frozen once made, and the decisions taken on them. */
import * as z from 'zod'
import type { Publication } from '../../analysis/disclosure/publication.ts'
import type { Published } from '../../analysis/disclosure/published-figure.ts'
import type { Crossing } from '../../analysis/explore/crossing.ts'
import type { Assessed } from '../../analysis/findings/assessment.ts'
import type { CoverageRow } from '../../analysis/findings/coverage.ts'
import type { TypologyAsked } from '../../analysis/typology/offered.ts'
import type { Typology } from '../../analysis/typology/typology.ts'
import { leastClass, leastNew } from '../../surveys/thresholds.ts'
import { always, collectionRow, listOf, objectOf } from '../store/collection-row.ts'
import { SavedExplorations } from '../wire/contracts/shapes/explorations.ts'
import { Outcome as OutcomeSent } from '../wire/contracts/shapes/outcome.ts'

// what is frozen is proven by its digest whenever it is read: only its frame is looked at here
const publication: z.ZodType<Publication, Publication> = z.object({
  id: z.string(),
  date: z.string(),
  snapshot: z.string(),
  responses: z.number(),
  published: objectOf<Published>(),
  digest: z.string(),
})

/** By `slug@number`: what one document states of a questionnaire. */
export const Statement = z.object({
  surveyed: objectOf<Assessed['surveyed']>(),
  findings: listOf<Assessed['findings'][number]>(),
  unread: listOf<Assessed['unread'][number]>(),
  answered: objectOf<Assessed['answered']>(),
  waves: objectOf<NonNullable<Assessed['waves']>>().nullable(),
  /** ISO date and time. */
  madeAt: z.string(),
  zoning: z.object({ name: z.string(), provisional: z.boolean(), date: z.string(), source: z.string() }),
  /** What it states, at the threshold of documents. */
  document: publication,
})
export type Statement = z.infer<typeof Statement>

/** `isSilent`: nothing is read of the question by this list. */
const list = z.object({ path: z.string(), title: z.string(), isSilent: z.literal(true).optional() })

/** Which responses a publication counts, and in which groups: by `slug@live@number`. */
export const StoredSnapshot = z.object({
  number: z.number(),
  /** ISO date and time. */
  at: z.string(),
  trial: z.boolean(),
  /** Times the noise was drawn afresh. */
  epoch: z.number(),
  responses: z.number(),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** SHA-256 of the answers and of the zones, hexadecimal. */
  answers: z.string(),
  zones: z.string(),
  /** SHA-256 of what each counted response answered, hexadecimal. */
  contents: z.string(),
  /** SHA-256 of the margins that weigh them, hexadecimal. */
  margins: z.string(),
  /** What stands for each response, twelve characters each. */
  tokens: z.string(),
  /** What stands for all that each one answered, eight characters each. */
  digests: z.string(),
  /** `masks`: 16 bits a response, base64. */
  lists: z.array(
    z.object({
      path: z.string(),
      values: z.array(z.string()),
      masks: z.string(),
      waiting: z.number(),
      days: z.array(z.string()),
    }),
  ),
})
export type StoredSnapshot = z.infer<typeof StoredSnapshot>

/** By `slug@number@path`: one question of a publication, apart since a screen shows one at a time. */
export const PublishedQuestion = z.object({
  path: z.string(),
  title: z.string(),
  page: z.string(),
  kind: z.enum(['shares', 'several', 'mean']),
  sensitive: z.boolean(),
  /** One, several: « famille répondante », « familles répondantes ». */
  who: z.tuple([z.string(), z.string()]),
  lists: z.array(list),
  /** Short responses, of which there are some, were not asked it. */
  isWholeOnly: z.literal(true).optional(),
  /** What the ends of its scale mean; absent where no words say it. */
  ends: z.string().optional(),
  /** Names of the waves counted together, when several. */
  waves: z.array(z.string()).optional(),
  crossings: listOf<Crossing>(),
  /** Path of the panel it is asked in, '' for the response itself. */
  panel: z.string(),
  /** SHA-256 of the crossings, hexadecimal. */
  digest: z.string(),
})
export type PublishedQuestion = z.infer<typeof PublishedQuestion>

/** By `slug@number`: written last, so that what it names is there. */
export const Head = Statement.extend({
  number: z.number(),
  /** Its own pages, in ids of the collection `publication-questions`. */
  pages: z.string(),
  /** Login of who asked. */
  madeBy: z.string(),
  coverage: listOf<CoverageRow>(),
  questions: z.array(
    z.object({
      path: z.string(),
      title: z.string(),
      page: z.string(),
      lists: z.array(list),
      weighted: z.boolean(),
      panel: z.string(),
    }),
  ),
})
export type Head = z.infer<typeof Head>

const Outcome = z.object(OutcomeSent.shape)
export type Outcome = z.infer<typeof Outcome>

/** What is said of a decision, and may be corrected. */
const decisionWords = {
  text: z.string(),
  /** ISO day. */
  date: z.string(),
  /** What it engages. `pilot`, `due` (ISO day), `indicator`: '' = not said. */
  action: z.number().nullable().optional(),
  pilot: z.string().optional(),
  due: z.string().optional(),
  indicator: z.string().optional(),
  /** Inhabitants read it on the page of results; absent = staff only. */
  isPublic: z.boolean().optional(),
}

export const Decision = z.object({
  ...decisionWords,
  by: z.string(),
  at: z.string(),
  /** Publication it was taken on; null when it was taken on an action. */
  publication: z.number().nullable(),
  /** What was said before each correction, oldest first; `until`: ISO date and time of the correction, `by`: who made it. */
  former: z.array(z.object({ ...decisionWords, until: z.string(), by: z.string() })).optional(),
  /** What became of it, as last said; absent while nobody has. */
  outcome: Outcome.optional(),
})
export type Decision = z.infer<typeof Decision>

const chosenPages = z.array(
  z.object({ objective: z.number(), finding: z.string().nullable(), answer: z.string(), asked: z.string() }),
)
const ChosenPages = z.object({ pages: chosenPages, by: z.string(), at: z.string() })

/** The results of a questionnaire put before everybody, or taken away again. */
export const PublicResults = z.object({
  kind: z.enum(['opened', 'closed']),
  /** Number of the publication people read. */
  publication: z.number(),
  /** Its tables and findings may be downloaded too. */
  withData: z.boolean(),
  /** The committee's pages as they were worded on that day; null = those of the rule. */
  pages: chosenPages.nullable(),
  /** Login of who decided. */
  by: z.string(),
  /** ISO date and time. */
  at: z.string(),
})
export type PublicResults = z.infer<typeof PublicResults>

/** A link that opens the committee's page without an account, by the digest of its secret. */
export const CommitteeLink = z.object({
  /** Who it was made for, in the words of whoever made it. */
  label: z.string(),
  /** ISO date and time. */
  until: z.string(),
  by: z.string(),
  at: z.string(),
  /** ISO date and time, once revoked. */
  revokedAt: z.string().nullable(),
})
export type CommitteeLink = z.infer<typeof CommitteeLink>

/** A publication found wrong. */
export const Notice = z.object({
  kind: z.enum(['erratum', 'withdrawal']),
  reason: z.string(),
  /** Login of who says so. */
  by: z.string(),
  /** ISO date and time. */
  at: z.string(),
})
export type Notice = z.infer<typeof Notice>

/** By `slug@live@snapshot@place`: what an analyst asked of a snapshot, and what it gave. */
export const StoredTypology = z.object({
  snapshot: z.number(),
  /** Publication it was made on. */
  publication: z.number(),
  /** Login of who asked. */
  by: z.string(),
  /** ISO date and time. */
  at: z.string(),
  asked: objectOf<TypologyAsked>(),
  typology: objectOf<Typology>(),
})
export type StoredTypology = z.infer<typeof StoredTypology>

/** By slug: results that one person wants published, and another has yet to read. */
export const PublicationRequest = z.object({
  by: z.string(),
  byName: z.string(),
  /** ISO date and time. */
  at: z.string(),
})
export type PublicationRequest = z.infer<typeof PublicationRequest>

export const resultCollections = {
  publicationRequests: collectionRow({
    name: 'publication-requests',
    schema: PublicationRequest,
    holds: 'Demandes de publication des résultats qui attendent une seconde personne.',
    personal: 'Identifiant et nom de qui demande.',
    why: 'Que des résultats figés pour de bon soient voulus par deux personnes, quand le réglage le demande.',
    retention: 'Jusqu’à la publication ou au retrait de la demande.',
    setting: null,
    inBackups: true,
  }),
  publications: collectionRow({
    ...always,
    name: 'publications',
    schema: Head,
    holds: 'Résultats publiés, figés.',
    personal: 'Identifiant de qui a publié ; les chiffres ne décrivent jamais un petit groupe.',
    why: 'Relire ce qui a été publié, et vérifier chaque nouvelle publication contre les précédentes.',
  }),
  publicationNotices: collectionRow({
    ...always,
    name: 'publication-notices',
    schema: z.object({ history: z.array(Notice) }),
    holds: 'Errata et retraits de publications, avec leur raison.',
    personal: 'Identifiant de qui a noté l’erreur.',
    why: 'Dire sur chaque page ce qui s’est révélé faux, sans rien effacer.',
  }),
  publicationQuestions: collectionRow({
    ...always,
    name: 'publication-questions',
    schema: PublishedQuestion,
    holds: 'Tableaux publiés, question par question, figés.',
    personal: null,
    why: 'Montrer les croisements sans rien recompter.',
  }),
  snapshots: collectionRow({
    ...always,
    name: 'snapshots',
    schema: StoredSnapshot,
    holds: 'Quelles réponses chaque publication compte, et dans quels groupes.',
    personal:
      'Empreinte de chaque réponse et ses groupes (zone, tranche d’âge…), sans lien possible une fois la clé du questionnaire détruite.',
    why: `Ne faire entrer dans un groupe que ${leastNew} personnes à la fois, pour que deux publications ne désignent personne.`,
  }),
  typologies: collectionRow({
    ...always,
    name: 'typologies',
    schema: StoredTypology,
    holds: 'Typologies faites par les analystes : questions choisies, classes et ce qui les distingue, figées.',
    personal: `Identifiant de qui l’a demandée ; aucune classe de moins de ${leastClass} personnes, et rien d’une personne.`,
    why: 'Relire la même typologie, et en borner le nombre pour que personne ne soit reconnu en les comparant.',
  }),
  reports: collectionRow({
    ...always,
    name: 'reports',
    schema: Statement,
    holds: 'Chiffres des rapports écrits par la commande, figés.',
    personal: null,
    why: 'Vérifier chaque nouveau rapport contre les précédents.',
  }),
  decisions: collectionRow({
    ...always,
    name: 'decisions',
    schema: z.object({ history: z.array(Decision) }),
    holds:
      'Décisions prises sur un résultat ou sur une action, avec le pilote, l’échéance, l’indicateur à suivre et ce qu’elles sont devenues.',
    personal: 'Nom de qui a noté la décision ; le pilote, s’il est nommé.',
    why: 'Suivre ce que les réponses ont changé.',
  }),
  committeePages: collectionRow({
    ...always,
    name: 'committee-pages',
    schema: ChosenPages,
    holds: 'Pages préparées pour le comité : objectifs retenus, ordre, réponse et décision demandée.',
    personal: 'Identifiant de qui les a préparées.',
    why: 'Montrer les mêmes pages à l’écran, sur papier et au public.',
  }),
  explorations: collectionRow({
    ...always,
    name: 'explorations',
    schema: SavedExplorations,
    holds:
      'Explorations enregistrées sous un nom : la question regardée, selon quoi, sous quelle forme ; aucun chiffre.',
    personal: 'Identifiant de qui les a enregistrées.',
    why: 'Retrouver d’un geste ce que l’équipe regarde souvent.',
  }),
  publicResults: collectionRow({
    ...always,
    name: 'public-results',
    schema: z.object({ history: z.array(PublicResults) }),
    holds: 'Ouverture au public des résultats d’un questionnaire, et sa fin.',
    personal: 'Identifiant de qui l’a décidé.',
    why: 'Ne montrer aux habitants que ce qu’une personne a décidé de montrer.',
  }),
  announcements: collectionRow({
    name: 'announcements',
    schema: z.object({ sealed: z.string() }),
    holds:
      'Adresses de qui veut être prévenu que les résultats d’un questionnaire sont publics, mélangées, sans heure.',
    personal: 'Adresse électronique, chiffrée ; aucun lien avec une réponse.',
    why: 'Prévenir, une fois, les personnes qui l’ont demandé.',
    retention: 'Jusqu’à ce que la personne soit prévenue ; au plus tard avec les réponses du questionnaire.',
    setting: 'rawMonths',
    inBackups: false,
  }),
  committeeLinks: collectionRow({
    ...always,
    name: 'committee-links',
    schema: CommitteeLink,
    holds: 'Liens remis aux élus pour lire les pages du comité : à qui, jusqu’à quand.',
    personal: 'À qui le lien est remis, identifiant de qui l’a fait ; le lien lui-même n’est pas conservé.',
    why: 'Fermer un lien, et savoir jusqu’à quand chacun sert.',
  }),
}
