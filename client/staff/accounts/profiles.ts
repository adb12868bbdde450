/** Work that colleagues commonly do, with the rights it takes: most invitations are one of these. */
import type { staff } from '../../../api/wire/public.ts'

export type Profile = { name: string; may: string; roles: readonly staff.StaffRole[] }

export const profiles: readonly Profile[] = [
  {
    name: 'Relire et approuver',
    may: 'Lit ce qu’une autre personne a écrit ou demande d’ouvrir, puis l’approuve. Peut corriger un brouillon avant cette demande.',
    roles: ['publisher'],
  },
  { name: 'Écrire', may: 'Écrit les questionnaires, demande leur ouverture, les fait connaître.', roles: ['designer'] },
  { name: 'Analyser', may: 'Lit les résultats, les publie, tient les tables de référence.', roles: ['analyst'] },
  {
    name: 'Piloter des actions',
    may: 'Tient le carnet d’actions, note ce qui est entendu.',
    roles: ['pilot', 'listener'],
  },
  { name: 'Saisir le papier', may: 'Recopie les questionnaires remplis sur papier.', roles: ['saisie'] },
  { name: 'Administrer', may: 'Invite des collègues, règle le site, tient les tables.', roles: ['admin'] },
]

/** The profile that takes these rights and no other; null = rights chosen one by one. */
export const profileOf = (roles: readonly staff.StaffRole[]): Profile | null =>
  profiles.find(
    (profile) => profile.roles.length === roles.length && profile.roles.every((role) => roles.includes(role)),
  ) ?? null
