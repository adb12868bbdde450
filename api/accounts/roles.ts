/** The roles a member of staff can hold, in rows: what each may do, in words. */

/** Names stand in stored accounts: `saisie` stays French for them. */
export const staffRoles = [
  'admin',
  'designer',
  'publisher',
  'analyst',
  'exporter',
  'full-exporter',
  'saisie',
  'vigilance',
  'pilot',
  'listener',
  'kiosk',
] as const
export type StaffRole = (typeof staffRoles)[number]

export const roleWords: Record<StaffRole, { name: string; may: string }> = {
  admin: { name: 'Administration', may: 'Invite et retire des collègues, règle le site, tient les tables.' },
  designer: { name: 'Conception', may: 'Écrit les questionnaires et demande leur ouverture.' },
  publisher: {
    name: 'Approbation',
    may: 'Relit et approuve ce qu’une autre personne a écrit ou demande d’ouvrir ; peut corriger un brouillon avant cette demande.',
  },
  analyst: {
    name: 'Analyse',
    may: 'Lit les résultats protégés, les publie, les ouvre au public, fait les liens des élus, tient les tables.',
  },
  exporter: { name: 'Export', may: 'Sort des lignes protégées pour un calcul, avec un motif écrit au journal.' },
  'full-exporter': {
    name: 'Export complet',
    may: 'Sort les réponses entières, une ligne par personne, avec un motif écrit au journal.',
  },
  saisie: { name: 'Saisie', may: 'Recopie les questionnaires remplis sur papier.' },
  vigilance: { name: 'Vigilance', may: 'Lit en premier les textes libres qui peuvent dire une détresse.' },
  pilot: {
    name: 'Pilote',
    may: 'Tient le carnet d’actions et l’annuaire ; ne voit aucune réponse aux questionnaires.',
  },
  listener: {
    name: 'Écoute',
    may: 'Note des entretiens, des groupes et des observations, choisit des citations et relit celles des autres.',
  },
  kiosk: { name: 'Borne', may: 'Pose et retire les tablettes des lieux d’accueil ; ne lit aucune réponse.' },
}

/** « Administration, Analyse »: as people read them. */
export const rolesText = (roles: readonly StaffRole[]): string => roles.map((role) => roleWords[role].name).join(', ')

/**
 * Who may use a route. `anyone`: everybody; `code`, `enrol`: somebody in the middle of logging in; `staff`: every
 * colleague with an open session; `tablet`: a registered kiosk; then the roles of the accounts.
 */
export type Role = 'anyone' | 'code' | 'enrol' | 'staff' | 'tablet' | StaffRole
