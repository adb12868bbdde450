/** The team, its rights and its sessions, for those who administer. */
import { contractsOf } from '../contract.ts'
import { Nothing } from '../nothing.ts'
import * as parameters from '../parameters.ts'
import * as wire from '../staff.ts'

const roles = ['admin'] as const
const params = { login: parameters.login }
const done = { roles, params, body: Nothing, response: Nothing } as const

export const teamContracts = contractsOf({
  'GET /api/team': { summary: 'L’équipe et les invitations en cours.', roles, response: wire.Team },
  'POST /api/team/invitations': {
    summary: 'Invite une personne.',
    roles,
    body: wire.NewInvitation,
    response: wire.Link,
    statuses: [201],
  },
  'DELETE /api/team/invitations/:id': {
    summary: 'Annule une invitation.',
    roles,
    params: { id: parameters.invitation },
    response: Nothing,
  },
  'PUT /api/team/:login/rights': {
    summary: 'Change les droits d’une personne.',
    roles,
    params,
    body: wire.NewRights,
    response: Nothing,
  },
  'POST /api/team/:login/revoke': { summary: 'Retire l’accès d’une personne.', ...done },
  'POST /api/team/:login/hand-over': {
    summary: 'Remet à une autre personne le travail de celle qui part.',
    roles,
    params,
    body: wire.HandOver,
    response: wire.HandedOver,
  },
  'POST /api/team/:login/restore': { summary: 'Rend son accès à une personne.', ...done },
  'POST /api/team/:login/reset': {
    summary: 'Donne à une personne un lien pour choisir un nouveau mot de passe.',
    roles,
    params,
    body: Nothing,
    response: wire.Link,
    statuses: [201],
  },
  'POST /api/team/:login/sessions/close': { summary: 'Ferme les sessions d’une personne.', ...done },
  'GET /api/sessions': { summary: 'Toutes les sessions ouvertes.', roles, response: wire.SessionList },
  'DELETE /api/sessions/:id': {
    summary: 'Ferme une session.',
    roles,
    params: { id: parameters.session },
    response: Nothing,
  },
})
